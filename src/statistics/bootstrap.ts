import type { Key } from '../random/index.js'
import { type Bootstrap, bootstrapIntervals } from './bootstrapIntervals.js'
import { repeatedDraws } from './repeatedDraws.js'

/** How to bootstrap. */
export interface BootstrapOptions {
  /** Number of resamples; 2,000 unless told. */
  readonly replicates?: number
  /** Coverage; 0.95 unless told. */
  readonly level?: number
  /** Whose chance this is: a key with a domain of its own, see `deriveKey`. */
  readonly key: Key
}

/**
 * Bootstrap intervals of any statistic of independent observations: percentile, and bias-corrected and
 * accelerated (BCa) with the acceleration from the jackknife.
 * Source: Efron, B. (1987), Better bootstrap confidence intervals, JASA 82(397), 171–185; Efron, B. &
 * Tibshirani, R. (1993), An introduction to the bootstrap, chapter 14.
 *
 * Observation j of resample r is a draw addressed by (key; r, j), so the result depends on the data,
 * the key and the options alone, and more replicates begin with the same ones. For pairs pass them as
 * the observations; for clusters see `clusterBootstrap`, for means `bootstrapMeans`.
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
  checkReplicates(replicates)
  const observations = Array.from(data)
  if (observations.length === 0) return bootstrapIntervals(NaN, none, () => none, level)
  return bootstrapIntervals(
    statistic([...observations]),
    resample(observations, statistic, replicates, key),
    () => jackknife(observations, statistic),
    level,
  )
}

const none = new Float64Array(0)

/** @throws RangeError if there is not at least one replicate */
export function checkReplicates(replicates: number): void {
  if (!Number.isSafeInteger(replicates) || replicates < 1) {
    throw new RangeError(`a bootstrap needs at least one replicate, not ${replicates}`)
  }
}

/** The statistic of each resample. */
function resample<T>(
  data: readonly T[],
  statistic: (sample: readonly T[]) => number,
  replicates: number,
  key: Key,
): Float64Array {
  const n = data.length
  const draws = repeatedDraws(key)
  const sample = [...data]
  return Float64Array.from({ length: replicates }, (_, r) => {
    const u = draws(r, n)
    for (let j = 0; j < n; j++) sample[j] = data[Math.floor(u[j] * n)]
    return statistic(sample)
  })
}

/** The statistic without each observation in turn. */
function jackknife<T>(
  data: readonly T[],
  statistic: (sample: readonly T[]) => number,
): Float64Array {
  const sample = data.slice(1)
  return Float64Array.from(data, (_, left) => {
    if (left > 0) sample[left - 1] = data[left - 1]
    return statistic(sample)
  })
}
