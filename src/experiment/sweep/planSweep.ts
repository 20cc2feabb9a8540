import type { FactorHead, InputFile } from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import { InputError } from '../../diagnostics/index.js'
import { conditionTypes, parseExpression } from '../../expression/index.js'
import {
  askableSymbols,
  type Cell,
  type ScenarioDocument,
  type Settings,
  settingsOf,
} from '../../scenario/index.js'
import { type DerivedFactor, derivedFactors } from '../factors/derivedFactors.js'
import type { Factor } from '../factors/Factor.js'
import { mustBeApart } from '../factors/mustBeApart.js'
import { resolveFactor } from '../factors/resolveFactor.js'
import type { WrittenFactor } from '../factors/writtenFactor.js'
import { mustBeCount } from '../mustBeCount.js'
import { asItIs, changedPaths, type Plan, type PlannedFactor } from '../plan.js'
import { usualChunk } from '../usualChunk.js'
import { designPoints } from './designPoints.js'
import { anyDay, outcomesOfChecks, readOutcomes } from './outcomes.js'
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
  /** Paths of what is set in all runs, besides those of the plan. */
  readonly fixed?: readonly string[] | undefined
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
  { version, mechanismFiles, listed, file, fixed = [] }: SweepChoices,
): Promise<Plan> {
  const { seed = '1', replications = 1, treatments = [asItIs.id], stop } = written
  mustBeCount('the number of replications', replications)
  const label = file ?? 'sweep'
  const settings = settingsOf(document, library)
  const entries = Object.entries(written.factors ?? {})
  const varied = entries.filter(([, factor]) => factor.formula === undefined)
  const factors =
    listed === undefined
      ? varied.map(([id, factor]) => resolveFactor(id, factor, settings, label))
      : listedFactors(listed, varied, settings, label)
  const formulas = entries.filter(([, factor]) => factor.formula !== undefined)
  const derived = await derivedFactors(formulas, factors, settings, label)
  const design = designOf(written.design, listed)
  if (design.kind === 'list' && listed === undefined) {
    throw new InputError({ file, message: 'a list needs a CSV file', expected: 'file: points.csv' })
  }
  const all = [...factors, ...derived.map(({ factor }) => factor)]
  mustBeApart(all, label, [...Object.keys(written.set ?? {}), ...fixed])
  const rows = listed?.map((row) =>
    Object.entries(row).map(([id, text]) => settings.read(id, text, label).value),
  )
  const points = designPoints(design, factors, seed, rows).map((values) => ({
    values: complete(values, derived),
    chance: 0,
  }))
  const outcomes = written.outcomes ?? outcomesOfChecks(document)
  if (outcomes.length === 0) {
    throw new InputError({
      file,
      message: `nothing is asked of the runs, and ${document.name} has no checks to take questions from`,
      expected: "outcomes in the plan, or --outcome 'id=formula'",
    })
  }
  const planned = all.map(plannedFactor)
  const compared = planTreatments(treatments, document, library, planned)
  const symbols = askableSymbols(document, library, changedPaths(planned, compared))
  return {
    format: 1,
    kind: 'sweep',
    version,
    scenario: document,
    mechanismFiles,
    seed,
    replicates: replications,
    treatments: compared,
    factors: planned,
    points,
    design: { kind: all.length === 0 ? 'single' : design.kind, points: points.length },
    chunkSize: written.chunk ?? usualChunk(points.length * treatments.length * replications),
    ask: await readOutcomes(outcomes, written.outcomes ? symbols : anyDay(symbols), file),
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

/** Columns of a list, with the values that they hold; what the plan says of a column is its name alone. */
function listedFactors(
  listed: NonNullable<SweepChoices['listed']>,
  written: readonly (readonly [id: string, factor: WrittenFactor])[],
  settings: Settings,
  label: string,
): Factor[] {
  const columns = Object.keys(listed[0] ?? {})
  const names = new Map<string, string | undefined>()
  for (const [id, { name, ...values }] of written) {
    if (!columns.includes(id) || Object.values(values).some((value) => value !== undefined)) {
      throw new InputError({
        file: label,
        message: columns.includes(id)
          ? `${id} has its values from the list, and others beside them`
          : `${id} is no column of the list`,
        expected: 'a column in the list, and of factors that are in it a name at most',
      })
    }
    names.set(id, name)
  }
  return columns.map((id) => {
    const cells = listed.map((row) => settings.read(id, row[id], label).value)
    return resolveFactor(id, { values: [...new Set(cells)], name: names.get(id) }, settings, label)
  })
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
