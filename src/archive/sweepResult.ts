import type {
  DatedSummary,
  Estimate,
  FactorHead,
  OutcomeHead,
  RunCounts,
  TreatmentHead,
} from './experimentResult.js'

/** How the values of the factors were chosen. */
export interface DesignHead {
  readonly kind:
    | 'grid'
    | 'list'
    | 'oneAtATime'
    | 'latinHypercube'
    | 'sobol'
    | 'morris'
    | 'saltelli'
    | 'single'
  /** Number of points; each is run with every treatment and replicate. */
  readonly points: number
}

/** What the runs of one point and treatment gave. */
export interface CaseSummary {
  /** Row in `treatments`. */
  readonly treatment: number
  /** Number of the point, from 0. */
  readonly point: number
  /** Values of the factors, in their order. */
  readonly settings: readonly (number | string | boolean)[]
  /**
   * Mean over replicates of each outcome, in their order: n replicates counted. Of a date it is the mean restricted
   * date, where never counts as the end of the scenario: `missing` of the n.
   */
  readonly outcomes: readonly (Estimate & { readonly n: number; readonly missing: number })[]
}

/** A sweep: `sweep.json`. Each run is in `runs.csv`, each case in `cases.csv`. */
export interface SweepResult extends RunCounts {
  readonly kind: 'sweep'
  readonly seed: string
  readonly replications: number
  readonly treatments: readonly TreatmentHead[]
  readonly factors: readonly FactorHead[]
  readonly design: DesignHead
  readonly outcomes: readonly OutcomeHead[]
  /** One for each point and treatment, points first. */
  readonly cases: readonly CaseSummary[]
  /** For each outcome that is a date, over all points, one for each treatment; null for other outcomes. */
  readonly dated: readonly (readonly DatedSummary[] | null)[]
  /** Names of the recorded series in `series.csv`. */
  readonly series: readonly OutcomeHead[]
  /** The condition that ended runs early; null if none did, absent in results of before. */
  readonly stop?: string | null
}
