/** Which factors matter: indices from the outputs at the points of a design. */
export { type MorrisEstimates, morrisIndices } from './morrisIndices.js'
export {
  type SobolEstimates,
  type SobolIndicesOptions,
  type SobolPrefix,
  sobolIndices,
} from './sobolIndices.js'
