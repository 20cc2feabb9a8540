import type { FactorHead } from '../../archive/index.js'
import { exp, log } from '../../numeric/index.js'
import type { Cell } from '../../scenario/index.js'

/** Something that an experiment varies, with all that it may be. */
export interface Factor extends FactorHead {
  /** Where it stands in the scenario's document. */
  readonly path: readonly string[]
  /** What formulas of derived factors call it, if it has such a name. */
  readonly name?: string
  readonly domain: Domain
  /** What the scenario has there; undefined if that is not one value. */
  readonly present?: Cell
}

/** A list of values, or a range of numbers. */
export type Domain =
  | { readonly kind: 'list'; readonly values: readonly Cell[] }
  | {
      readonly kind: 'range'
      readonly low: number
      readonly high: number
      readonly scale: 'linear' | 'log'
      readonly whole: boolean
      /** Into how many values a grid divides it, both ends included. */
      readonly steps?: number | undefined
    }

/**
 * The value of a factor at a place of the unit interval: lists are divided evenly, ranges run from low to high.
 *
 * @param u from 0 to 1; 1 itself is the upper end
 */
export function valueAt({ domain }: Factor, u: number): Cell {
  if (domain.kind === 'list') {
    const { values } = domain
    return values[Math.min(values.length - 1, Math.floor(u * values.length))]
  }
  const { low, high, scale, whole } = domain
  if (whole) {
    // Each number has the part of the scale up to the next one, the last one included.
    const place =
      scale === 'linear'
        ? low + u * (high - low + 1)
        : exp(log(low) + u * (log(high + 1) - log(low)))
    return Math.max(low, Math.min(high, Math.floor(place)))
  }
  if (u === 0) return low
  if (u === 1) return high
  if (scale === 'linear') return low + u * (high - low)
  return exp(log(low) + u * (log(high) - log(low)))
}

/** The values that a grid takes; undefined for a range that is not divided into steps. */
export function levelsOf(factor: Factor): readonly Cell[] | undefined {
  const { domain } = factor
  if (domain.kind === 'list') return domain.values
  const { low, high, whole, steps } = domain
  if (whole && steps === undefined) return Array.from({ length: high - low + 1 }, (_, k) => low + k)
  if (steps === undefined) return undefined
  const values = Array.from({ length: steps }, (_, k) => {
    const value = valueAt({ ...factor, domain: { ...domain, whole: false } }, k / (steps - 1))
    return whole ? Math.round(Number(value)) : tidy(Number(value))
  })
  return [...new Set(values)]
}

/** 0.30000000000000004 was meant to be 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
