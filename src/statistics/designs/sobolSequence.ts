import type { Key } from '../../random/index.js'
import { checkCount, type UnitPoint } from './design.js'
import { joeKuo } from './joeKuo.js'
import { owenScrambled } from './owenScrambled.js'

const initial = joeKuo
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map(Number))

/** Dimensions for which there are direction numbers. */
export const mostSobolDimensions = initial.length + 1

/** Binary digits of an unscrambled coordinate, and so 2^32 points at most. */
const bits = 32

/** Which points of a Sobol' sequence. */
export interface SobolOptions {
  /** Scrambles the points by this chance: a key with a domain of its own, see `deriveKey`. Not scrambled if absent. */
  readonly scramble?: Key
  /** How many points at the beginning to leave out; none unless told. The first point is at the origin. */
  readonly skip?: number
}

/**
 * Points of the Sobol' sequence, which fill the unit cube far more evenly than chance does: of any 2^m successive points
 * from a multiple of 2^m on, each of 2^m equal intervals of a coordinate holds exactly one. Take a power of two of
 * them, and leave none out: the origin is a point of the net.
 * Source: Sobol', I. M. (1967), On the distribution of points in a cube and the approximate evaluation of integrals,
 * USSR Computational Mathematics and Mathematical Physics 7(4), 86–112; in the order of Antonov, I. A. & Saleev, V. M.
 * (1979), same journal 19(1), 252–256; direction numbers as in `joeKuo`.
 *
 * With `scramble` the digits are permuted at random, see `owenScrambled`: each point is then uniform in the cube, a mean
 * over the points is unbiased, and the evenness stays. Point i is the same for whatever n and skip; coordinate j for
 * whatever d.
 *
 * @param n number of points
 * @param d number of dimensions, 0 to 161
 * @returns n points in [0, 1)^d
 * @throws RangeError if n, d or skip is out of range; there are 2^32 points
 */
export function sobolSequence(
  n: number,
  d: number,
  { scramble, skip = 0 }: SobolOptions = {},
): UnitPoint[] {
  checkCount(d, 'the number of dimensions', 0, mostSobolDimensions)
  checkCount(skip, 'the number of points left out')
  checkCount(n, 'the number of points', 0, 4294967296 - skip)
  const directions = Array.from({ length: d }, (_, j) => directionNumbers(j))
  return Array.from({ length: n }, (_, i) => {
    const index = skip + i
    // Its Gray code: neighbours differ in one digit.
    const code = index ^ (index >>> 1)
    return Float64Array.from(directions, (direction, j) => {
      let digits = 0
      for (let bit = 0; bit < bits; bit++) if ((code >>> bit) & 1) digits ^= direction[bit]
      digits >>>= 0
      return scramble === undefined ? digits / 4294967296 : owenScrambled(digits, j, scramble)
    })
  })
}

/**
 * The direction numbers v₁ … v₃₂ of a dimension counted from 0, as fractions of 2^32.
 * Source: Bratley, P. & Fox, B. L. (1988), Algorithm 659: implementing Sobol's quasirandom sequence generator, ACM
 * TOMS 14(1), 88–100.
 */
function directionNumbers(dimension: number): Int32Array {
  const v = new Int32Array(bits)
  if (dimension === 0) {
    for (let k = 0; k < bits; k++) v[k] = 1 << (bits - 1 - k)
    return v
  }
  const [a, ...m] = initial[dimension - 1]
  const degree = m.length
  for (let k = 0; k < bits; k++) {
    if (k < degree) {
      v[k] = m[k] << (bits - 1 - k)
      continue
    }
    v[k] = v[k - degree] ^ (v[k - degree] >>> degree)
    for (let term = 1; term < degree; term++) {
      if ((a >> (degree - 1 - term)) & 1) v[k] ^= v[k - term]
    }
  }
  return v
}
