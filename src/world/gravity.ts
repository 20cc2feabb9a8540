import { log } from '../numeric/index.js'

/** Weights of the gravity of ties between two places. */
export interface GravityWeights {
  /** Per logarithm of kilometres; negative. */
  readonly distance: number
  /** Per logarithm of the product of populations. */
  readonly size: number
  /** Per absolute logarithm of the ratio of populations; negative. */
  readonly disparity: number
}

/**
 * Leaning of two units to tie up, from size and distance alone (logit, up to a constant). The weights were fitted on
 * 2,507 pairs of twin cities across borders in the European Union.
 *
 * @param kilometres great-circle distance; below 1 km counts as 1
 * @param a, b populations, at least 1 each
 */
export function gravity(weights: GravityWeights, kilometres: number, a: number, b: number): number {
  const logA = log(Math.max(1, a))
  const logB = log(Math.max(1, b))
  return (
    weights.distance * log(Math.max(1, kilometres)) +
    weights.size * (logA + logB) +
    weights.disparity * Math.abs(logA - logB)
  )
}
