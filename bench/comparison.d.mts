import type { RatioInterval } from './statistics.mjs'

export interface Measured {
  readonly machine: { readonly [what: string]: string | number }
  readonly yardstick?: readonly number[]
  readonly sections: {
    readonly [section: string]: readonly {
      readonly name: string
      readonly unit: string
      readonly samples: readonly number[]
    }[]
  }
}

export interface ComparedRow extends Partial<RatioInterval> {
  readonly section: string
  readonly name: string
  readonly verdict: 'slower' | 'faster' | '' | 'too few samples'
}

export function comparison(
  saved: Measured,
  measured: Measured,
): {
  readonly otherMachine: readonly string[]
  readonly machine: RatioInterval | undefined
  readonly rows: readonly ComparedRow[]
}
