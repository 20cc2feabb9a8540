import type { DatedSummary } from '../archive/index.js'
import { yearFraction } from '../calendar/index.js'
import type { Key } from '../random/index.js'
import {
  clusterBootstrap,
  clusteredIncidence,
  cumulativeIncidence,
  effectiveSize,
  restrictedMean,
  type Step,
  wilson,
} from '../statistics/index.js'
import { estimateOf } from './estimate.js'

/** Runs that share something, such as a parameter set. */
export interface Clusters {
  /** The number of each run's cluster. */
  readonly of: readonly number[]
  /** Whose chance the bootstrap of clusters takes. */
  readonly key: Key
}

/**
 * A dated outcome over many runs, up to a fixed horizon.
 *
 * @param days day numbers, one a run, NaN for never
 * @param horizon decimal year up to which all runs were watched
 * @param clusters which runs belong together; each is by itself, if absent
 */
export function datedSummary(
  days: readonly number[],
  horizon: number,
  clusters?: Clusters,
): DatedSummary {
  const years = days.map((day) => yearFraction(day))
  const came = years.map((year) => (year <= horizon ? 1 : 0))
  const n = clusters === undefined ? came.length : effectiveSize(came, clusters.of)
  const share = came.reduce((a: number, b) => a + b, 0) / came.length
  return {
    horizon,
    incidence: estimateOf(wilson(came.length === 0 ? 0 : share * n, came.length === 0 ? 0 : n)),
    restrictedMean: estimateOf(
      clusters === undefined
        ? restrictedMean(years, horizon)
        : clusterBootstrap(restrictedByCluster(years, horizon, clusters.of), clusters).bca,
    ),
    curve: curveOf(
      clusters === undefined
        ? cumulativeIncidence(years, horizon)
        : clusteredIncidence(years, clusters.of, horizon),
    ),
  }
}

function curveOf(steps: readonly Step[]): DatedSummary['curve'] {
  return {
    times: steps.map(({ time }) => time),
    share: steps.map(({ estimate }) => estimate),
    lower: steps.map(({ lower }) => lower),
    upper: steps.map(({ upper }) => upper),
  }
}

function restrictedByCluster(
  years: readonly number[],
  horizon: number,
  of: readonly number[],
): readonly number[][] {
  const clusters = new Map<number, number[]>()
  years.forEach((year, i) => {
    const cluster = clusters.get(of[i]) ?? []
    cluster.push(year <= horizon ? year : horizon)
    clusters.set(of[i], cluster)
  })
  return [...clusters.values()]
}
