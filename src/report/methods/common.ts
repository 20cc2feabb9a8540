import type {
  CheckManifest,
  DatedSummary,
  ExperimentManifest,
  FactorHead,
  RunCounts,
  TreatmentHead,
} from '../../archive/index.js'
import { rangeWithUnit } from '../reading/factors.js'
import { horizonWords } from '../reading/quantity.js'
import { counted, decimal, listed } from '../reading/words.js'

export type AnyManifest = ExperimentManifest | CheckManifest

/** Hashes are named by their beginning, as is usual; the manifest has them whole. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12)
}

/** What was simulated, and with what. */
export function scenarioSentences(manifest: AnyManifest): string[] {
  const { scenario, version, mechanisms, treatment, settings, mechanismFiles } = manifest
  const changed = treatment === null ? '' : ` under the treatment “${treatment}”`
  const own =
    mechanismFiles.length === 0
      ? ''
      : `, among them ${mechanismFiles.length === 1 ? 'one' : mechanismFiles.length} of our own (${listed(mechanismFiles.map(({ name }) => name))})`
  const set = settingList(settings)
  return [
    `We simulated the scenario “${scenario.title}” (${scenario.name}; SHA-256 ${shortHash(scenario.sha256)})${changed} with paradiplomacy ${version}, an agent-based simulator of subnational diplomacy; the model consisted of ${counted(mechanisms.length, 'mechanism')}${own}.`,
    ...(set.length > 0 ? [`Settings other than the scenario's: ${listed(set)}.`] : []),
  ]
}

/** What `--set` changed, as written. */
function settingList(settings: unknown): string[] {
  if (Array.isArray(settings)) return settings.map(String)
  if (typeof settings !== 'object' || settings === null) return []
  return Object.entries(settings).map(([name, value]) => `${name} = ${String(value)}`)
}

/** How many runs there were, and what became of those that failed. */
export function runSentences({ runs, failed, lost }: RunCounts): string[] {
  if (failed === 0 && lost === 0) return [`There were ${decimal(runs, 0)} runs; none failed.`]
  const parts = [
    ...(failed > 0 ? [`${decimal(failed, 0)} ended with an error`] : []),
    ...(lost > 0 ? [`${decimal(lost, 0)} could not be finished`] : []),
  ]
  return [`Of ${counted(runs, 'run')}, ${parts.join(' and ')}; they are in no statistic.`]
}

/** How the same numbers are reached again. */
export function repeatSentences(manifest: AnyManifest): string[] {
  const { plan, command, version } = manifest
  return [
    `The plan of the runs has the SHA-256 ${shortHash(plan)}; “${command}” repeats it with the same numbers in version ${version}.`,
  ]
}

/** `pressure (pressure.boomerang, 0 to 2)`. */
export function factorWords(factor: FactorHead): string {
  return `${factor.title} (${factor.id}: ${rangeWithUnit(factor)})`
}

/** Factors that a sentence names one by one at most. */
const mostNamed = 12

/** All factors with their ranges; where they are too many for a sentence, the mechanisms whose they are. */
export function factorList(factors: readonly FactorHead[]): string {
  if (factors.length <= mostNamed) return factors.map(factorWords).join('; ')
  const owners = [...new Set(factors.map(({ id }) => id.split('.')[0]))]
  return `those of ${listed(owners)}, each over the range that is listed with the results`
}

export function treatmentWords(treatments: readonly TreatmentHead[]): string {
  return listed(treatments.map(({ title }) => `“${title}”`))
}

/** How dates that never came were counted, where there are any dates. */
export function datedSentences(summaries: readonly DatedSummary[]): string[] {
  if (summaries.length === 0) return []
  const horizons = [...new Set(summaries.map(({ horizon }) => horizonWords(horizon)))]
  return [
    `Dated outcomes that had not come by the horizon (${listed(horizons)}) were censored, not dropped: they are told as cumulative incidence (Kaplan and Meier 1958) and as restricted mean date, in which never counts as that horizon (Royston and Parmar 2013).`,
  ]
}
