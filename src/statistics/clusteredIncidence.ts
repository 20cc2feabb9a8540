import { cumulativeIncidence, type Step } from './eventTimes.js'
import { wilson } from './wilson.js'

/**
 * As `cumulativeIncidence`, for runs that come in clusters which share something (a parameter set): each share has
 * Wilson's interval for the number of independent runs that would be as exact. That number is p(1 − p) by the variance
 * of the share between clusters, and never above the number of runs.
 * Source: Kish, L. (1965), Survey sampling (design effect); Korn, E. L. & Graubard, B. I. (1998),
 * Confidence intervals for proportions with small expected number of positive counts, Survey Methodology 24, 193–201.
 *
 * @param times one a run; NaN or Infinity for never
 * @param clusters the number of each run's cluster
 * @param horizon until when the runs were watched, same unit
 * @param level coverage at each time
 */
export function clusteredIncidence(
  times: readonly number[],
  clusters: readonly number[],
  horizon: number,
  level = 0.95,
): Step[] {
  return cumulativeIncidence(times, horizon, level).map((step) => {
    const { time, estimate } = step
    const happened = times.map((t) => (t <= time ? 1 : 0))
    const n = effectiveSize(happened, clusters)
    return { ...step, ...wilson(estimate * n, n, level), estimate }
  })
}

/** How many independent observations of yes or no (1 or 0) would tell their share as exactly as clustered ones do. */
export function effectiveSize(yes: readonly number[], clusters: readonly number[]): number {
  const n = yes.length
  const share = yes.reduce((a, b) => a + b, 0) / n
  const offsets = new Map<number, number>()
  yes.forEach((x, i) => {
    offsets.set(clusters[i], (offsets.get(clusters[i]) ?? 0) + x - share)
  })
  const m = offsets.size
  if (m < 2) return Math.min(n, 1)
  let squares = 0
  for (const offset of offsets.values()) squares += offset * offset
  const variance = ((m / (m - 1)) * squares) / (n * n)
  // Without any spread, nothing tells how alike the runs of a cluster are: each cluster counts once.
  return variance === 0 ? m : Math.min(n, (share * (1 - share)) / variance)
}
