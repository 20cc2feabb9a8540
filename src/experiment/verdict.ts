import type { Verdict } from '../archive/index.js'
import type { Interval } from '../statistics/index.js'

/**
 * Judges a statistic by its band, both ends included. The statistic itself must lie in the band; where its interval
 * reaches over an edge, more runs could turn the verdict.
 */
export function verdictOf(
  { estimate, lower, upper }: Interval,
  [low, high]: readonly [number, number],
): { readonly verdict: Verdict; readonly uncertain: boolean } {
  if (Number.isNaN(estimate)) return { verdict: 'short', uncertain: false }
  if (estimate >= low && estimate <= high)
    return { verdict: 'within', uncertain: lower < low || upper > high }
  return { verdict: 'short', uncertain: upper >= low && lower <= high }
}

/** An interval for JSON: what cannot be told is null. */
export function nullable(interval: Interval): {
  readonly [K in keyof Interval]: number | null
} {
  const plain = (x: number) => (Number.isFinite(x) ? x : null)
  const { estimate, lower, upper, level } = interval
  return { estimate: plain(estimate), lower: plain(lower), upper: plain(upper), level }
}
