/**
 * A partial order of players: `after[i]` lists the players that must come before player i, that is, after which it
 * comes. What follows from these by way of others need not be listed.
 */
export type PartialOrder = readonly (readonly number[])[]

/**
 * For each player the mask of those that must come before it.
 *
 * @param k number of players, at most 31
 * @param after the partial order
 * @throws RangeError if it is not about k players, names one that is not there, or goes in a circle
 */
export function predecessors(k: number, after: PartialOrder): Int32Array {
  if (after.length !== k) throw new RangeError(`an order of ${after.length} players, not ${k}`)
  const before = new Int32Array(k)
  after.forEach((earlier, player) => {
    for (const other of earlier) {
      if (!Number.isInteger(other) || other < 0 || other >= k) {
        throw new RangeError(`player ${player} comes after ${other}, which is not one of ${k}`)
      }
      before[player] |= 1 << other
    }
  })
  // Whoever can come next joins; in a circle nobody can.
  let placed = 0
  for (let round = 0; round < k; round++) {
    for (let i = 0; i < k; i++) if ((before[i] & ~placed) === 0) placed |= 1 << i
  }
  const stuck = before.findIndex((_, i) => !(placed & (1 << i)))
  if (stuck >= 0) throw new RangeError(`the order goes in a circle through player ${stuck}`)
  return before
}

/**
 * For each coalition, in how many orders its members may come first: 0 where a member needs one outside. At the grand
 * coalition this is the number of linear extensions, counted by dynamic programming over down-sets.
 *
 * @param before masks of `predecessors`
 * @returns 2^k counts, exact up to 2^53 and within 1e-15 of themselves above
 */
export function ordersWithin(before: Int32Array): Float64Array {
  const counts = new Float64Array(1 << before.length)
  counts[0] = 1
  for (let coalition = 0; coalition < counts.length; coalition++) {
    if (counts[coalition] === 0) continue
    before.forEach((needed, player) => {
      const bit = 1 << player
      if (!(coalition & bit) && (needed & ~coalition) === 0)
        counts[coalition | bit] += counts[coalition]
    })
  }
  return counts
}

/**
 * For each coalition that may come first, in how many orders the other players may follow; where it may not come
 * first the count has no use.
 *
 * @param before masks of `predecessors`
 * @returns 2^k counts, as `ordersWithin`
 */
export function ordersBeyond(before: Int32Array): Float64Array {
  const counts = new Float64Array(1 << before.length)
  const all = counts.length - 1
  counts[all] = 1
  for (let coalition = all - 1; coalition >= 0; coalition--) {
    before.forEach((needed, player) => {
      const bit = 1 << player
      if (!(coalition & bit) && (needed & ~coalition) === 0)
        counts[coalition] += counts[coalition | bit]
    })
  }
  return counts
}
