/*
 * A coalition of k players (causes, factors) is a mask: bit i says whether player i is in it. The empty coalition is 0,
 * the grand coalition 2^k − 1.
 */

/** What each coalition is worth: a list of 2^k numbers found at the mask, or a function of it. */
export type CoalitionValues = ArrayLike<number> | ((coalition: number) => number)

/** Most players for which all coalitions are listed. */
export const mostPlayers = 16

/**
 * The number of coalitions of k players, 2^k.
 *
 * @throws RangeError if k is not a whole number from 1 to `mostPlayers`
 */
export function coalitionCount(k: number): number {
  if (!Number.isInteger(k) || k < 1 || k > mostPlayers) {
    throw new RangeError(`players must number 1 to ${mostPlayers}, not ${k}`)
  }
  return 1 << k
}

/** How many players a coalition has. */
export function sizeOf(coalition: number): number {
  let size = 0
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size++
  return size
}

/**
 * One number a row of weights: Σ weight · value over the coalitions, each found at its place in the row (with all
 * coalitions, at its mask). One of weight 0 is not asked for, so its value may be missing.
 *
 * @throws RangeError if a list of values is not as long as a row of weights
 */
export function weigh(weights: readonly Float64Array[], values: CoalitionValues): Float64Array {
  const value = typeof values === 'function' ? values : (coalition: number) => values[coalition]
  for (const row of weights) {
    if (typeof values === 'function' || values.length === row.length) continue
    throw new RangeError(`${row.length} coalitions but ${values.length} values`)
  }
  return Float64Array.from(weights, (row) => {
    let total = 0
    for (let coalition = 0; coalition < row.length; coalition++) {
      const weight = row[coalition]
      if (weight !== 0) total += weight * value(coalition)
    }
    return total
  })
}
