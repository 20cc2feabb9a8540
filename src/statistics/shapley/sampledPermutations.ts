import type { Key } from '../../random/index.js'
import { repeatedDraws } from '../repeatedDraws.js'
import { shuffle } from '../shuffle.js'
import { ordersBeyond, type PartialOrder, predecessors } from './linearExtensions.js'

/** Most players whose orders are counted: a million coalitions. */
const mostOrdered = 20

/**
 * Random orders in which players may join, each order as likely as any other: for more players than all coalitions
 * can be had of.
 * Source: Castro, J., Gómez, D. & Tejada, J. (2009), Polynomial calculation of the Shapley value based on sampling,
 * Computers & Operations Research 36(5), 1726–1730.
 *
 * Order r is addressed by (key; r), so more orders begin with the same ones.
 *
 * @param k number of players, 1 to 31, with a partial order at most 20
 * @param n number of orders
 * @param key whose chance this is: a key with a domain of its own, see `deriveKey`
 * @param after if given, only orders in which each player comes after those listed for it
 * @returns n rows of the k players in the order of joining
 * @throws RangeError if k or n is out of range, or the partial order is not one of k players or goes in a circle
 */
export function sampledPermutations(
  k: number,
  n: number,
  key: Key,
  after?: PartialOrder,
): Int32Array[] {
  const most = after === undefined ? 31 : mostOrdered
  if (!Number.isInteger(k) || k < 1 || k > most) {
    throw new RangeError(`players must number 1 to ${most}, not ${k}`)
  }
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is no number of orders`)
  const draws = repeatedDraws(key)
  if (after === undefined) return Array.from({ length: n }, (_, r) => shuffle(k, draws(r, k)))
  const before = predecessors(k, after)
  const beyond = ordersBeyond(before)
  return Array.from({ length: n }, (_, r) => extension(before, beyond, draws(r, k)))
}

/** One linear extension: the next player is drawn by how many orders go on from there. */
function extension(before: Int32Array, beyond: Float64Array, draws: Float64Array): Int32Array {
  const order = new Int32Array(before.length)
  let coalition = 0
  for (let place = 0; place < order.length; place++) {
    let left = draws[place] * beyond[coalition]
    for (let player = 0; player < order.length; player++) {
      const bit = 1 << player
      if (coalition & bit || before[player] & ~coalition) continue
      // Kept even if rounding leaves a remainder after the last that may come.
      order[place] = player
      left -= beyond[coalition | bit]
      if (left < 0) break
    }
    coalition |= 1 << order[place]
  }
  return order
}
