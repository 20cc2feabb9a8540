import type { InputFile, ManifestHead, ManifestMechanism } from './manifest.js'

/** What many runs were made of, besides the scenario: the manifest of any experiment. */
export interface ExperimentManifest extends ManifestHead {
  readonly runs: number
  readonly chunkSize: number
  readonly mechanisms: readonly ManifestMechanism[]
  /** SHA-256 of the plan. */
  readonly plan: string
  /** The file that asked the question, if there was one. */
  readonly question?: InputFile
}

/** How many runs an experiment has, and how they went. */
export interface RunCounts {
  readonly runs: number
  /** Runs that ended with an error; they are in no statistic. */
  readonly failed: number
  /** Runs whose worker died three times; resuming tries them again. */
  readonly lost: number
  /** Messages of failed runs, with their number, most frequent first. */
  readonly failures: readonly { readonly message: string; readonly runs: number }[]
}

/** An estimate with the bounds of its 95 % interval; null where it cannot be told. */
export interface Estimate {
  readonly estimate: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Something that an experiment varies. */
export interface FactorHead {
  /** Path of what is set: `pressure.boomerang`, `mechanisms.diffusion.enabled`. */
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly kind: 'number' | 'integer' | 'category' | 'switch'
  /** Ends of a number's range. */
  readonly range?: readonly [number, number]
  readonly scale?: 'linear' | 'log'
  /** The values that were taken, where they are a list. */
  readonly values?: readonly (number | string | boolean)[]
}

/** Unit of a number that is a year such as 1985, and no duration: told without a thousands separator. */
export const calendarYear = 'calendar year'

/** A question that each run answered with one value. */
export interface OutcomeHead {
  readonly id: string
  readonly title: string
  readonly formula: string
  readonly unit: string
  /** Dates are told as decimal years. */
  readonly type: 'number' | 'date' | 'boolean'
}

/** A change of the scenario that runs were made with. */
export interface TreatmentHead {
  /** `as-it-is` for the scenario itself. */
  readonly id: string
  readonly title: string
}

/** Share of runs in which a dated outcome has come, at each time at which it came in some: a step function. */
export interface IncidenceCurve {
  /** Decimal years, ascending. */
  readonly times: readonly number[]
  readonly share: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/** A dated outcome to a fixed horizon. Runs in which it never came are censored, not dropped. */
export interface DatedSummary {
  /** Decimal year up to which all runs were watched. */
  readonly horizon: number
  /** Share of runs in which it has come by the horizon. */
  readonly incidence: Estimate
  /** Mean date where never counts as the horizon, decimal year. */
  readonly restrictedMean: Estimate
  readonly curve: IncidenceCurve
}
