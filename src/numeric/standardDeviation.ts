import { sum } from './sum.js'

/**
 * The standard deviation of a whole population (divisor n), by two passes: mean, then squares.
 *
 * @param n how many of the first elements to take; all of them if absent
 * @returns same unit as the values, 0 or more; NaN for no values
 */
export function standardDeviation(values: ArrayLike<number>, n = values.length): number {
  const mean = sum(values, n) / n
  let squares = 0
  for (let i = 0; i < n; i++) {
    const d = values[i] - mean
    squares += d * d
  }
  return Math.sqrt(squares / n)
}
