import { deriveKey } from '../../random/index.js'
import { coalitionsOf, type PartialOrder, sampledPermutations } from '../../statistics/index.js'

/** Most causes of which every subset is run: 256. */
export const mostWhole = 8

/** Most causes of which orders are sampled. */
export const mostSampled = 20

/** Orders that are sampled where nobody says how many. */
export const usualPermutations = 32

/** Orders in which causes are added, sampled. */
export interface SampledOrders {
  /** In pairs, each with its reverse: what one order puts early the other puts late, so that chance cancels. */
  readonly free: readonly ArrayLike<number>[]
  /** Those that the declared dependencies allow; the reverse of one is none. Empty if nothing is declared. */
  readonly ordered: readonly ArrayLike<number>[]
}

/**
 * Samples orders of causes. The same seed gives the same orders.
 * Source: antithetic pairs, Mitchell, R., Cooper, J., Frank, E. & Holmes, G. (2022), Sampling permutations for Shapley
 * value estimation, Journal of Machine Learning Research 23(43), 1–46.
 *
 * @param k number of causes
 * @param n number of orders, even
 * @param after which causes come after which
 */
export function sampledOrders(
  k: number,
  n: number,
  seed: string,
  after: PartialOrder,
): SampledOrders {
  const half = sampledPermutations(k, n / 2, deriveKey(seed, 0, 'attribution/orders'))
  const declared = after.some((earlier) => earlier.length > 0)
  return {
    free: half.flatMap((order) => [order, order.slice().reverse()]),
    ordered: declared
      ? sampledPermutations(k, n, deriveKey(seed, 0, 'attribution/allowed-orders'), after)
      : [],
  }
}

/**
 * The subsets of causes that must be run, as masks of those that are on, ascending.
 *
 * @param orders undefined if every subset is run
 */
export function subsetsToRun(k: number, orders: SampledOrders | undefined): readonly number[] {
  if (orders === undefined) return Array.from({ length: 1 << k }, (_, mask) => mask)
  const all = (1 << k) - 1
  const needed = new Set<number>(coalitionsOf([...orders.free, ...orders.ordered]))
  for (let cause = 0; cause < k; cause++) {
    // What first-in and last-out effects need, whatever the orders.
    needed.add(1 << cause)
    needed.add(all - (1 << cause))
  }
  return [...needed].sort((a, b) => a - b)
}
