import { type CoalitionValues, coalitionCount, sizeOf, weigh } from './coalitions.js'

/**
 * The weights by which the Shapley values follow from the values of all coalitions: φᵢ = Σ wᵢ[S] · v[S]. Being linear,
 * they may be applied to each replicate and the results averaged, which bootstraps them. Each row sums to 0.
 * Source: Shapley, L. S. (1953), A value for n-person games, in Kuhn & Tucker (eds), Contributions to the theory of
 * games II, 307–317.
 *
 * @param k number of players, 1 to 16
 * @returns one row a player, of 2^k weights found at the coalition's mask
 * @throws RangeError if k is not a whole number from 1 to 16
 */
export function shapleyWeights(k: number): Float64Array[] {
  const coalitions = coalitionCount(k)
  // Joining s others: s! (k − s − 1)! / k!, which is 1/k over the number of sets of s others.
  const joining = new Float64Array(k)
  let sets = 1
  for (let s = 0; s < k; s++) {
    joining[s] = 1 / (k * sets)
    sets = (sets * (k - 1 - s)) / (s + 1)
  }
  return Array.from({ length: k }, (_, player) => {
    const bit = 1 << player
    const row = new Float64Array(coalitions)
    for (let without = 0; without < coalitions; without++) {
      if (without & bit) continue
      const weight = joining[sizeOf(without)]
      row[without] = -weight
      row[without | bit] = weight
    }
    return row
  })
}

/**
 * The Shapley values: each player's marginal contribution, averaged over all orders in which the players may join. They
 * sum to the worth of all minus that of none.
 * Source: as `shapleyWeights`.
 *
 * @param values what each coalition is worth, in any unit
 * @param k number of players, 1 to 16
 * @returns one value a player, same unit
 * @throws RangeError if k is not a whole number from 1 to 16, or a list has not 2^k values
 */
export function shapley(values: CoalitionValues, k: number): Float64Array {
  return weigh(shapleyWeights(k), values)
}
