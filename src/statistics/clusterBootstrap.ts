import { type BootstrapOptions, bootstrap } from './bootstrap.js'
import type { Bootstrap } from './bootstrapIntervals.js'
import { bootstrapMeans } from './bootstrapMeans.js'

/** How to bootstrap clusters. */
export interface ClusterBootstrapOptions extends BootstrapOptions {
  /**
   * A number from all observations of the clusters drawn, a cluster drawn twice being there twice; the array it gets
   * is reused. The mean of the observations unless told, which takes no time.
   */
  readonly statistic?: (observations: readonly number[]) => number
}

/**
 * Bootstrap intervals where observations come in clusters that share something (the runs of one parameter set): whole
 * clusters are drawn, each with all its observations, and left out one by one for the acceleration of BCa.
 * Source: Davison, A. C. & Hinkley, D. V. (1997), Bootstrap methods and their application, section 3.8 (its first
 * strategy); Field, C. A. & Welsh, A. H. (2007), Bootstrapping clustered data, JRSS B 69(3), 369–390.
 *
 * The mean is of observations, not of clusters: a cluster counts by its size. To count clusters alike, pass their means
 * to `bootstrap`.
 *
 * @param clusters the observations of each cluster; sizes may differ, and a NaN makes the mean NaN
 * @returns NaN throughout for no observations; an interval of no width for one cluster
 * @throws RangeError if there is not at least one replicate, or the level is not between 0 and 1
 */
export function clusterBootstrap(
  clusters: readonly ArrayLike<number>[],
  { statistic, ...options }: ClusterBootstrapOptions,
): Bootstrap {
  if (statistic === undefined) return bootstrapOfMean(clusters, options)
  const observations: number[] = []
  return bootstrap(
    clusters,
    (sample) => {
      let n = 0
      for (const cluster of sample) {
        for (let i = 0; i < cluster.length; i++) observations[n++] = cluster[i]
      }
      observations.length = n
      return n === 0 ? NaN : statistic(observations)
    },
    options,
  )
}

/** The mean is a ratio of two means over clusters: of their sums and of their sizes. */
function bootstrapOfMean(
  clusters: readonly ArrayLike<number>[],
  options: BootstrapOptions,
): Bootstrap {
  const values = new Float64Array(2 * clusters.length)
  clusters.forEach((cluster, i) => {
    for (let j = 0; j < cluster.length; j++) values[2 * i] += cluster[j]
    values[2 * i + 1] = cluster.length
  })
  const [result] = bootstrapMeans(
    { values, columns: 2 },
    ([total, size]) => [total / size],
    options,
  )
  return result
}
