import type { BootstrapOptions } from '../bootstrap.js'
import { bootstrapMeans } from '../bootstrapMeans.js'
import { saltelliBlock } from '../designs/index.js'
import type { Interval } from '../Interval.js'
import { mean } from '../mean.js'
import { indicesOf, sobolMoments } from './sobolMoments.js'

/** How to estimate Sobol' indices. */
export interface SobolIndicesOptions extends BootstrapOptions {
  /** d, the number of factors. */
  readonly factors: number
  /** Whether the sample holds the points of second order. */
  readonly second: boolean
  /**
   * At how many base points from the first on to tell the indices, for convergence; powers of two from 16 and all of
   * them unless told.
   */
  readonly prefixes?: readonly number[]
}

/** The indices at a prefix of the sample. */
export interface SobolPrefix {
  /** Base points of the prefix, those left out included. */
  readonly basePoints: number
  readonly first: Float64Array
  readonly total: Float64Array
  /** In the order of `pairsOf`; empty without second order. */
  readonly second: Float64Array
}

/** Shares of the output's variance, each with a BCa interval over base points. */
export interface SobolEstimates {
  /** Sᵢ: what would vanish on average if factor i were known. Estimates may fall a little outside 0 to 1. */
  readonly first: readonly Interval[]
  /** Sᴛᵢ: what would remain on average if all but factor i were known. */
  readonly total: readonly Interval[]
  /** Sᵢⱼ: what the two bring together beyond what each brings, in the order of `pairsOf`; empty if not asked for. */
  readonly second: readonly Interval[]
  /** Mean of the output over the points of A and B. */
  readonly mean: number
  /** Its variance over them, in the square of its unit. */
  readonly variance: number
  /** Base points used. */
  readonly basePoints: number
  /** Base points left out because an output of their block was not a finite number. */
  readonly dropped: number
  readonly convergence: readonly SobolPrefix[]
}

/**
 * Sobol' indices from the outputs at the points of `saltelliSample`: how much of the output's variance is due to each
 * factor alone, with all its interactions, and to each pair beyond the two. With second order the sample allows each
 * first and total index to be estimated twice, with A and B in each other's place, and the means are given.
 * Source: first order, Saltelli, A. et al. (2010), Computer Physics Communications 181(2), 259–270, table 2 (b); total,
 * Jansen, M. J. W. (1999), Analysis of variance designs for model output, same journal 117(1–2), 35–43; second order,
 * Saltelli, A. (2002), same journal 145(2), 280–297; bootstrap over base points, Archer, G. E. B., Saltelli, A. & Sobol',
 * I. M. (1997), Journal of Statistical Computation and Simulation 58(2), 99–120.
 *
 * The points of a Sobol' sequence are more even than independent ones, for which the bootstrap is made: its intervals are
 * on the wide side.
 *
 * @param outputs one a point, in the order of the sample
 * @returns indices of NaN if the output does not vary or no base point is left
 * @throws RangeError if the outputs are no whole number of blocks, a prefix is no number of base points, or an option of
 *   the bootstrap is out of range
 */
export function sobolIndices(
  outputs: ArrayLike<number>,
  { factors, second, prefixes, ...options }: SobolIndicesOptions,
): SobolEstimates {
  const block = saltelliBlock(factors, second)
  const all = outputs.length / block
  if (!Number.isInteger(all)) {
    throw new RangeError(`${outputs.length} outputs are no whole number of blocks of ${block}`)
  }
  const usable: number[] = []
  for (let point = 0; point < all; point++) if (isUsable(outputs, point, block)) usable.push(point)
  const own = usable.flatMap((point) => [outputs[point * block], outputs[point * block + 1]])
  const centre = mean(own)
  const centred = new Float64Array(usable.length * block)
  usable.forEach((point, at) => {
    for (let i = 0; i < block; i++) centred[at * block + i] = outputs[point * block + i] - centre
  })
  const table = sobolMoments(centred, factors, second)
  const statistic = (means: Float64Array) => indicesOf(means, factors, second)
  const found = bootstrapMeans(table, statistic, options).map(({ bca }) => bca)
  return {
    first: found.slice(0, factors),
    total: found.slice(factors, 2 * factors),
    second: found.slice(2 * factors),
    mean: centre,
    variance: own.reduce((total, y) => total + (y - centre) * (y - centre), 0) / own.length,
    basePoints: usable.length,
    dropped: all - usable.length,
    convergence: (prefixes ?? usualPrefixes(all)).map((basePoints) => {
      if (!Number.isInteger(basePoints) || basePoints < 0 || basePoints > all) {
        throw new RangeError(`a prefix of ${basePoints} of ${all} base points`)
      }
      const used = usable.filter((point) => point < basePoints).length
      const indices = statistic(columnMeans(table.values, used, table.columns))
      return {
        basePoints,
        first: indices.slice(0, factors),
        total: indices.slice(factors, 2 * factors),
        second: indices.slice(2 * factors),
      }
    }),
  }
}

function isUsable(outputs: ArrayLike<number>, point: number, block: number): boolean {
  for (let i = 0; i < block; i++) if (!Number.isFinite(outputs[point * block + i])) return false
  return true
}

function usualPrefixes(all: number): number[] {
  const prefixes: number[] = []
  for (let n = 16; n < all; n *= 2) prefixes.push(n)
  return [...prefixes, all]
}

/** The means of the first rows of a table. */
function columnMeans(values: Float64Array, rows: number, columns: number): Float64Array {
  const means = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) means[c] += values[row * columns + c]
  }
  return means.map((total) => total / rows)
}
