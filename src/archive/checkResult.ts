import type { Grade } from '../contract/index.js'
import type { Expression } from '../expression/index.js'
import type { Check } from '../scenario/document.js'
import type { Interval } from '../statistics/index.js'
import type { ExperimentManifest, RunCounts } from './experimentResult.js'

/** Does the statistic lie in its band? */
export type Verdict = 'within' | 'short'

/** A pair of units and how often the model ties them. */
export interface PairFrequency {
  readonly a: string
  readonly b: string
  /** Share of runs in which the two are tied. */
  readonly frequency: number
  /** Place among all pairs, from 1, by frequency; equal ones in the order of the scenario's rows. */
  readonly rank: number
  /** Whether history documents a tie of the two. */
  readonly documented: boolean
}

/** What a check of pairs finds besides its statistic. */
export interface PairsFinding {
  /** Number of pairs of active units of different states. */
  readonly candidates: number
  /** Documented pairs that are not among the candidates, `a|b`: left out. */
  readonly outside: readonly string[]
  /** The fifteen pairs that are tied most often. */
  readonly top: readonly PairFrequency[]
  /** Documented pairs that rank below as many places as there are documented pairs. */
  readonly missed: readonly PairFrequency[]
  /** What gravity alone, size and distance, would reach; null where the model has no weights of gravity. */
  readonly gravity: number | null
}

/** One check and how it went. */
export interface CheckFinding {
  readonly id: string
  readonly title: string
  readonly role: Check['role']
  readonly kind: Check['kind']
  readonly band: readonly [number, number]
  readonly observed: number | string | null
  readonly unit: string | null
  readonly source: string
  readonly grade: Grade
  readonly note: string | null
  /** What was computed over the runs. */
  readonly statistic: 'mean' | 'median' | 'incidence' | 'auc'
  /** The statistic with its 95 % interval; null where it cannot be told. */
  readonly value: Nullable<Interval>
  /** How the interval was made. */
  readonly method: string
  /** Runs that the statistic rests on. */
  readonly runs: number
  /** Of these, runs without a value: what is asked for never came, or is not defined. */
  readonly missing: number
  readonly verdict: Verdict
  /** The interval reaches over an edge of the band: more runs could turn the verdict. */
  readonly uncertain: boolean
  readonly pairs?: PairsFinding
}

/** JSON has no NaN. */
export type Nullable<T> = { readonly [K in keyof T]: T[K] extends number ? number | null : T[K] }

/** A formula that every run answered with a number. */
export interface AskedNumber {
  readonly id: string
  readonly title: string
  readonly formula: string
  readonly expression: Expression
}

/** What a check found: `check.json`. */
export interface CheckResult extends RunCounts {
  /** Every check is within its band. */
  readonly passed: boolean
  readonly seed: string
  readonly checks: readonly CheckFinding[]
  /** The outcomes of `runs.csv`, to be asked of any other run. */
  readonly outcomes: readonly AskedNumber[]
}

/** The manifest of a check. */
export interface CheckManifest extends ExperimentManifest {
  readonly kind: 'check'
}
