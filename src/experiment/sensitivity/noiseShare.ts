import type { Estimate } from '../../archive/index.js'
import type { Key } from '../../random/index.js'
import { bootstrapMeans } from '../../statistics/index.js'
import { estimateOf } from '../estimate.js'
import type { PointAnswers } from './PointAnswers.js'

/** Sums of a block that stand before those of each replicate. */
const head = 4

/**
 * The share of the variance over runs that is chance: that of replicates of one point about the point's mean, over its
 * sum with the variance of points' true means. As points share the chance of their replicates, the layout is a crossed
 * one: replicates have an effect of their own, which is noise as well but shifts all points alike, so that the points'
 * means scatter only by what is left of the noise without it.
 * Source: Searle, S. R., Casella, G. & McCulloch, C. E. (1992), Variance components, section 4.3 (two-way crossed, no
 * interaction).
 *
 * The interval is a bootstrap over blocks: it holds what other points would have given, not what other replicates would.
 *
 * @param block points that stand and fall together
 * @returns nulls with one replicate, or where nothing varies
 */
export function noiseShare(answers: PointAnswers, block: number, key: Key): Estimate {
  const { replicates: r, values } = answers
  const unknown = { estimate: null, lower: null, upper: null }
  if (r < 2) return unknown
  const rows = blockSums(answers, block)
  const points = rows.reduce((total, [count]) => total + count, 0)
  if (points < 2) return unknown
  const columns = head + r
  const size = values.reduce(
    (most, y) => (Number.isFinite(y) ? Math.max(most, Math.abs(y)) : most),
    0,
  )
  // What rounding leaves of no variance is none.
  const hair = 1e-24 * size * size
  const share = (means: Float64Array): number[] => {
    const [count, total, squares, within] = means
    const centre = total / count
    const between = ((squares / count - centre * centre) * points) / (points - 1)
    let common = 0
    for (let k = 0; k < r; k++) {
      const offset = means[head + k] / count - centre
      common += offset * offset
    }
    const own = Math.max(0, ((within / count - common) * points) / ((points - 1) * (r - 1)))
    const noise = within / count / (r - 1)
    const factors = Math.max(0, between - own / r)
    return [noise + factors > hair ? noise / (noise + factors) : NaN]
  }
  const table = { values: Float64Array.from(rows.flat()), columns }
  const [found] = bootstrapMeans(table, share, { key })
  return estimateOf(found.bca)
}

/**
 * For each block, over its points that have all their replicates: how many there are; the sums of their means, of the
 * squares of these, and of squares about them; and the sum of each replicate's answers. All about the first answer, lest
 * digits be lost.
 */
function blockSums(answers: PointAnswers, block: number): number[][] {
  const { replicates: r, points, values } = answers
  const origin = values.find(Number.isFinite) ?? 0
  const rows: number[][] = []
  for (let from = 0; from < points; from += block) {
    const sums = new Array<number>(head + r).fill(0)
    for (let point = from; point < from + block; point++) {
      const own = answers.of(point).map((y) => y - origin)
      if (!own.every(Number.isFinite)) continue
      const centre = own.reduce((total, y) => total + y, 0) / r
      sums[0] += 1
      sums[1] += centre
      sums[2] += centre * centre
      for (let k = 0; k < r; k++) {
        sums[3] += (own[k] - centre) * (own[k] - centre)
        sums[head + k] += own[k]
      }
    }
    if (sums[0] > 0) rows.push(sums)
  }
  return rows
}
