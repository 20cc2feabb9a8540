import type { ObservationTable } from '../bootstrapMeans.js'
import { saltelliBlock } from '../designs/index.js'
import { pairsOf } from '../pairsOf.js'

/*
 * All estimators of Sobol' indices are functions of the means, over base points, of a few products of outputs. A base
 * point is a row of these: (a + b) / 2, (a² + b²) / 2; then for each factor four, see below; then for each pair one.
 */

const perFactor = 4

/**
 * The products of outputs of each base point. Outputs should be centred near 0, lest digits be lost.
 *
 * @param outputs the blocks of `saltelliSample`, finite numbers
 * @param d number of factors
 * @param second whether blocks hold the points of second order
 */
export function sobolMoments(
  outputs: ArrayLike<number>,
  d: number,
  second: boolean,
): ObservationTable {
  const block = saltelliBlock(d, second)
  const n = outputs.length / block
  const pairs = second ? pairsOf(d) : []
  const columns = 2 + perFactor * d + pairs.length
  const values = new Float64Array(n * columns)
  for (let point = 0; point < n; point++) {
    const from = point * block
    const row = values.subarray(point * columns, (point + 1) * columns)
    const a = outputs[from]
    const b = outputs[from + 1]
    const ab = (i: number) => outputs[from + 2 + i]
    const ba = (i: number) => outputs[from + 2 + d + i]
    row[0] = (a + b) / 2
    row[1] = (a * a + b * b) / 2
    for (let i = 0; i < d; i++) {
      const at = 2 + perFactor * i
      const change = ab(i) - a
      row[at] = b * change
      row[at + 1] = (change * change) / 2
      row[at + 2] = change
      if (!second) continue
      // The same with A and B in each other's place: as good an estimate, and the mean of two is better.
      const back = ba(i) - b
      row[at] = (row[at] + a * back) / 2
      row[at + 1] = (row[at + 1] + (back * back) / 2) / 2
      row[at + 3] = back
    }
    pairs.forEach(([i, j], at) => {
      row[2 + perFactor * d + at] = (ba(i) * ab(j) + ba(j) * ab(i)) / 2 - a * b
    })
  }
  return { values, columns }
}

/**
 * The indices from the means of `sobolMoments`. The first order is Saltelli's (2010) mean of b (abᵢ − a), the total
 * Jansen's of (a − abᵢ)² / 2, the closed second order Saltelli's (2002) mean of baᵢ abⱼ − a b, all over the variance of a
 * and b; outputs are centred at the mean of a and b, which costs a few further terms.
 *
 * @returns first orders, then totals, then second orders of `pairsOf`; NaN where the output does not vary
 */
export function indicesOf(means: ArrayLike<number>, d: number, second: boolean): Float64Array {
  const pairs = second ? pairsOf(d) : []
  const found = new Float64Array(2 * d + pairs.length)
  const centre = means[0]
  const raw = means[1] - centre * centre
  // What rounding leaves of a variance of 0 is none.
  const variance = raw > 1e-13 * means[1] ? raw : 0
  const changes = (i: number, side: number) => means[2 + perFactor * i + 2 + side]
  for (let i = 0; i < d; i++) {
    const change = second ? (changes(i, 0) + changes(i, 1)) / 2 : changes(i, 0)
    found[i] = (means[2 + perFactor * i] - centre * change) / variance
    found[d + i] = means[3 + perFactor * i] / variance
    if (variance === 0) found[i] = found[d + i] = NaN
  }
  pairs.forEach(([i, j], at) => {
    const change = (changes(i, 0) + changes(j, 0) + changes(i, 1) + changes(j, 1)) / 2
    const closed = (means[2 + perFactor * d + at] - centre * change) / variance
    found[2 * d + at] = variance === 0 ? NaN : closed - found[i] - found[j]
  })
  return found
}
