/** Which points to run: designs in the unit cube and on grids. */
export { latinHypercube } from './latinHypercube.js'
export { mostSobolDimensions, type SobolOptions, sobolSequence } from './sobolSequence.js'
