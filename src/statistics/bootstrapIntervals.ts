import { normalQuantile } from '../numeric/index.js'
import { type Interval, tailOf } from './Interval.js'
import { mean, variance } from './mean.js'
import { normalCdf } from './normal.js'
import { quantileOfSorted } from './quantile.js'

/** The result of `bootstrap`. */
export interface Bootstrap {
  /** The statistic of the data. */
  readonly estimate: number
  /** Standard deviation of the statistic over the resamples. */
  readonly standardError: number
  /** Mean of the statistic over the resamples minus the estimate. */
  readonly bias: number
  /** Interval between two quantiles of the resampled statistic. */
  readonly percentile: Interval
  /** The same, corrected for bias and for a spread that changes with the value (BCa). */
  readonly bca: Interval
  /** Resamples on which the statistic was NaN; they are left out of everything above. */
  readonly undefinedReplicates: number
}

/**
 * Percentile and BCa intervals from a statistic's values on resamples.
 * Source: Efron, B. (1987), Better bootstrap confidence intervals, JASA 82(397), 171–185.
 *
 * @param estimate the statistic of the data
 * @param resampled the statistic of each resample, NaN where it is undefined; put into ascending order
 * @param jackknife gives the statistic without each observation in turn; not asked where it is of no use
 * @param level coverage
 * @throws RangeError if the level is not between 0 and 1
 */
export function bootstrapIntervals(
  estimate: number,
  resampled: Float64Array,
  jackknife: () => Float64Array,
  level: number,
): Bootstrap {
  const tail = tailOf(level)
  resampled.sort() // typed arrays sort by number, NaN last
  let kept = resampled.length
  while (kept > 0 && Number.isNaN(resampled[kept - 1])) kept--
  const sorted = resampled.subarray(0, kept)
  const interval = (low: number, high: number): Interval => ({
    estimate,
    lower: quantileOfSorted(sorted, low),
    upper: quantileOfSorted(sorted, high),
    level,
  })
  const percentile = interval(tail, 1 - tail)
  return {
    estimate,
    standardError: Math.sqrt(variance(sorted)),
    bias: mean(sorted) - estimate,
    percentile,
    bca: Number.isNaN(estimate) || kept === 0 ? percentile : corrected(),
    undefinedReplicates: resampled.length - kept,
  }

  function corrected(): Interval {
    const z0 = biasCorrection(sorted, estimate)
    const a = acceleration(jackknife())
    const adjusted = (p: number) => {
      const z = z0 + normalQuantile(p)
      return normalCdf(z0 + z / (1 - a * z))
    }
    return interval(adjusted(tail), adjusted(1 - tail))
  }
}

/** z₀: the normal quantile of the share of resamples below the estimate, equal ones counting half. */
function biasCorrection(sorted: Float64Array, estimate: number): number {
  // Equal but for rounding, which sums taken in another order leave behind and which must not decide.
  const hair = 1e-12 * Math.max(Math.abs(estimate), Math.abs(sorted[0]), Math.abs(sorted.at(-1)!))
  let below = 0
  for (const value of sorted)
    below += value < estimate - hair ? 1 : value <= estimate + hair ? 0.5 : 0
  const n = sorted.length
  // All on one side: as if half a resample lay on the other, since an infinite z₀ has no use.
  return normalQuantile(Math.min(Math.max(below, 0.5), n - 0.5) / n)
}

/** The acceleration: a sixth of the skewness of the statistic's jackknife values. */
function acceleration(values: Float64Array): number {
  if (values.length < 2) return 0
  const centre = mean(values)
  let squares = 0
  let cubes = 0
  for (const value of values) {
    const d = centre - value
    squares += d * d
    cubes += d * d * d
  }
  const a = cubes / (6 * squares * Math.sqrt(squares))
  // No spread, or a statistic that needs all observations: no acceleration can be told.
  return Number.isFinite(a) ? a : 0
}
