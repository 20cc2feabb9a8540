import { mean, variance } from '../mean.js'

/** Shapley values estimated from sampled orders. */
export interface SampledShapley {
  /** One value a player, in the unit of the coalitions' values. */
  readonly values: Float64Array
  /** How far chance in the orders may have moved each, same unit; NaN for fewer than two orders. */
  readonly standardErrors: Float64Array
}

/**
 * The coalitions that orders of joining pass through, the empty and the grand one included: those whose values must be
 * known.
 *
 * @param permutations rows of players in the order of joining, see `sampledPermutations`
 * @returns masks in ascending order, each once
 */
export function coalitionsOf(permutations: readonly ArrayLike<number>[]): Int32Array {
  const seen = new Set<number>()
  for (const order of permutations) {
    let coalition = 0
    seen.add(coalition)
    for (let place = 0; place < order.length; place++) {
      coalition |= 1 << order[place]
      seen.add(coalition)
    }
  }
  return Int32Array.from(seen).sort()
}

/**
 * The weights by which the Shapley values estimated from sampled orders follow from the values of `coalitionsOf` those
 * orders. Being linear, they may be applied to each replicate (with `weigh`) and the results averaged.
 *
 * @param permutations rows of k players in the order of joining
 * @param coalitions what `coalitionsOf` gives for them
 * @returns one row a player, of one weight a coalition, in the order of `coalitions`
 */
export function permutationWeights(
  permutations: readonly ArrayLike<number>[],
  coalitions: ArrayLike<number>,
): Float64Array[] {
  const k = permutations.length === 0 ? 0 : permutations[0].length
  const places = new Map(Array.from(coalitions, (coalition, at) => [coalition, at]))
  const weights = Array.from({ length: k }, () => new Float64Array(coalitions.length))
  const share = 1 / permutations.length
  for (const order of permutations) {
    let coalition = 0
    for (let place = 0; place < k; place++) {
      const row = weights[order[place]]
      row[places.get(coalition)!] -= share
      coalition |= 1 << order[place]
      row[places.get(coalition)!] += share
    }
  }
  return weights
}

/**
 * Shapley values estimated from sampled orders: the mean of each player's marginal contributions. Unbiased for the
 * Shapley values, or for the asymmetric ones if the orders respect a partial order. They sum to the worth of all minus
 * that of none exactly, since each order does.
 * Source: Castro, J., Gómez, D. & Tejada, J. (2009), Computers & Operations Research 36(5), 1726–1730.
 *
 * @param permutations rows of k players in the order of joining, see `sampledPermutations`
 * @param value what a coalition is worth; asked for those of `coalitionsOf` alone, each as often as it comes up
 */
export function shapleyFromPermutations(
  permutations: readonly ArrayLike<number>[],
  value: (coalition: number) => number,
): SampledShapley {
  const k = permutations.length === 0 ? 0 : permutations[0].length
  const n = permutations.length
  const contributions = Array.from({ length: k }, () => new Float64Array(n))
  permutations.forEach((order, r) => {
    let coalition = 0
    let worth = value(coalition)
    for (let place = 0; place < k; place++) {
      coalition |= 1 << order[place]
      const next = value(coalition)
      contributions[order[place]][r] = next - worth
      worth = next
    }
  })
  return {
    values: Float64Array.from(contributions, mean),
    standardErrors: Float64Array.from(contributions, (row) => Math.sqrt(variance(row) / n)),
  }
}
