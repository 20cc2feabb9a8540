import { normalQuantile } from '../numeric/index.js'
import { Draws, type Key } from '../random/index.js'
import { type Interval, tailOf } from './Interval.js'
import { mean, variance } from './mean.js'
import { normalCdf } from './normal.js'
import { quantileOfSorted } from './quantile.js'

/** How to bootstrap. */
export interface BootstrapOptions {
  /** Number of resamples; 2,000 unless told. */
  readonly replicates?: number
  /** Coverage; 0.95 unless told. */
  readonly level?: number
  /** Whose chance this is: a key with a domain of its own, see `deriveKey`. */
  readonly key: Key
}

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
 * Bootstrap intervals of any statistic of independent observations: percentile, and bias-corrected and
 * accelerated (BCa) with the acceleration from the jackknife.
 * Source: Efron, B. (1987), Better bootstrap confidence intervals, JASA 82(397), 171–185; Efron, B. &
 * Tibshirani, R. (1993), An introduction to the bootstrap, chapter 14.
 *
 * Observation j of resample r is a draw addressed by (key; r, j), so the result depends on the data,
 * the key and the options alone, and more replicates begin with the same ones. For pairs or clusters
 * pass them as the observations.
 *
 * @param data the observations
 * @param statistic a number from a sample; the array it gets is reused, so it must not keep it
 * @returns NaN throughout for no observations; an interval of no width for a statistic that never varies
 * @throws RangeError if there is not at least one replicate, or the level is not between 0 and 1
 */
export function bootstrap<T>(
  data: ArrayLike<T>,
  statistic: (sample: readonly T[]) => number,
  { replicates = 2000, level = 0.95, key }: BootstrapOptions,
): Bootstrap {
  const tail = tailOf(level)
  if (!Number.isSafeInteger(replicates) || replicates < 1) {
    throw new RangeError(`a bootstrap needs at least one replicate, not ${replicates}`)
  }
  const observations = Array.from(data)
  const n = observations.length
  const estimate = n === 0 ? NaN : statistic([...observations])
  const sorted = n === 0 ? new Float64Array(0) : resample(observations, statistic, replicates, key)
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
    bca: Number.isNaN(estimate) || sorted.length === 0 ? percentile : corrected(),
    undefinedReplicates: n === 0 ? 0 : replicates - sorted.length,
  }

  function corrected(): Interval {
    const z0 = biasCorrection(sorted, estimate)
    const a = acceleration(observations, statistic)
    const adjusted = (p: number) => {
      const z = z0 + normalQuantile(p)
      return normalCdf(z0 + z / (1 - a * z))
    }
    return interval(adjusted(tail), adjusted(1 - tail))
  }
}

/** The statistic of each resample, in ascending order and without NaN. */
function resample<T>(
  data: readonly T[],
  statistic: (sample: readonly T[]) => number,
  replicates: number,
  key: Key,
): Float64Array {
  const n = data.length
  // One entity with the key 0, whose ticks are the replicates.
  const draws = new Draws(key, { hi: new Int32Array(1), lo: new Int32Array(1) })
  const sample = [...data]
  const values = new Float64Array(replicates)
  let kept = 0
  for (let r = 0; r < replicates; r++) {
    draws.setTick(r)
    const u = draws.block(n)
    for (let j = 0; j < n; j++) sample[j] = data[Math.floor(u[j] * n)]
    const value = statistic(sample)
    if (!Number.isNaN(value)) values[kept++] = value
  }
  return values.subarray(0, kept).sort()
}

/** z₀: the normal quantile of the share of resamples below the estimate, equal ones counting half. */
function biasCorrection(sorted: Float64Array, estimate: number): number {
  let below = 0
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0
  const n = sorted.length
  // All on one side: as if half a resample lay on the other, since an infinite z₀ has no use.
  return normalQuantile(Math.min(Math.max(below, 0.5), n - 0.5) / n)
}

/** The acceleration: a sixth of the skewness of the statistic's jackknife values. */
function acceleration<T>(data: readonly T[], statistic: (sample: readonly T[]) => number): number {
  const n = data.length
  if (n < 2) return 0
  const values = new Float64Array(n)
  for (let left = 0; left < n; left++) {
    values[left] = statistic(data.filter((_, i) => i !== left))
  }
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
