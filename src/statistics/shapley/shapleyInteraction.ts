import { pairsOf } from '../pairsOf.js'
import { type CoalitionValues, coalitionCount, sizeOf, weigh } from './coalitions.js'

/**
 * The weights by which the interaction indices follow from the values of all coalitions, as `shapleyWeights`.
 * Source: Grabisch, M. & Roubens, M. (1999), An axiomatic approach to the concept of interaction among players in
 * cooperative games, International Journal of Game Theory 28(4), 547–565.
 *
 * @param k number of players, 1 to 16
 * @returns one row a pair in the order of `pairsOf`, of 2^k weights
 * @throws RangeError if k is not a whole number from 1 to 16
 */
export function shapleyInteractionWeights(k: number): Float64Array[] {
  const coalitions = coalitionCount(k)
  // With s others: s! (k − s − 2)! / (k − 1)!.
  const joining = new Float64Array(k)
  let sets = 1
  for (let s = 0; s < k - 1; s++) {
    joining[s] = 1 / ((k - 1) * sets)
    sets = (sets * (k - 2 - s)) / (s + 1)
  }
  return pairsOf(k).map(([first, second]) => {
    const one = 1 << first
    const other = 1 << second
    const row = new Float64Array(coalitions)
    for (let without = 0; without < coalitions; without++) {
      if (without & (one | other)) continue
      const weight = joining[sizeOf(without)]
      row[without] = weight
      row[without | one] = -weight
      row[without | other] = -weight
      row[without | one | other] = weight
    }
    return row
  })
}

/**
 * The Shapley interaction index of each pair of players: how much more the two are worth together than the sum of what
 * each adds alone, averaged over what else is there. Above 0 they need each other, below 0 they replace each other.
 * Source: as `shapleyInteractionWeights`.
 *
 * @param values what each coalition is worth, in any unit
 * @param k number of players, 1 to 16
 * @returns one index a pair in the order of `pairsOf`, same unit
 * @throws RangeError if k is not a whole number from 1 to 16, or a list has not 2^k values
 */
export function shapleyInteraction(values: CoalitionValues, k: number): Float64Array {
  return weigh(shapleyInteractionWeights(k), values)
}
