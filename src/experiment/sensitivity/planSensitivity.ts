import type { InputFile } from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import { InputError, quote } from '../../diagnostics/index.js'
import {
  askableSymbols,
  parametersOf,
  type ScenarioDocument,
  settingsOf,
} from '../../scenario/index.js'
import type { Factor } from '../factors/Factor.js'
import { isAmong, mustBeApart } from '../factors/mustBeApart.js'
import { resolveFactor } from '../factors/resolveFactor.js'
import { asItIs, changedPaths, type Plan } from '../plan.js'
import { toValues } from '../sweep/designPoints.js'
import { anyDay, outcomesOfChecks, readOutcomes } from '../sweep/outcomes.js'
import { plannedFactor } from '../sweep/planSweep.js'
import { usualChunk } from '../usualChunk.js'
import { blockOf, type SensitivityDesign, unitPoints } from './SensitivityDesign.js'
import type { WrittenSensitivity } from './writtenSensitivity.js'

/** What a plan holds besides what was asked. */
export interface SensitivityChoices {
  readonly version: string
  readonly mechanismFiles: readonly InputFile[]
  /** Where the question was written, for messages. */
  readonly file?: string | undefined
  /** Paths of what is set in all runs, besides those of the plan. */
  readonly fixed?: readonly string[] | undefined
}

/** Most points: the plan is kept whole. */
const mostPoints = 1_000_000

/** Most factors of Sobol' indices: the sequence has no more than twice as many dimensions. */
const mostSobolFactors = 80

/**
 * Plans the runs of a sensitivity analysis. All points share the chance of their replicates, so that a factor without
 * effect shows none.
 *
 * @throws InputError for whatever is wrong with it
 */
export async function planSensitivity(
  document: ScenarioDocument,
  library: Library,
  written: WrittenSensitivity,
  { version, mechanismFiles, file, fixed = [] }: SensitivityChoices,
): Promise<Plan> {
  const { seed = '1', replications = 1 } = written
  const factors = factorsOf(document, library, written, file ?? 'sensitivity', fixed)
  const design = designOf(written, factors, file)
  const points = design.n * blockOf(design, factors.length)
  if (points > mostPoints) {
    throw new InputError({
      file,
      message: `${factors.length} factors and ${design.n} ${design.method === 'morris' ? 'trajectories' : 'base points'} are ${points} points`,
      expected: `at most ${mostPoints}`,
    })
  }
  const outcomes = written.outcomes ?? outcomesOfChecks(document)
  if (outcomes.length === 0) {
    throw new InputError({
      file,
      message: `nothing is asked of the runs, and ${document.name} has no checks to take questions from`,
      expected: "outcomes in the plan, or --outcome 'id=formula'",
    })
  }
  const symbols = askableSymbols(document, library, changedPaths(factors, []))
  return {
    format: 1,
    kind: 'sensitivity',
    version,
    scenario: document,
    mechanismFiles,
    seed,
    replicates: replications,
    treatments: [asItIs],
    factors: factors.map(plannedFactor),
    points: toValues(unitPoints(design, factors.length, seed), factors).map((values) => ({
      values,
      chance: 0,
    })),
    design: { kind: design.method === 'morris' ? 'morris' : 'saltelli', points },
    chunkSize: written.chunk ?? usualChunk(points * replications),
    ask: await readOutcomes(outcomes, written.outcomes ? symbols : anyDay(symbols), file),
    sensitivity: design,
  }
}

/** The factors that are named, or else every number of the mechanisms that are on and that nobody has set. */
function factorsOf(
  document: ScenarioDocument,
  library: Library,
  { factors, set = {} }: WrittenSensitivity,
  label: string,
  fixed: readonly string[],
): readonly Factor[] {
  const settings = settingsOf(document, library)
  const named = Object.entries(factors ?? {})
  if (named.length > 0) {
    const resolved = named.map(([id, factor]) => resolveFactor(id, factor, settings, label))
    mustBeApart(resolved, label, [...Object.keys(set), ...fixed])
    return resolved
  }
  const numbers = [...parametersOf(document, library)]
    .filter(([, { type }]) => type === 'number')
    .map(([id]) => resolveFactor(id, {}, settings, label))
    .filter(({ path }) => !isAmong([...Object.keys(set), ...fixed], path))
  if (numbers.length > 0) return numbers
  throw new InputError({
    file: label,
    message: `the mechanisms of ${document.name} have no numbers to vary`,
    expected: 'factors in the plan, or --vary path=from..to',
  })
}

function designOf(
  { method = 'morris', points, levels, second }: WrittenSensitivity,
  factors: readonly Factor[],
  file: string | undefined,
): SensitivityDesign {
  if (method === 'morris') {
    if (second !== undefined) throw misplaced('second', 'sobol', file)
    return { method, n: points ?? 10, levels: levels ?? levelsFor(factors) }
  }
  if (levels !== undefined) throw misplaced('levels', 'morris', file)
  if (factors.length > mostSobolFactors) {
    throw new InputError({
      file,
      message: `these are ${factors.length} factors`,
      expected: `at most ${mostSobolFactors} for Sobol' indices`,
      hint: 'Find those that matter with the method morris, and name them',
    })
  }
  return { method, n: points ?? 64, second: second ?? false }
}

/** Four, as is usual; more where a list of values is longer, so that each value comes up. */
function levelsFor(factors: readonly Factor[]): number {
  const longest = Math.max(
    ...factors.map(({ domain }) => (domain.kind === 'list' ? domain.values.length : 0)),
  )
  return Math.max(4, 2 * Math.ceil(longest / 2))
}

function misplaced(key: string, method: string, file: string | undefined): InputError {
  return new InputError({
    file,
    message: `${quote(key)} belongs to the method ${method}`,
    expected: `method: ${method}, or no ${quote(key)}`,
  })
}
