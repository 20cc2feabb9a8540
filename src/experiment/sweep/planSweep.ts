import type { FactorHead, InputFile } from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import { InputError } from '../../diagnostics/index.js'
import { conditionTypes, parseExpression } from '../../expression/index.js'
import {
  type Cell,
  measureSymbols,
  type ScenarioDocument,
  type Settings,
  settingsOf,
} from '../../scenario/index.js'
import { type DerivedFactor, derivedFactors } from '../factors/derivedFactors.js'
import type { Factor } from '../factors/Factor.js'
import { resolveFactor } from '../factors/resolveFactor.js'
import { mustBeCount } from '../mustBeCount.js'
import { asItIs, type Plan, type PlannedFactor } from '../plan.js'
import { usualChunk } from '../usualChunk.js'
import { designPoints } from './designPoints.js'
import { outcomesOfChecks, readOutcomes } from './outcomes.js'
import { planTreatments } from './planTreatments.js'
import type { WrittenDesign, WrittenSweep } from './writtenSweep.js'

/** What a plan holds besides what was asked. */
export interface SweepChoices {
  readonly version: string
  readonly mechanismFiles: readonly InputFile[]
  /** The rows of a list design: values by the ids of the factors. */
  readonly listed?: readonly { readonly [factor: string]: string }[] | undefined
  /** Where the question was written, for messages. */
  readonly file?: string | undefined
}

/**
 * Resolves a sweep: every path, value, treatment and formula is made sure of, and the points of the design are laid
 * out, so that a run is a function of the plan and its number alone.
 *
 * @throws InputError for whatever is wrong with it
 */
export async function planSweep(
  document: ScenarioDocument,
  library: Library,
  written: WrittenSweep,
  { version, mechanismFiles, listed, file }: SweepChoices,
): Promise<Plan> {
  const { seed = '1', replications = 1, treatments = [asItIs.id], stop } = written
  mustBeCount('the number of replications', replications)
  const label = file ?? 'sweep'
  const settings = settingsOf(document, library)
  const entries = Object.entries(written.factors ?? {})
  const factors = entries
    .filter(([, factor]) => factor.formula === undefined)
    .map(([id, factor]) => resolveFactor(id, factor, settings, label))
  const formulas = entries.filter(([, factor]) => factor.formula !== undefined)
  const derived = await derivedFactors(formulas, factors, settings, label)
  const design = designOf(written.design, listed)
  if (design.kind === 'list' && listed === undefined) {
    throw new InputError({ file, message: 'a list needs a CSV file', expected: 'file: points.csv' })
  }
  const all = [
    ...(listed === undefined ? factors : listedFactors(listed, settings, label)),
    ...derived.map(({ factor }) => factor),
  ]
  const rows = listed?.map((row) =>
    Object.entries(row).map(([id, text]) => settings.read(id, text, label).value),
  )
  const points = designPoints(design, factors, seed, rows).map((values) => ({
    values: complete(values, derived),
    chance: 0,
  }))
  const symbols = measureSymbols(document, library)
  const outcomes = written.outcomes ?? outcomesOfChecks(document)
  if (outcomes.length === 0) {
    throw new InputError({
      file,
      message: `nothing is asked of the runs, and ${document.name} has no checks to take questions from`,
      expected: "outcomes in the plan, or --outcome 'id=formula'",
    })
  }
  const planned = all.map(plannedFactor)
  return {
    format: 1,
    kind: 'sweep',
    version,
    scenario: document,
    mechanismFiles,
    seed,
    replicates: replications,
    treatments: planTreatments(treatments, document, library, planned),
    factors: planned,
    points,
    design: { kind: all.length === 0 ? 'single' : design.kind, points: points.length },
    chunkSize: written.chunk ?? usualChunk(points.length * treatments.length * replications),
    ask: await readOutcomes(outcomes, symbols, file),
    ...(stop === undefined ? {} : { stop: { formula: stop, expression: await condition(stop) } }),
  }

  function condition(text: string) {
    return parseExpression(text, symbols, {
      name: 'the stop condition',
      expects: [...conditionTypes],
      ...(file === undefined ? {} : { file }),
    })
  }
}

function designOf(written: WrittenSweep['design'], listed: unknown): WrittenDesign {
  if (written === undefined) return { kind: listed === undefined ? 'grid' : 'list' }
  return typeof written === 'string' ? { kind: written } : written
}

/** Columns of a list, with the values that they hold. */
function listedFactors(
  listed: NonNullable<SweepChoices['listed']>,
  settings: Settings,
  label: string,
): Factor[] {
  return Object.keys(listed[0] ?? {}).map((id) =>
    resolveFactor(id, { values: [...new Set(listed.map((row) => row[id]))] }, settings, label),
  )
}

function complete(values: readonly Cell[], derived: readonly DerivedFactor[]): readonly Cell[] {
  return [...values, ...derived.map(({ of }) => of(values))]
}

/** A factor as the plan keeps it. */
export function plannedFactor(factor: Factor): PlannedFactor {
  const { id, title, unit, kind, range, scale, values, path } = factor
  const head: FactorHead = {
    id,
    title,
    unit,
    kind,
    ...(range === undefined ? {} : { range }),
    ...(scale === undefined ? {} : { scale }),
    ...(values === undefined || values.length === 0 ? {} : { values }),
  }
  return { ...head, path }
}
