import type { Key } from '../random/index.js'
import { mean } from './mean.js'
import { checkArrangements, extremeness, type RandomizationTest } from './randomizationTest.js'
import { repeatedDraws } from './repeatedDraws.js'

/** How to flip. */
export interface SignFlipOptions {
  /** Number of random flips for more than 12 values; 9,999 unless told. */
  readonly flips?: number
}

/** Up to this many values all 2^n flips are tried. */
const mostExact = 12

/**
 * Whether the mean of independent values differs from 0, by flipping their signs: without an effect each is as likely to
 * have come out the other way round. Needs no normal distribution, only symmetry. For observations in clusters pass the
 * clusters' means.
 * Source: Fisher, R. A. (1935), The design of experiments, section 21; with (1 + hits) / (1 + flips), Phipson, B. &
 * Smyth, G. K. (2010), Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular
 * Biology 9(1), 39.
 *
 * The statistic is the absolute mean. Flip f of value j is a draw addressed by (key; f, j).
 *
 * @param clusterMeans one value a cluster (or pair)
 * @param key whose chance this is: a key with a domain of its own, see `deriveKey`
 * @returns the mean and its p, which is NaN for no values or one that is not finite
 * @throws RangeError if the number of flips is not a whole number from 1
 */
export function signFlipTest(
  clusterMeans: ArrayLike<number>,
  key: Key,
  { flips = 9999 }: SignFlipOptions = {},
): RandomizationTest {
  checkArrangements(flips)
  const n = clusterMeans.length
  const exact = n <= mostExact
  const statistic = mean(clusterMeans)
  if (!Number.isFinite(statistic)) return { statistic, p: NaN, exact, arrangements: 0 }
  const arrangements = exact ? (1 << n) - 1 : flips
  const draws = repeatedDraws(key)
  const observed = extremeness(statistic * n, clusterMeans)
  let hits = 0
  for (let f = 0; f < arrangements; f++) {
    const u = exact ? undefined : draws(f, n)
    let total = 0
    for (let j = 0; j < n; j++) {
      const flipped = u === undefined ? ((f + 1) >> j) & 1 : u[j] < 0.5
      total += flipped ? -clusterMeans[j] : clusterMeans[j]
    }
    if (Math.abs(total) >= observed) hits++
  }
  return { statistic, p: (1 + hits) / (1 + arrangements), exact, arrangements }
}
