import { type Interval, tailOf } from './Interval.js'
import { mean, variance } from './mean.js'
import { studentQuantile } from './studentT.js'

/**
 * The mean with its interval from Student's t: mean ± t · s/√n.
 * Source: Student (1908), The probable error of a mean, Biometrika 6(1), 1–25.
 *
 * @param level coverage
 * @returns bounds of NaN for fewer than two values: nothing is known of the spread
 * @throws RangeError if the level is not between 0 and 1
 */
export function meanInterval(values: ArrayLike<number>, level = 0.95): Interval {
  const tail = tailOf(level)
  const n = values.length
  const estimate = mean(values)
  if (n < 2) return { estimate, lower: NaN, upper: NaN, level }
  const half = -studentQuantile(tail, n - 1) * Math.sqrt(variance(values) / n)
  return { estimate, lower: estimate - half, upper: estimate + half, level }
}
