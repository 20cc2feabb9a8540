import { exp } from './exp.js'
import { log } from './log.js'

/**
 * The logistic function 1 / (1 + e^−x), from 0 to 1. Uses e^−|x|, so that neither tail overflows and
 * small probabilities keep their digits.
 *
 * @param x log-odds, any number; NaN gives NaN
 */
export function logistic(x: number): number {
  const e = exp(x >= 0 ? -x : x)
  return (x >= 0 ? 1 : e) / (1 + e)
}

/**
 * `logistic` of many numbers, in place. One by one each would be put on the heap to be handed back.
 *
 * @param n how many of the first numbers to take
 */
export function logistics(values: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) values[i] = logistic(values[i])
}

/**
 * The log-odds ln(p / (1 − p)), inverse of `logistic`.
 *
 * @param p probability in [0, 1]; 0 gives −Infinity, 1 gives Infinity, anything outside NaN
 */
export function logit(p: number): number {
  return log(p / (1 - p))
}
