import type { Estimate } from '../../archive/index.js'
import { Draws, type Key } from '../../random/index.js'
import { quantile } from '../../statistics/index.js'
import { known } from '../estimate.js'

/** Resamples, as many as bootstraps of ours usually take. */
const resamples = 2000

/** Orders that were drawn together: one, or one with its reverse. */
export type OrderGroup = readonly ArrayLike<number>[]

/**
 * Bounds of shares that rest on sampled orders: both the replicates and the orders might have been others, so both are
 * resampled, each on its own, and the percentiles of the mean contribution are taken (95 %). Somewhat too wide, never too
 * narrow, as what hangs on both at once is counted up to three times.
 * Source: Owen, A. B. (2007), The pigeonhole bootstrap, Annals of Applied Statistics 1(2), 386–411.
 *
 * @param values of each replicate, one a subset
 * @param subsets what the values are those of, as masks
 * @param groups the orders, as they were drawn
 * @param k number of causes
 * @returns one pair of bounds a cause; nulls where there are fewer than two replicates or groups
 */
export function boundsOverOrders(
  values: readonly Float64Array[],
  subsets: readonly number[],
  groups: readonly OrderGroup[],
  k: number,
  key: Key,
): readonly Pick<Estimate, 'lower' | 'upper'>[] {
  const [rows, columns] = [values.length, groups.length]
  if (rows < 2 || columns < 2)
    return Array.from({ length: k }, () => ({ lower: null, upper: null }))
  const place = new Map(subsets.map((subset, at) => [subset, at]))
  const steps = groups.map((group) => group.flatMap((order) => stepsOf(order, place)))
  // The mean contribution of each cause, replicate by replicate and group by group.
  const gains = Array.from({ length: k }, () => new Float64Array(rows * columns))
  values.forEach((own, r) => {
    steps.forEach((taken, g) => {
      const share = 1 / groups[g].length
      for (const { cause, from, to } of taken)
        gains[cause][r * columns + g] += share * (own[to] - own[from])
    })
  })
  const draws = new Draws(key, { hi: new Int32Array(1), lo: new Int32Array(1) })
  const found = Array.from({ length: k }, () => new Float64Array(resamples))
  const [rowCounts, columnCounts] = [new Float64Array(rows), new Float64Array(columns)]
  for (let sample = 0; sample < resamples; sample++) {
    draws.setTick(sample)
    const u = draws.block(rows + columns)
    rowCounts.fill(0)
    columnCounts.fill(0)
    for (let r = 0; r < rows; r++) rowCounts[Math.floor(u[r] * rows)]++
    for (let g = 0; g < columns; g++) columnCounts[Math.floor(u[rows + g] * columns)]++
    gains.forEach((own, cause) => {
      found[cause][sample] = weighted(own, rowCounts, columnCounts) / (rows * columns)
    })
  }
  return found.map((means) => ({
    lower: known(quantile(means, 0.025)),
    upper: known(quantile(means, 0.975)),
  }))
}

interface Step {
  readonly cause: number
  /** Places of the subset before the cause joins, and after. */
  readonly from: number
  readonly to: number
}

function stepsOf(order: ArrayLike<number>, place: ReadonlyMap<number, number>): readonly Step[] {
  let subset = 0
  return Array.from(order, (cause) => {
    const from = place.get(subset)!
    subset |= 1 << cause
    return { cause, from, to: place.get(subset)! }
  })
}

function weighted(own: Float64Array, rowCounts: Float64Array, columnCounts: Float64Array): number {
  const columns = columnCounts.length
  let total = 0
  for (let r = 0; r < rowCounts.length; r++) {
    if (rowCounts[r] === 0) continue
    let row = 0
    for (let g = 0; g < columns; g++) row += columnCounts[g] * own[r * columns + g]
    total += rowCounts[r] * row
  }
  return total
}
