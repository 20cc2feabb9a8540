/** Scenarios: from files to a document, from a document to a model. */

export type { OwnMechanisms } from './bringIn.js'
export { buildModel, modelPlan, withParameters } from './buildModel.js'
export {
  parseRegime,
  readRegimeFile,
  readRegimes,
  readStates,
  shippedRegimes,
} from './catalogue.js'
export { type Chosen, changeDocument, changesOf } from './changeDocument.js'
export {
  type ColumnRow,
  describeScenario,
  type MechanismRow,
  type ParameterRow,
  type ScenarioDescription,
} from './describeScenario.js'
export * from './document.js'
export { Findings } from './findings.js'
export { findScenario } from './findScenario.js'
export { listScenarios, type ScenarioSummary } from './listScenarios.js'
export { type LoadedScenario, type LoadOptions, loadScenario } from './loadScenario.js'
export { askableSymbols, measureSymbols } from './measureSymbols.js'
export { syntheticUnits } from './population.js'
export { readShaped } from './readShaped.js'
export { parametersOf, type ResolvedSetting, type Settings, settingsOf } from './resolveSetting.js'
export type { ScenarioFile } from './ScenarioFolder.js'
export { jsonSchema, scenarioSchema } from './scenarioSchema.js'
export { isOnMap } from './stateBorders.js'
