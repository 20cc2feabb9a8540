import type { ConvergenceStep, SensitivityOutcome } from '../../archive/index.js'
import type { Key } from '../../random/index.js'
import { type MorrisDesign, morrisIndices, pairsOf, sobolIndices } from '../../statistics/index.js'
import { estimateOf, known } from '../estimate.js'

/** What a method finds of one outcome. */
export type Indices = Pick<SensitivityOutcome, 'morris' | 'sobol' | 'second' | 'convergence'>

/**
 * Elementary effects of each factor, and mu* after 4, 8, 16 … trajectories.
 *
 * @param outputs one a point; NaN leaves its trajectory out
 */
export function indicesOfMorris(design: MorrisDesign, outputs: Float64Array, key: Key): Indices {
  const { muStar, mu, sigma } = morrisIndices(design, outputs, { key })
  const { factors, points } = design
  const step = (n: number): ConvergenceStep => {
    const part = {
      factors,
      points: points.slice(0, n * (factors + 1)),
      moved: design.moved.slice(0, n * factors),
      steps: design.steps.slice(0, n * factors),
    }
    const upTo = morrisIndices(part, outputs.slice(0, part.points.length), { key, replicates: 1 })
    return { n, values: upTo.muStar.map(({ estimate }) => known(estimate)) }
  }
  return {
    morris: muStar.map((interval, k) => ({
      muStar: estimateOf(interval),
      mu: known(mu[k]),
      sigma: known(sigma[k]),
    })),
    sobol: null,
    second: null,
    convergence: prefixesOf(points.length / (factors + 1), 4).map(step),
  }
}

/**
 * Shares of the variance that factors explain, and total indices after 16, 32, 64 … base points.
 *
 * @param outputs one a point; NaN leaves its base point out
 * @param n base points
 */
export function indicesOfSobol(
  outputs: Float64Array,
  { n, factors, second, key }: { n: number; factors: number; second: boolean; key: Key },
): Indices {
  const prefixes = prefixesOf(n, 16)
  const found = sobolIndices(outputs, { factors, second, prefixes, key })
  return {
    morris: null,
    sobol: found.first.map((first, k) => ({
      first: estimateOf(first),
      total: estimateOf(found.total[k]),
    })),
    second: second
      ? pairsOf(factors).map(([a, b], k) => ({ a, b, index: estimateOf(found.second[k]) }))
      : null,
    convergence: found.convergence.map(({ basePoints, total }) => ({
      n: basePoints,
      values: Array.from(total, known),
    })),
  }
}

/** Powers of two from `least` on, and all. */
function prefixesOf(all: number, least: number): readonly number[] {
  const prefixes: number[] = []
  for (let n = least; n < all; n *= 2) prefixes.push(n)
  return [...prefixes, all]
}
