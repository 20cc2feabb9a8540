import { sum } from '../numeric/index.js'

/** The arithmetic mean, summed in index order; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length
}

/**
 * The variance of a sample (divisor n − 1), by two passes.
 *
 * @returns the square of the values' unit; NaN for fewer than two values
 */
export function variance(values: ArrayLike<number>): number {
  const n = values.length
  if (n < 2) return NaN
  const centre = mean(values)
  let squares = 0
  for (let i = 0; i < n; i++) {
    const d = values[i] - centre
    squares += d * d
  }
  return squares / (n - 1)
}
