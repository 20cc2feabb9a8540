import type { Estimate, OutcomeHead, RunCounts } from './experimentResult.js'

/** A cause that can be switched off. */
export interface CauseHead {
  readonly id: string
  readonly title: string
  /** What takes its place when it is off. */
  readonly off: string
  /** Causes that work through this one, and so come before it. */
  readonly after: readonly string[]
}

/** What one cause contributes. A contribution is the outcome with the cause minus without it. */
export interface CauseShare {
  readonly cause: string
  /** Mean contribution over all orders of the causes (Shapley 1953). */
  readonly shapley: Estimate
  /** The same over those orders that the declared dependencies allow (Frye et al. 2020); null if none are declared. */
  readonly asymmetric: Estimate | null
  /** Contribution where it is the only cause. */
  readonly firstIn: Estimate
  /** Contribution where all other causes are there. */
  readonly lastOut: Estimate
  /**
   * For outcomes of yes or no: of runs in which it happens with all causes, the share in which it does not without
   * this one; and of runs in which it does not happen without any, the share in which it does with this one alone.
   */
  readonly necessity: Estimate | null
  readonly sufficiency: Estimate | null
}

export interface AttributionOutcome {
  readonly outcome: OutcomeHead
  /** Unit of a contribution: years for dates, 1 for probabilities. */
  readonly unit: string
  /** Date at which a dated outcome is censored, decimal year. */
  readonly horizon: number | null
  /** Replicates that are in no number here, because a run of theirs failed or had no value. */
  readonly leftOut: number
  /** The outcome with all causes, and with none. */
  readonly all: Estimate
  readonly none: Estimate
  /** One for each cause that the setting has, in their order. */
  readonly shares: readonly CauseShare[]
  /** Shapley interaction of pairs of causes (Grabisch and Roubens 1999): above 0, they need each other. */
  readonly interactions: readonly {
    readonly a: string
    readonly b: string
    readonly index: Estimate
  }[]
}

/** Which cause did it, under one setting of the world. */
export interface AttributionSetting {
  readonly id: string
  readonly title: string
  /** Causes that are not asked about here, because their off-state means nothing in this setting, and why. */
  readonly without: readonly { readonly cause: string; readonly why: string }[]
  readonly outcomes: readonly AttributionOutcome[]
}

/** Causes and their shares: `attribution.json`. */
export interface AttributionResult extends RunCounts {
  readonly kind: 'attribution'
  readonly seed: string
  readonly replications: number
  readonly causes: readonly CauseHead[]
  /** Subsets of causes that were run, of all that there are; permutations if they were sampled. */
  readonly subsets: number
  readonly permutations: number | null
  readonly settings: readonly AttributionSetting[]
}
