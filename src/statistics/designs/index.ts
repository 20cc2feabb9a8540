/** Which points to run: designs in the unit cube and on grids. */
export type { UnitPoint } from './design.js'
export { grid, type LevelTuple } from './grid.js'
export { latinHypercube } from './latinHypercube.js'
export { type MorrisDesign, type MorrisOptions, morrisTrajectories } from './morrisTrajectories.js'
export { oneAtATime } from './oneAtATime.js'
export { type SaltelliOptions, saltelliBlock, saltelliSample } from './saltelliSample.js'
export { mostSobolDimensions, type SobolOptions, sobolSequence } from './sobolSequence.js'
