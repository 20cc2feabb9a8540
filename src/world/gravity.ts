import { log } from '../numeric/index.js'
import type { Geography } from './geography.js'

/** ln 100,000: the population to which size is compared. */
export const logUsualPopulation = 11.512925464970229

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

/** Logarithms of populations, and the populations they are of. */
interface Known {
  readonly of: Float64Array
  readonly logs: Float64Array
}

const known = new WeakMap<Float64Array, Known>()

/**
 * Logarithms of the populations of these rows, at their rows: what `gravities` takes. Populations seldom change, so
 * each column's are kept, and worked out anew where they have.
 */
export function logPopulations(
  population: Float64Array,
  rows: Int32Array,
  out: Float64Array,
): void {
  const { of, logs } = knownOf(population)
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]
    if (of[i] !== population[i]) {
      of[i] = population[i]
      logs[i] = log(Math.max(1, population[i]))
    }
    out[i] = logs[i]
  }
}

function knownOf(population: Float64Array): Known {
  const found = known.get(population)
  if (found) return found
  const { length } = population
  const made = { of: new Float64Array(length).fill(Number.NaN), logs: new Float64Array(length) }
  known.set(population, made)
  return made
}

/**
 * `gravity` of one place with several others: the same numbers, for a loop that asks for many.
 *
 * @param others rows of the others, of which the first `count` are meant
 * @param logPopulation of all rows, see `logPopulations`
 * @param out receives one number for each of the others, in their order
 */
export function gravities(
  weights: GravityWeights,
  geography: Geography,
  logPopulation: Float64Array,
  i: number,
  others: Int32Array,
  count: number,
  out: Float64Array,
): void {
  const { distance, size, disparity } = weights
  const logA = logPopulation[i]
  geography.logDistances(i, others, count, out)
  for (let c = 0; c < count; c++) {
    const logB = logPopulation[others[c]]
    out[c] = distance * out[c] + size * (logA + logB) + disparity * Math.abs(logA - logB)
  }
}
