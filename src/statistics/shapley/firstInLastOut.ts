import { coalitionCount } from './coalitions.js'

/**
 * The weights of first-in effects: what player i adds to nobody, v({i}) − v(∅). Is it sufficient alone?
 *
 * @param k number of players, 1 to 16
 * @returns one row a player, of 2^k weights found at the coalition's mask
 * @throws RangeError if k is not a whole number from 1 to 16
 */
export function firstInWeights(k: number): Float64Array[] {
  return effectWeights(k, () => 0)
}

/**
 * The weights of last-out effects: what is lost when player i alone leaves, v(N) − v(N without i). Is it necessary?
 *
 * @param k number of players, 1 to 16
 * @returns one row a player, of 2^k weights found at the coalition's mask
 * @throws RangeError if k is not a whole number from 1 to 16
 */
export function lastOutWeights(k: number): Float64Array[] {
  return effectWeights(k, (bit) => (1 << k) - 1 - bit)
}

function effectWeights(k: number, others: (bit: number) => number): Float64Array[] {
  const coalitions = coalitionCount(k)
  return Array.from({ length: k }, (_, player) => {
    const bit = 1 << player
    const row = new Float64Array(coalitions)
    row[others(bit)] = -1
    row[others(bit) | bit] = 1
    return row
  })
}
