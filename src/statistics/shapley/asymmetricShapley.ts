import { type CoalitionValues, coalitionCount, weigh } from './coalitions.js'
import { ordersBeyond, ordersWithin, type PartialOrder, predecessors } from './linearExtensions.js'

/**
 * The weights by which the asymmetric Shapley values follow from the values of all coalitions, as `shapleyWeights`.
 * Coalitions that no admitted order passes through have weight 0 for every player.
 * Source: Frye, C., Rowat, C. & Feige, I. (2020), Asymmetric Shapley values: incorporating causal knowledge into
 * model-agnostic explainability, Advances in Neural Information Processing Systems 33.
 *
 * @param k number of players, 1 to 16
 * @param after which players come after which
 * @returns one row a player, of 2^k weights found at the coalition's mask
 * @throws RangeError if k is not a whole number from 1 to 16, or the order is not one of k players or goes in a circle
 */
export function asymmetricShapleyWeights(k: number, after: PartialOrder): Float64Array[] {
  const coalitions = coalitionCount(k)
  const before = predecessors(k, after)
  const within = ordersWithin(before)
  const beyond = ordersBeyond(before)
  const orders = beyond[0]
  return Array.from(before, (needed, player) => {
    const bit = 1 << player
    const row = new Float64Array(coalitions)
    for (let without = 0; without < coalitions; without++) {
      if (without & bit || needed & ~without || within[without] === 0) continue
      // The share of orders in which exactly these come before the player.
      const weight = (within[without] / orders) * beyond[without | bit]
      row[without] = -weight
      row[without | bit] = weight
    }
    return row
  })
}

/**
 * Asymmetric Shapley values: each player's marginal contribution, averaged over those orders of joining alone in which
 * a player comes after all it is said to come after. A cause then gets the credit for what it works through others.
 * They sum to the worth of all minus that of none; without any order they are the Shapley values.
 * Source: as `asymmetricShapleyWeights`.
 *
 * @param values what each coalition is worth, in any unit
 * @param k number of players, 1 to 16
 * @param after `after[i]` lists the players after which player i comes
 * @returns one value a player, same unit
 * @throws RangeError as `asymmetricShapleyWeights`, and if a list has not 2^k values
 */
export function asymmetricShapley(
  values: CoalitionValues,
  k: number,
  after: PartialOrder,
): Float64Array {
  return weigh(asymmetricShapleyWeights(k, after), values)
}
