import type { FactorHead, InputFile } from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import { InputError } from '../../diagnostics/index.js'
import { parseExpression } from '../../expression/index.js'
import { Draws, deriveKey } from '../../random/index.js'
import { askableSymbols, type ScenarioDocument, settingsOf } from '../../scenario/index.js'
import { type Factor, levelsOf, valueAt } from '../factors/Factor.js'
import { resolveFactor } from '../factors/resolveFactor.js'
import { changedPaths, type Plan } from '../plan.js'
import { plannedFactor } from '../sweep/planSweep.js'
import { drawnParameters } from './drawnParameters.js'
import { planChange } from './planChange.js'
import type { WrittenHypotheses, WrittenHypothesis } from './writtenHypotheses.js'

/** A hypothesis ready to be run. */
export interface PlannedHypothesis {
  readonly written: WrittenHypothesis
  /** Control is its first treatment, treatment its second. Points: the sets one after another, in each the curve. */
  readonly plan: Plan
  readonly drawn: readonly FactorHead[]
  /** The factor of the curve and its values; undefined without a curve. */
  readonly curve:
    | { readonly factor: FactorHead; readonly values: readonly (string | number | boolean)[] }
    | undefined
  readonly looks: Looks
}

/** When the interval is looked at, and when it is narrow enough. */
export interface Looks {
  /** Numbers of parameter sets, ascending; the last is the cap. */
  readonly sets: readonly number[]
  readonly halfWidth: number
}

export interface HypothesisChoices {
  readonly version: string
  readonly mechanismFiles: readonly InputFile[]
  /** The file as messages name it. */
  readonly file: string
}

/**
 * Plans the runs of one hypothesis: parameter sets drawn at random from the ranges, in each of which treatment and
 * control are run on the same chance.
 *
 * @throws InputError for whatever is wrong with it
 */
export async function planHypothesis(
  written: WrittenHypothesis,
  head: WrittenHypotheses,
  document: ScenarioDocument,
  library: Library,
  { version, mechanismFiles, file }: HypothesisChoices,
): Promise<PlannedHypothesis> {
  const label = `${file}, ${written.id}`
  const { seed = '1' } = head
  const settings = settingsOf(document, library)
  const control = planChange(written.control ?? {}, document, library, label)
  const treatment = planChange(written.treatment, document, library, label)
  if (JSON.stringify(control.patches) === JSON.stringify(treatment.patches)) {
    throw new InputError({
      file: label,
      message: 'treatment and control are the same',
      expected: 'a treatment, a value or a mechanism that differs',
    })
  }
  const over = curveOf(written, settings, label)
  const patched = [...control.patches, ...treatment.patches].map(({ path }) => path.join('.'))
  if (over && patched.includes(over.path.join('.'))) {
    throw new InputError({
      file: label,
      message: `the curve is over ${over.id}, which treatment or control sets`,
    })
  }
  const taken = new Set([...patched, ...(over ? [over.path.join('.')] : [])])
  const parameters = { ...head.parameters, ...written.parameters }
  const set = Object.keys(head.set ?? {})
  const drawn = drawnParameters(parameters, { taken, set }, document, library, settings, label)
  const {
    first = 50,
    most = 400,
    replicates = 2,
    halfWidth,
  } = {
    ...head.precision,
    ...written.precision,
  }
  const cap = Math.max(first, most)
  const values = over ? (levelsOf(over) ?? []) : [undefined]
  const draws = new Draws(deriveKey(seed, 0, `parameters/${written.id}`), oneEntity)
  const points = Array.from({ length: cap }, (_, set) => {
    draws.setTick(set)
    const u = Array.from(draws.block(Math.max(1, drawn.length)))
    const own = drawn.map((factor, k) => valueAt(factor, u[k]))
    return values.map((value) => ({
      values: value === undefined ? own : [...own, value],
      chance: set,
    }))
  }).flat()
  const perSet = values.length * 2 * replicates
  const factors = [...drawn, ...(over ? [over] : [])].map(plannedFactor)
  const heads = factors.map(({ path: _, ...rest }) => rest)
  const { outcome } = written
  const symbols = askableSymbols(document, library, changedPaths(factors, [control, treatment]))
  const expression = await parseExpression(outcome.formula, symbols, {
    file,
    name: `outcome of hypothesis "${written.id}"`,
    expects: ['scalar', 'boolean', 'date'],
  })
  return {
    written,
    drawn: heads.slice(0, drawn.length),
    curve: over && { factor: heads[drawn.length], values: values as (string | number | boolean)[] },
    looks: {
      sets: looksUpTo(first, cap),
      // The rule needs an aim: half the smallest effect of interest tells it from nothing.
      halfWidth: halfWidth ?? (written.smallest > 0 ? written.smallest / 2 : 0),
    },
    plan: {
      format: 1,
      kind: 'test',
      version,
      scenario: document,
      mechanismFiles,
      seed,
      replicates,
      treatments: [control, treatment],
      factors,
      points,
      design: { kind: 'list', points: points.length },
      chunkSize: perSet * Math.max(1, Math.floor(40 / perSet)),
      ask: {
        numbers: [
          {
            id: written.id,
            title: outcome.title,
            formula: outcome.formula,
            unit: outcome.unit ?? (expression.type === 'date' ? '' : '1'),
            expression,
          },
        ],
        ties: [],
        series: [],
      },
    },
  }
}

/** Runs of one parameter set. */
export function runsOfSet({ plan, curve }: PlannedHypothesis): number {
  return (curve?.values.length ?? 1) * plan.treatments.length * plan.replicates
}

/** One row of draws with the key 0, whose ticks are the parameter sets. */
const oneEntity = { hi: new Int32Array(1), lo: new Int32Array(1) }

function curveOf(
  { over }: WrittenHypothesis,
  settings: ReturnType<typeof settingsOf>,
  label: string,
): Factor | undefined {
  if (over === undefined) return undefined
  const entries = Object.entries(over)
  if (entries.length !== 1) {
    throw new InputError({
      file: label,
      message: `a curve is over one factor, not ${entries.length}`,
    })
  }
  const [id, written] = entries[0]
  const factor = resolveFactor(id, written, settings, label)
  if (levelsOf(factor) === undefined) {
    throw new InputError({
      file: label,
      message: `the curve over ${id} needs points`,
      expected: 'steps: 5, or values: [0, 0.5, 1]',
    })
  }
  return factor
}

/** The first look, then each time twice as many, up to the cap. */
function looksUpTo(first: number, cap: number): readonly number[] {
  const sets: number[] = []
  for (let n = first; n < cap; n *= 2) sets.push(n)
  return [...sets, cap]
}
