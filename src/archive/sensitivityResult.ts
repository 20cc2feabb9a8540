import type { Estimate, FactorHead, OutcomeHead, RunCounts } from './experimentResult.js'

/** Elementary effects of one factor (Morris 1991; Campolongo et al. 2007), per unit of its range. */
export interface MorrisIndices {
  /** Mean size of the effects. */
  readonly muStar: Estimate
  /** Mean effect with its sign, and spread of effects; null if too few trajectories are left to tell. */
  readonly mu: number | null
  readonly sigma: number | null
}

/** Variance-based indices of one factor. */
export interface SobolIndices {
  readonly first: Estimate
  readonly total: Estimate
}

/** An index of each factor after a part of the sample: does it settle? */
export interface ConvergenceStep {
  /** Trajectories or base points. */
  readonly n: number
  /** mu* or total index of each factor, in their order. */
  readonly values: readonly (number | null)[]
}

export interface SensitivityOutcome {
  readonly outcome: OutcomeHead
  /** Runs without a value, by point: they make the point's mean rest on fewer replicates. */
  readonly missing: number
  /** Points without any value: their trajectories or base points are left out. */
  readonly dropped: number
  /** Mean and variance over points of the points' means. */
  readonly mean: number | null
  readonly variance: number | null
  /** Share of the variance over runs that replicates of one point show: chance, not factors. */
  readonly noise: Estimate
  /** One for each factor, in their order; null for the other method. */
  readonly morris: readonly MorrisIndices[] | null
  readonly sobol: readonly SobolIndices[] | null
  /** Second-order indices of pairs of factors (rows in `factors`); null if they were not asked for. */
  readonly second:
    | readonly { readonly a: number; readonly b: number; readonly index: Estimate }[]
    | null
  readonly convergence: readonly ConvergenceStep[]
}

/** Which factors matter: `sensitivity.json`. */
export interface SensitivityResult extends RunCounts {
  readonly kind: 'sensitivity'
  readonly method: 'morris' | 'sobol'
  readonly seed: string
  /** Trajectories (Morris) or base points (Sobol'). */
  readonly n: number
  readonly points: number
  readonly replications: number
  readonly factors: readonly FactorHead[]
  readonly outcomes: readonly SensitivityOutcome[]
}
