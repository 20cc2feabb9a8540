import type { Interval } from '../statistics/index.js'

/**
 * The median with an interval between two order statistics, whose coverage is at least the level whatever the
 * distribution.
 * Source: Conover, W. J. (1999), Practical nonparametric statistics, 3rd ed., section 3.2.
 *
 * @param values in any order, without NaN
 * @returns NaN throughout for no values; infinite bounds where the values are too few for the level
 */
export function medianInterval(values: ArrayLike<number>, level = 0.95): Interval {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  if (n === 0) return { estimate: NaN, lower: NaN, upper: NaN, level }
  const middle = n >> 1
  const estimate = n % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  const below = tailCount(n, (1 - level) / 2)
  if (below < 0) return { estimate, lower: -Infinity, upper: Infinity, level }
  return { estimate, lower: sorted[below], upper: sorted[n - 1 - below], level }
}

/** The largest k for which P(X ≤ k) ≤ tail, X binomial with n trials of probability one half; −1 if there is none. */
function tailCount(n: number, tail: number): number {
  // Weights relative to the middle one, outwards: the binomial coefficients themselves would overflow.
  const middle = n >> 1
  const weights = new Float64Array(n + 1)
  weights[middle] = 1
  for (let k = middle; k > 0; k--) weights[k - 1] = (weights[k] * k) / (n - k + 1)
  for (let k = middle; k < n; k++) weights[k + 1] = (weights[k] * (n - k)) / (k + 1)
  let total = 0
  for (const weight of weights) total += weight
  let below = 0
  for (let k = 0; k <= n; k++) {
    below += weights[k]
    if (below > tail * total) return k - 1
  }
  return n
}
