import type { Key } from '../random/index.js'
import { mean } from './mean.js'
import { checkArrangements, extremeness, type RandomizationTest } from './randomizationTest.js'
import { repeatedDraws } from './repeatedDraws.js'
import { shuffle } from './shuffle.js'

/** How to permute. */
export interface PermutationTestOptions {
  /** Number of random divisions for more than 16 values; 9,999 unless told. */
  readonly permutations?: number
}

/** Up to this many values in both samples all divisions are tried. */
const mostExact = 16

/**
 * Whether two independent samples differ in their means, by dividing their values anew: without an effect every division
 * into samples of these sizes is as likely. Needs no normal distribution.
 * Source: Pitman, E. J. G. (1937), Significance tests which may be applied to samples from any populations, Supplement
 * to JRSS 4(1), 119–130; with (1 + hits) / (1 + permutations), Phipson, B. & Smyth, G. K. (2010), Statistical
 * Applications in Genetics and Molecular Biology 9(1), 39.
 *
 * The statistic is the absolute difference. Draw j of permutation r is addressed by (key; r, j).
 *
 * @param key whose chance this is: a key with a domain of its own, see `deriveKey`
 * @returns the mean of the first less that of the second, and its p, which is NaN if a sample is empty or holds a value
 *   that is not finite
 * @throws RangeError if the number of permutations is not a whole number from 1
 */
export function permutationTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  key: Key,
  { permutations = 9999 }: PermutationTestOptions = {},
): RandomizationTest {
  checkArrangements(permutations)
  const n = first.length
  const m = second.length
  const values = new Float64Array(n + m)
  values.set(first)
  values.set(second, n)
  const exact = n + m <= mostExact
  const statistic = mean(first) - mean(second)
  if (!Number.isFinite(statistic)) return { statistic, p: NaN, exact, arrangements: 0 }
  // From the pooled mean the difference of means is the first sum · (1/n + 1/m).
  const centre = mean(values)
  for (let i = 0; i < n + m; i++) values[i] -= centre
  let own = 0
  for (let i = 0; i < n; i++) own += values[i]
  const observed = extremeness(own, values)
  const { hits, arrangements } = exact
    ? allDivisions(values, n, observed)
    : randomDivisions(values, n, observed, permutations, key)
  return { statistic, p: (1 + hits) / (1 + arrangements), exact, arrangements }
}

interface Divisions {
  readonly hits: number
  readonly arrangements: number
}

function allDivisions(values: Float64Array, n: number, observed: number): Divisions {
  let hits = 0
  let arrangements = 0
  const own = (1 << n) - 1
  for (let mask = 0; mask < 1 << values.length; mask++) {
    let size = 0
    let total = 0
    for (let i = 0; i < values.length; i++) {
      if (!((mask >> i) & 1)) continue
      size++
      total += values[i]
    }
    if (size !== n || mask === own) continue
    arrangements++
    if (Math.abs(total) >= observed) hits++
  }
  return { hits, arrangements }
}

function randomDivisions(
  values: Float64Array,
  n: number,
  observed: number,
  permutations: number,
  key: Key,
): Divisions {
  const draws = repeatedDraws(key)
  let hits = 0
  for (let r = 0; r < permutations; r++) {
    const order = shuffle(values.length, draws(r, values.length))
    let total = 0
    for (let i = 0; i < n; i++) total += values[order[i]]
    if (Math.abs(total) >= observed) hits++
  }
  return { hits, arrangements: permutations }
}
