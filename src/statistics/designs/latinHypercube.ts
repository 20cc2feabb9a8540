import type { Key } from '../../random/index.js'
import { repeatedDraws } from '../repeatedDraws.js'
import { shuffle } from '../shuffle.js'
import { belowOne, checkCount, type UnitPoint } from './design.js'

/**
 * A Latin hypercube sample: in each dimension alone, each of n equal strata holds exactly one point, at a random place
 * within it; the strata of different dimensions are paired at random.
 * Source: McKay, M. D., Beckman, R. J. & Conover, W. J. (1979), A comparison of three methods for selecting values of
 * input variables in the analysis of output from a computer code, Technometrics 21(2), 239–245.
 *
 * A dimension depends on (n, key, its number) alone: one more dimension leaves the others as they are. A part of the
 * points is no Latin hypercube.
 *
 * @param n number of points
 * @param d number of dimensions
 * @param key whose chance this is: a key with a domain of its own, see `deriveKey`
 * @returns n points in [0, 1)^d
 * @throws RangeError if n or d is not a whole number from 0
 */
export function latinHypercube(n: number, d: number, key: Key): UnitPoint[] {
  checkCount(n, 'the number of points')
  checkCount(d, 'the number of dimensions')
  const points = Array.from({ length: n }, () => new Float64Array(d))
  const draws = repeatedDraws(key)
  for (let dimension = 0; dimension < d; dimension++) {
    const u = draws(dimension, 2 * n)
    const strata = shuffle(n, u)
    for (let i = 0; i < n; i++) {
      points[i][dimension] = Math.min((strata[i] + u[n + i]) / n, belowOne)
    }
  }
  return points
}
