import { exp } from './exp.js'
import { log } from './log.js'

/**
 * The logistic function 1 / (1 + e^−x), from 0 to 1. Uses e^−|x|, so that neither tail overflows and
 * small probabilities keep their digits.
 *
 * @param x log-odds, any number; NaN gives NaN
 */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x))
  const e = exp(x)
  return e / (1 + e)
}

/**
 * The log-odds ln(p / (1 − p)), inverse of `logistic`.
 *
 * @param p probability in [0, 1]; 0 gives −Infinity, 1 gives Infinity, anything outside NaN
 */
export function logit(p: number): number {
  return log(p / (1 - p))
}
