import { type Key, threefry2x32 } from '../../random/index.js'

/** Digits scrambled by one pair of words: a tree of six levels has 63 nodes. */
const levels = 6
const words = new Int32Array(2)

/**
 * A coordinate of a digital net after Owen's nested uniform scrambling: whether a binary digit is turned over is a fair
 * coin for each value of the digits before it. Points that share their first digits still share as many, so nets remain
 * nets; every point is uniform in [0, 1). No approximation: each coin is a bit of a draw of its own, and below the 32nd
 * digit, where no two points of a net agree, digits are drawn.
 * Source: Owen, A. B. (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences, in Niederreiter & Shiue (eds), Monte
 * Carlo and quasi-Monte Carlo methods in scientific computing, 299–317.
 *
 * The coins of six digits come from Threefry-2x32 of (key; the digits before them, 8 · dimension + how many sixes).
 *
 * @param digits the coordinate times 2^32, a whole number
 * @param dimension which coordinate it is, counted from 0
 * @param key whose chance this is
 * @returns in [0, 1), a multiple of 2^-53
 */
export function owenScrambled(digits: number, dimension: number, key: Key): number {
  let scrambled = 0
  for (let from = 0; from < 32; from += levels) {
    const before = from === 0 ? 0 : digits >>> (32 - from)
    threefry2x32(key.hi, key.lo, before, 8 * dimension + from / levels, words)
    // Nodes are numbered as in a heap: the root is 1, below node i are 2i and 2i + 1.
    let node = 1
    for (let level = from; level < 32 && level < from + levels; level++) {
      const digit = (digits >>> (31 - level)) & 1
      const coin = (words[node >> 5] >>> (node & 31)) & 1
      scrambled = (scrambled << 1) | (digit ^ coin)
      node = 2 * node + digit
    }
  }
  threefry2x32(key.hi, key.lo, digits, 8 * dimension + 7, words)
  return ((scrambled >>> 0) * 2097152 + (words[0] >>> 11)) / 9007199254740992
}
