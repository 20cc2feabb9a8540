import type { Model } from '../engine/index.js'
import { type GravityWeights, gravity } from '../world/index.js'

/** What pairs would score without a model: a function of two rows of actors, or nothing if it cannot be told. */
export type NullScore = (model: Model) => ((i: number, j: number) => number) | undefined

/**
 * Gravity alone: size and distance, with the weights that the model itself uses. The weights are those of the first
 * mechanism that has parameters of these names, whichever it is.
 */
export const gravityScore: NullScore = (model) => {
  const weights = weightsOf(model)
  const { world } = model
  const population = world.tables.get('actors')?.arrays.get('population')
  if (!weights || !population) return undefined
  return (i, j) => gravity(weights, world.geography.distance(i, j), population[i], population[j])
}

function weightsOf({ plan }: Model): GravityWeights | undefined {
  for (const { parameters } of plan.mechanisms) {
    const values: { readonly [name: string]: unknown } = parameters
    const { distance, size, disparity } = values
    if (typeof distance === 'number' && typeof size === 'number' && typeof disparity === 'number')
      return { distance, size, disparity }
  }
  return undefined
}
