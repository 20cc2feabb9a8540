/** What many runs share: the plan, the store, the workers; and the check of a scenario's patterns. */
export { type Answer, type Ask, compileAsk, pairKey, tiedPairs } from './ask.js'
export { type AttributionChoices, planAttribution } from './attribution/planAttribution.js'
export {
  type AttributionOptions,
  resumeAttribution,
  runAttribution,
} from './attribution/runAttribution.js'
export { type WrittenCauses, writtenCauses } from './attribution/writtenCauses.js'
export { caseDocument } from './caseDocument.js'
export { type CheckOptions, runCheck } from './check.js'
export { chunksOf, formatChunk, parseChunk, runsOfChunk } from './chunk.js'
export { type Lease, pilotName, usualLease } from './claim.js'
export { readVary } from './factors/readVary.js'
export type { WrittenFactor } from './factors/writtenFactor.js'
export { hashFiles } from './hashFiles.js'
export { type HypothesesFile, resumeTest, runTest, type TestOptions } from './hypotheses/runTest.js'
export { type WrittenHypotheses, writtenHypotheses } from './hypotheses/writtenHypotheses.js'
export { mergedBlocks, mergeRows } from './merge.js'
export { gravityScore, type NullScore } from './nullScore.js'
export { computeChunks, type PilotOptions, RunFailed } from './pilot.js'
export {
  asItIs,
  mustBeSamePlan,
  noFactors,
  type Plan,
  placeOf,
  planIdentity,
  runsOf,
} from './plan.js'
export { RunPool } from './pool.js'
export type { Progress } from './progress.js'
export { type QuestionKind, questionKinds, questionSchema } from './questionSchema.js'
export { besideFile, type Question, readQuestion } from './readQuestion.js'
export type { RunningOptions } from './runExperiment.js'
export { runner } from './runner.js'
export { runOfPlan, type SingleRun } from './runOfPlan.js'
export type { RunRow, RunStatus } from './runRow.js'
export { runSource } from './runSource.js'
export { type Question as RunQuestion, runsTable } from './runsTable.js'
export { sameLibrary } from './sameLibrary.js'
export { planSensitivity, type SensitivityChoices } from './sensitivity/planSensitivity.js'
export {
  resumeSensitivity,
  runSensitivity,
  type SensitivityOptions,
} from './sensitivity/runSensitivity.js'
export { type WrittenSensitivity, writtenSensitivity } from './sensitivity/writtenSensitivity.js'
export { ChunkConflict, openStore, Store } from './store.js'
export { finishSweep } from './sweep/finishSweep.js'
export { planSweep, type SweepChoices } from './sweep/planSweep.js'
export { readList } from './sweep/readList.js'
export { resumeSweep, runSweep, type SweepOptions } from './sweep/runSweep.js'
export {
  type DesignKind,
  designKinds,
  type WrittenOutcome,
  type WrittenSweep,
  writtenSweep,
} from './sweep/writtenSweep.js'
export { type LibrarySource, openLibrary } from './workerLibrary.js'
