import { normalQuantile } from '../numeric/index.js'
import { type Interval, tailOf } from './Interval.js'

/**
 * The score interval of a proportion, which stays within [0, 1] and holds for small samples.
 * Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
 * JASA 22(158), 209–212.
 *
 * @param k number of successes, 0 to n
 * @param n number of trials; none gives the estimate NaN and the interval from 0 to 1
 * @param level coverage
 * @throws RangeError if k is not one of 0 to n, or the level is not between 0 and 1
 */
export function wilson(k: number, n: number, level = 0.95): Interval {
  if (!(k >= 0 && k <= n)) throw new RangeError(`${k} successes in ${n} trials`)
  const z = -normalQuantile(tailOf(level))
  if (n === 0) return { estimate: NaN, lower: 0, upper: 1, level }
  const estimate = k / n
  const shrink = 1 + (z * z) / n
  const centre = (estimate + (z * z) / (2 * n)) / shrink
  const half = (z / shrink) * Math.sqrt((estimate * (1 - estimate)) / n + (z * z) / (4 * n * n))
  // At the ends the bound is exact; rounding would leave it a hair beside.
  return {
    estimate,
    lower: k === 0 ? 0 : Math.max(0, centre - half),
    upper: k === n ? 1 : Math.min(1, centre + half),
    level,
  }
}
