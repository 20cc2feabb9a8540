import { exp, log } from '../numeric/index.js'

const mostRounds = 25
const closeEnough = 1e-7

/**
 * Logistic regression by maximum likelihood (Newton's method, that is iteratively reweighted least squares; McCullagh
 * and Nelder 1989, chapter 4).
 *
 * @param terms explanatory values, row by row; the first of each row is usually 1
 * @param outcome 0 or 1 for each row
 * @returns one weight for each term, or undefined where no finite weights fit best
 */
export function logisticFit(terms: Float64Array, outcome: Uint8Array): Float64Array | undefined {
  const rows = outcome.length
  const width = terms.length / rows
  const weights = new Float64Array(width)
  weights[0] = start(terms, outcome, width)
  const slope = new Float64Array(width)
  const curve = new Float64Array(width * width)
  for (let round = 0; round < mostRounds; round++) {
    slope.fill(0)
    curve.fill(0)
    for (let r = 0; r < rows; r++) {
      let worth = 0
      for (let t = 0; t < width; t++) worth += weights[t] * terms[r * width + t]
      if (!(Math.abs(worth) < 700)) return undefined
      const chance = 1 / (1 + exp(-worth))
      const spread = chance * (1 - chance)
      for (let t = 0; t < width; t++) {
        const x = terms[r * width + t]
        slope[t] += (outcome[r] - chance) * x
        for (let s = 0; s <= t; s++) curve[t * width + s] += spread * x * terms[r * width + s]
      }
    }
    if (!solve(curve, slope, width)) return undefined
    let largest = 0
    for (let t = 0; t < width; t++) {
      weights[t] += slope[t]
      largest = Math.max(largest, Math.abs(slope[t]))
    }
    if (largest < closeEnough) return weights
  }
  return undefined
}

/** A first weight for a constant first term: the odds over all rows. It saves rounds where outcomes are rare. */
function start(terms: Float64Array, outcome: Uint8Array, width: number): number {
  let ones = 0
  for (let r = 0; r < outcome.length; r++) {
    if (terms[r * width] !== 1) return 0
    ones += outcome[r]
  }
  return ones === 0 || ones === outcome.length ? 0 : log(ones / (outcome.length - ones))
}

/** Solves a symmetric system in place by Cholesky's method: `right` becomes the solution. */
function solve(lower: Float64Array, right: Float64Array, n: number): boolean {
  for (let t = 0; t < n; t++) {
    for (let s = 0; s <= t; s++) {
      let rest = lower[t * n + s]
      for (let k = 0; k < s; k++) rest -= lower[t * n + k] * lower[s * n + k]
      if (t === s) {
        if (!(rest > 0)) return false
        lower[t * n + t] = Math.sqrt(rest)
      } else lower[t * n + s] = rest / lower[s * n + s]
    }
  }
  for (let t = 0; t < n; t++) {
    for (let k = 0; k < t; k++) right[t] -= lower[t * n + k] * right[k]
    right[t] /= lower[t * n + t]
  }
  for (let t = n - 1; t >= 0; t--) {
    for (let k = t + 1; k < n; k++) right[t] -= lower[k * n + t] * right[k]
    right[t] /= lower[t * n + t]
  }
  return true
}
