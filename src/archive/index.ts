/** The result folder: written and read by this room alone. */

export { archivedSource } from './archivedSource.js'
export type {
  AttributionOutcome,
  AttributionResult,
  AttributionSetting,
  CauseHead,
  CauseShare,
} from './attributionResult.js'
export type {
  AskedNumber,
  CheckFinding,
  CheckManifest,
  CheckResult,
  PairFrequency,
  PairsFinding,
  Verdict,
} from './checkResult.js'
export { columnNames } from './columnNames.js'
export { compareRuns, type RunComparison, type RunDifference } from './compareRuns.js'
export { disarm, formatCsv, formatNumber, formatText, rearm } from './csv.js'
export {
  type DataPackage,
  dataPackage,
  type Field,
  type PackageHead,
  type Resource,
  type WrittenTable,
} from './dataPackage.js'
export {
  columnOf,
  type DataColumn,
  type DataTable,
  isText,
  type NumberColumn,
  numberColumn,
  numbersOf,
  type TextColumn,
  textColumn,
  textsOf,
} from './dataTable.js'
export { errorCode, replaceDurably, syncFolder, type WrittenFile, writeDurably } from './durable.js'
export { type Execution, executionSince } from './execution.js'
export type {
  DatedSummary,
  Estimate,
  ExperimentManifest,
  FactorHead,
  IncidenceCurve,
  OutcomeHead,
  RunCounts,
  TreatmentHead,
} from './experimentResult.js'
export { calendarYear } from './experimentResult.js'
export { firstDifference, type ModelDifference } from './firstDifference.js'
export { FolderInMaking } from './folderInMaking.js'
export { canonicalJson, documentHash, sha256 } from './hash.js'
export type {
  CurvePoint,
  HypothesisFinding,
  HypothesisTag,
  HypothesisVerdict,
  TestResult,
} from './hypothesisResult.js'
export {
  type InputFile,
  type ManifestHead,
  type ManifestMechanism,
  manifestHead,
  type Provenance,
  type ResultKind,
  type RunManifest,
} from './manifest.js'
export { formatParquet } from './parquet.js'
export { parseCsv } from './parseCsv.js'
export { type ArchivedCheck, outcomeValues, percentileOf, readCheck } from './readCheck.js'
export { type ArchivedExperiment, type ExperimentResult, readExperiment } from './readExperiment.js'
export { type ArchivedRun, readDocument, readManifest, readRun } from './readRun.js'
export { damaged, readJson, readTables } from './readTables.js'
export {
  type FolderOptions,
  intoResultFolder,
  openResultFolder,
  ResultFolder,
} from './resultFolder.js'
export { type CrateFile, roCrate } from './roCrate.js'
export type {
  ConvergenceStep,
  MorrisIndices,
  SensitivityOutcome,
  SensitivityResult,
  SobolIndices,
} from './sensitivityResult.js'
export { StandingFolder } from './standingFolder.js'
export type { CaseSummary, DesignHead, SweepResult } from './sweepResult.js'
export { type RunToWrite, writeRun } from './writeRun.js'
export { type FileTarget, writeStream, writeTables } from './writeTables.js'
