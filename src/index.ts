/** The public API: everything a script, a mechanism of one's own, or a study needs. */
export * from './archive/index.js'
export * from './calendar/index.js'
export * from './contract/index.js'
export * from './diagnostics/index.js'
export * from './engine/index.js'
export {
  type AttributionChoices,
  type AttributionOptions,
  type CheckOptions,
  type HypothesesFile,
  type LibrarySource,
  type Plan,
  type Progress,
  planAttribution,
  planSensitivity,
  planSweep,
  resumeAttribution,
  resumeSensitivity,
  resumeSweep,
  resumeTest,
  runAttribution,
  runCheck,
  runSensitivity,
  runSource,
  runSweep,
  runTest,
  type SensitivityChoices,
  type SensitivityOptions,
  type SweepChoices,
  type SweepOptions,
  type TestOptions,
  type WrittenCauses,
  type WrittenHypotheses,
  type WrittenSensitivity,
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
