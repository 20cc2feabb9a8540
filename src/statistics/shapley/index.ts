/** Who contributed how much: Shapley values and their kin. */
export { asymmetricShapley, asymmetricShapleyWeights } from './asymmetricShapley.js'
export { type CoalitionValues, weigh } from './coalitions.js'
export { firstInWeights, lastOutWeights } from './firstInLastOut.js'
export type { PartialOrder } from './linearExtensions.js'
export { sampledPermutations } from './sampledPermutations.js'
export { shapley, shapleyWeights } from './shapley.js'
export {
  coalitionsOf,
  permutationWeights,
  type SampledShapley,
  shapleyFromPermutations,
} from './shapleyFromPermutations.js'
export { shapleyInteraction, shapleyInteractionWeights } from './shapleyInteraction.js'
