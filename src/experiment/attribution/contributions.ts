import {
  asymmetricShapleyWeights,
  type IndexPair,
  type PartialOrder,
  pairsOf,
  permutationWeights,
  shapleyInteractionWeights,
  shapleyWeights,
} from '../../statistics/index.js'
import type { OrderGroup } from './boundsOverOrders.js'
import type { SampledOrders } from './subsetsToRun.js'

/**
 * By what weights contributions follow from the values of subsets, in the order of those that were run. All of them are
 * linear, so they hold replicate by replicate and for the mean alike.
 */
export interface Contributions {
  /** One row a cause. */
  readonly shapley: readonly Float64Array[]
  /** Undefined where no dependency is declared. */
  readonly asymmetric: readonly Float64Array[] | undefined
  readonly firstIn: readonly Float64Array[]
  readonly lastOut: readonly Float64Array[]
  readonly pairs: readonly IndexPair[]
  /** One row a pair; none where orders were sampled, since they do not hold every subset that a pair needs. */
  readonly interactions: readonly Float64Array[]
  /** The orders that shares rest on, as they were drawn; undefined where every subset was run. */
  readonly sampled:
    | { readonly free: readonly OrderGroup[]; readonly ordered: readonly OrderGroup[] }
    | undefined
}

/**
 * The weights of all contributions of k causes.
 *
 * @param subsets masks of the causes that are on, ascending; all 2^k of them unless orders were sampled
 * @param after which causes come after which
 */
export function contributionsOf(
  k: number,
  subsets: readonly number[],
  after: PartialOrder,
  orders: SampledOrders | undefined,
): Contributions {
  const place = new Map(subsets.map((subset, at) => [subset, at]))
  const difference = (more: number, less: number) => {
    const row = new Float64Array(subsets.length)
    row[place.get(less)!] = -1
    row[place.get(more)!] = 1
    return row
  }
  const all = (1 << k) - 1
  const bits = Array.from({ length: k }, (_, cause) => 1 << cause)
  const effects = {
    firstIn: bits.map((bit) => difference(bit, 0)),
    lastOut: bits.map((bit) => difference(all, all - bit)),
  }
  const declared = after.some((earlier) => earlier.length > 0)
  if (orders !== undefined) {
    return {
      ...effects,
      shapley: permutationWeights(orders.free, subsets),
      asymmetric: declared ? permutationWeights(orders.ordered, subsets) : undefined,
      pairs: [],
      interactions: [],
      sampled: {
        free: orders.free.flatMap((order, at) =>
          at % 2 === 0 ? [[order, orders.free[at + 1]]] : [],
        ),
        ordered: orders.ordered.map((order) => [order]),
      },
    }
  }
  return {
    ...effects,
    shapley: shapleyWeights(k),
    asymmetric: declared ? asymmetricShapleyWeights(k, after) : undefined,
    pairs: pairsOf(k),
    interactions: shapleyInteractionWeights(k),
    sampled: undefined,
  }
}
