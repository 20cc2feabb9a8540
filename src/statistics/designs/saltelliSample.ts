import type { Key } from '../../random/index.js'
import { checkCount, type UnitPoint } from './design.js'
import { mostSobolDimensions, sobolSequence } from './sobolSequence.js'

const mostFactors = Math.floor(mostSobolDimensions / 2)

/** How to draw a Saltelli sample. */
export interface SaltelliOptions {
  /** Whether indices of the second order are wanted. */
  readonly second: boolean
  /** Scrambles the Sobol' points: a key with a domain of its own, see `deriveKey`. */
  readonly scramble: Key
}

/** Points of the block of one base point: d + 2, or 2d + 2 with second order. */
export function saltelliBlock(d: number, second: boolean): number {
  return (second ? 2 * d : d) + 2
}

/**
 * The points at which `sobolIndices` needs a model's output. Base point j is a row of a scrambled Sobol' sequence in 2d
 * dimensions, whose halves are row j of the matrices A and B; its block is these rows: A; B; then for each factor i A
 * with coordinate i from B; then, for second order, for each factor B with coordinate i from A. Blocks follow each
 * other, so a prefix of whole blocks is a smaller sample of the same kind.
 * Source: Saltelli, A. (2002), Making best use of model evaluations to compute sensitivity indices, Computer Physics
 * Communications 145(2), 280–297; Saltelli, A. et al. (2010), Variance based sensitivity analysis of model output, same
 * journal 181(2), 259–270.
 *
 * @param n number of base points, best a power of two
 * @param d number of factors, up to 80
 * @returns n · `saltelliBlock(d, second)` points in [0, 1)^d
 * @throws RangeError if n or d is out of range
 */
export function saltelliSample(
  n: number,
  d: number,
  { second, scramble }: SaltelliOptions,
): UnitPoint[] {
  checkCount(d, 'the number of factors', 0, mostFactors)
  return sobolSequence(n, 2 * d, { scramble }).flatMap((base) => {
    const a = base.slice(0, d)
    const b = base.slice(d)
    const mixed = (own: Float64Array, other: Float64Array) =>
      Array.from({ length: d }, (_, i) => own.map((x, j) => (j === i ? other[j] : x)))
    return second ? [a, b, ...mixed(a, b), ...mixed(b, a)] : [a, b, ...mixed(a, b)]
  })
}
