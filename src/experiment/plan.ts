import type { Patch } from 'immer'
import { canonicalJson, type InputFile, type ResultKind, sha256 } from '../archive/index.js'
import { InputError } from '../diagnostics/index.js'
import type { ScenarioDocument } from '../scenario/index.js'
import type { Ask } from './ask.js'

/**
 * All that decides what the runs of an experiment give. Runs are numbered from 0: run k is replicate
 * `k mod replicates` of case `k div replicates`, so that all cases share the chance of their replicates.
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
  /** How each case differs from the scenario; a check has one case, which does not. */
  readonly cases: readonly (readonly Patch[])[]
  /** Runs a chunk, fixed at the first start. */
  readonly chunkSize: number
  /** What each run is asked. */
  readonly ask: Ask
}

/** Number of runs of a plan. */
export function runsOf({ cases, replicates }: Plan): number {
  return cases.length * replicates
}

/** Which case and replicate a run is. */
export function placeOf({ replicates }: Plan, run: number): { case: number; replicate: number } {
  return { case: Math.floor(run / replicates), replicate: run % replicates }
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
