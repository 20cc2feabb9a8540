import type { CauseHead } from '../../archive/index.js'

/** What a plan keeps of the causes it was made for. Treatments follow each other setting by setting, then by subset. */
export interface AttributionDesign {
  readonly causes: readonly CauseHead[]
  /** Orders that were sampled; null where every subset is run. */
  readonly permutations: number | null
  readonly settings: readonly PlannedSetting[]
  readonly outcomes: readonly PlannedOutcome[]
}

/** A setting of the world, in which subsets of causes are run. */
export interface PlannedSetting {
  readonly id: string
  readonly title: string
  /** Rows in `causes` of those that can be switched off here: bit k of a subset stands for the k-th of them. */
  readonly causes: readonly number[]
  readonly without: readonly { readonly cause: string; readonly why: string }[]
  /** Subsets that are run, as masks of the causes that are on, ascending: the first has none, the last has all. */
  readonly subsets: readonly number[]
}

/** A number whose difference causes make, taken from what runs answer. */
export interface PlannedOutcome {
  readonly id: string
  readonly title: string
  readonly formula: string
  /** Which of the questions that runs are asked. */
  readonly question: number
  readonly take: Take
}

/** How the answer becomes a number: as it is; a date, censored at a horizon; or whether a date had come by a day. */
export type Take =
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date'; readonly horizon: number }
  | { readonly kind: 'by'; readonly day: number }

/** Number of the first treatment of each setting, in their order. */
export function firstTreatments({ settings }: AttributionDesign): readonly number[] {
  let next = 0
  return settings.map(({ subsets }) => {
    const first = next
    next += subsets.length
    return first
  })
}

/** For each cause of a setting, which others of the setting it comes after, by way of causes left out as well. */
export function orderWithin(
  { causes: all }: Pick<AttributionDesign, 'causes'>,
  { causes }: Pick<PlannedSetting, 'causes'>,
): readonly (readonly number[])[] {
  const earlier = (row: number, seen = new Set<number>()): Set<number> => {
    for (const id of all[row].after) {
      const other = all.findIndex((cause) => cause.id === id)
      if (seen.has(other)) continue
      seen.add(other)
      earlier(other, seen)
    }
    return seen
  }
  return causes.map((row) => {
    const before = earlier(row)
    return causes.flatMap((other, k) => (before.has(other) ? [k] : []))
  })
}
