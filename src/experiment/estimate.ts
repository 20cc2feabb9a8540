import type { Estimate } from '../archive/index.js'
import type { Interval } from '../statistics/index.js'

/** An interval as results keep it: JSON has no NaN. */
export function estimateOf({
  estimate,
  lower,
  upper,
}: Pick<Interval, 'estimate' | 'lower' | 'upper'>): Estimate {
  return { estimate: known(estimate), lower: known(lower), upper: known(upper) }
}

/** A number that can be told, or null. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
