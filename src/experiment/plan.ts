import type { Patch } from 'immer'
import {
  canonicalJson,
  type DesignHead,
  type FactorHead,
  type InputFile,
  type ResultKind,
  sha256,
} from '../archive/index.js'
import { InputError } from '../diagnostics/index.js'
import type { Expression } from '../expression/index.js'
import type { Cell, ScenarioDocument } from '../scenario/index.js'
import type { Ask } from './ask.js'
import type { AttributionDesign } from './attribution/AttributionDesign.js'
import type { SensitivityDesign } from './sensitivity/SensitivityDesign.js'

/** A change of the scenario that runs are made with. */
export interface PlannedTreatment {
  /** `as-it-is` for the scenario itself. */
  readonly id: string
  readonly title: string
  readonly patches: readonly Patch[]
}

/** Something that differs from point to point, and where in the document it stands. */
export interface PlannedFactor extends FactorHead {
  readonly path: readonly string[]
}

/** One combination of values of the factors. */
export interface PlannedPoint {
  /** In the order of the factors. */
  readonly values: readonly Cell[]
  /** Points with the same number have the same chance in the same replicates. */
  readonly chance: number
}

/**
 * All that decides what the runs of an experiment give. Runs are numbered from 0: first all replicates of the first
 * point under the first treatment, then those under the second, then the next point; see `placeOf`. Treatments of one
 * point share the chance of their replicates; so do points with the same `chance`.
 */
export interface Plan {
  readonly format: 1
  readonly kind: ResultKind
  /** Version of the package. */
  readonly version: string
  readonly scenario: ScenarioDocument
  /** Files of the user's own mechanisms. */
  readonly mechanismFiles: readonly InputFile[]
  readonly seed: string
  readonly replicates: number
  readonly treatments: readonly PlannedTreatment[]
  readonly factors: readonly PlannedFactor[]
  readonly points: readonly PlannedPoint[]
  /** Runs a chunk, fixed at the first start. */
  readonly chunkSize: number
  /** What each run is asked. */
  readonly ask: Ask
  /** Ends a run early, at the first tick at which it holds. */
  readonly stop?: { readonly formula: string; readonly expression: Expression }
  /** How the points were chosen. */
  readonly design: DesignHead
  /** The causes that the treatments leave out, of an attribution. */
  readonly attribution?: AttributionDesign
  /** What the points were chosen for, of a sensitivity analysis. */
  readonly sensitivity?: SensitivityDesign
}

/** The scenario itself, where nothing is varied. */
export const asItIs: PlannedTreatment = { id: 'as-it-is', title: 'As it is', patches: [] }

/** The one point of an experiment without factors. */
export const noFactors: Pick<Plan, 'design' | 'factors' | 'points'> = {
  design: { kind: 'single', points: 1 },
  factors: [],
  points: [{ values: [], chance: 0 }],
}

/** Where a run stands in its plan. */
export interface RunPlace {
  /** Number of the point and treatment: `point * treatments + treatment`. */
  readonly case: number
  readonly point: number
  readonly treatment: number
  /** Which repetition of the case, from 0. */
  readonly repetition: number
  /** Which of the seed's independent replicates: the run's chance. */
  readonly replicate: number
}

/** Paths of all that differs between the runs of a plan. */
export function changedPaths(
  factors: readonly Pick<PlannedFactor, 'path'>[],
  treatments: readonly Pick<PlannedTreatment, 'patches'>[],
): readonly (readonly (string | number)[])[] {
  return [
    ...factors.map(({ path }) => path),
    ...treatments.flatMap(({ patches }) => patches.map(({ path }) => path)),
  ]
}

/** Number of points times treatments. */
export function casesOf({ points, treatments }: Plan): number {
  return points.length * treatments.length
}

/** Number of runs of a plan. */
export function runsOf(plan: Plan): number {
  return casesOf(plan) * plan.replicates
}

/** Which point, treatment and replicate a run is. */
export function placeOf({ replicates, treatments, points }: Plan, run: number): RunPlace {
  const place = Math.floor(run / replicates)
  const point = Math.floor(place / treatments.length)
  const repetition = run % replicates
  return {
    case: place,
    point,
    treatment: place % treatments.length,
    repetition,
    replicate: points[point].chance * replicates + repetition,
  }
}

/** SHA-256 of the plan: the experiment's identity. The order of rows counts, that of other keys does not. */
export function planIdentity({ scenario, ...rest }: Plan): string {
  return sha256(`${canonicalJson(rest)}\n${JSON.stringify(scenario)}`)
}

/** Differences shown at most. */
const shown = 12

/**
 * Makes sure that an experiment goes on as it was begun.
 *
 * @throws InputError with a problem for each difference
 */
export function mustBeSamePlan(begun: Plan, now: Plan, folder: string): void {
  if (planIdentity(begun) === planIdentity(now)) return
  const differences = differencesBetween(begun, now, '')
  const more = differences.length - shown
  throw new InputError([
    ...differences.slice(0, shown).map((message) => ({ file: folder, message })),
    {
      file: folder,
      message: `the experiment was begun with another plan${more > 0 ? ` (${more} more differences)` : ''}`,
      hint: 'Resume it with what it was begun with, or begin a new one',
    },
  ])
}

function differencesBetween(a: unknown, b: unknown, path: string): string[] {
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)])
    const inside = [...keys].flatMap((key) =>
      differencesBetween(a[key], b[key], path === '' ? key : `${path}.${key}`),
    )
    if (inside.length > 0 || JSON.stringify(a) === JSON.stringify(b)) return inside
    return [`${path}: the same in another order`]
  }
  const [was, is] = [a, b].map((x) => (x === undefined ? 'nothing' : JSON.stringify(x)))
  return was === is ? [] : [`${path} was ${short(was)} and is ${short(is)}`]
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
