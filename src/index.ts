/** The public API: everything a script, a mechanism of one's own, or a study needs. */
export * from './archive/index.js'
export * from './calendar/index.js'
export * from './contract/index.js'
export * from './diagnostics/index.js'
export * from './engine/index.js'
export {
  type CheckOptions,
  type HypothesesFile,
  type LibrarySource,
  type Plan,
  type Progress,
  planSweep,
  resumeSweep,
  resumeTest,
  runCheck,
  runSource,
  runSweep,
  runTest,
  type SweepChoices,
  type SweepOptions,
  type TestOptions,
  type WrittenHypotheses,
  type WrittenSweep,
} from './experiment/index.js'
export * from './expression/index.js'
export * from './law/index.js'
export { library } from './library.js'
export { type LoadedMechanisms, loadMechanisms, type OwnFile } from './loadMechanism.js'
export * from './numeric/index.js'
export * from './random/index.js'
export * from './scenario/index.js'
export * from './statistics/index.js'
export * from './world/index.js'
