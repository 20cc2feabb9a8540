import { type BootstrapOptions, checkReplicates } from './bootstrap.js'
import { type Bootstrap, bootstrapIntervals } from './bootstrapIntervals.js'
import { repeatedDraws } from './repeatedDraws.js'

/** Independent observations of m quantities each. */
export interface ObservationTable {
  /** n × m numbers in row order, one row an observation. */
  readonly values: Float64Array
  /** m, the quantities of an observation. */
  readonly columns: number
}

/**
 * Bootstrap intervals of statistics that depend on the observations through the means of some quantities alone: the
 * same as `bootstrap` with the same key, but for rounding, at a fraction of the time. Many statistics share their
 * resamples.
 * Source: as `bootstrap`.
 *
 * @param table the observations, finite numbers
 * @param statistic numbers from the m means, always as many; the array it gets is reused, so it must not keep it
 * @returns one result for each number of the statistic
 * @throws RangeError if there is not at least one replicate, or the level is not between 0 and 1
 */
export function bootstrapMeans(
  { values, columns }: ObservationTable,
  statistic: (means: Float64Array) => ArrayLike<number>,
  { replicates = 2000, level = 0.95, key }: BootstrapOptions,
): Bootstrap[] {
  checkReplicates(replicates)
  const n = values.length / columns
  const means = new Float64Array(columns)
  const sums = new Float64Array(columns)
  const counts = new Int32Array(n).fill(1)
  const draws = repeatedDraws(key)

  const estimates = Float64Array.from(statistic(meansOfCounted()))
  const totals = sums.slice()

  const resampled = Array.from(estimates, () => new Float64Array(n === 0 ? 0 : replicates))
  for (let r = 0; r < replicates && n > 0; r++) {
    const u = draws(r, n)
    counts.fill(0)
    for (let j = 0; j < n; j++) counts[Math.floor(u[j] * n)]++
    const found = statistic(meansOfCounted())
    resampled.forEach((row, i) => {
      row[r] = found[i]
    })
  }
  const jackknifed = resampled.map(() => new Float64Array(n))
  for (let left = 0; left < n; left++) {
    for (let c = 0; c < columns; c++) {
      means[c] = (totals[c] - values[left * columns + c]) / (n - 1)
    }
    const found = statistic(means)
    jackknifed.forEach((row, i) => {
      row[left] = found[i]
    })
  }
  return resampled.map((row, i) =>
    bootstrapIntervals(estimates[i], row, () => jackknifed[i], level),
  )

  function meansOfCounted(): Float64Array {
    sums.fill(0)
    for (let j = 0; j < n; j++) {
      const count = counts[j]
      if (count === 0) continue
      const start = j * columns
      for (let c = 0; c < columns; c++) sums[c] += count * values[start + c]
    }
    for (let c = 0; c < columns; c++) means[c] = sums[c] / n
    return means
  }
}
