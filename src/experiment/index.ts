/** What many runs share: the plan, the store, the workers; and the check of a scenario's patterns. */
export { type Answer, type Ask, compileAsk, pairKey, tiedPairs } from './ask.js'
export { type CheckOptions, runCheck } from './check.js'
export { chunksOf, formatChunk, parseChunk, runsOfChunk } from './chunk.js'
export { type Lease, pilotName, usualLease } from './claim.js'
export { mergeRows } from './merge.js'
export { gravityScore, type NullScore } from './nullScore.js'
export { computeChunks, type PilotOptions } from './pilot.js'
export {
  asItIs,
  mustBeSamePlan,
  noFactors,
  type Plan,
  placeOf,
  planIdentity,
  runsOf,
} from './plan.js'
export { Interrupted, RunPool } from './pool.js'
export type { Progress } from './progress.js'
export { runner } from './runner.js'
export type { RunRow, RunStatus } from './runRow.js'
export { runSource } from './runSource.js'
export { type Question, runsTable } from './runsTable.js'
export { ChunkConflict, openStore, Store } from './store.js'
export { type LibrarySource, openLibrary } from './workerLibrary.js'
