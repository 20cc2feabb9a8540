import type {
  DatedSummary,
  Estimate,
  FactorHead,
  OutcomeHead,
  RunCounts,
  TreatmentHead,
} from './experimentResult.js'
import type { InputFile } from './manifest.js'

/** Where the sign of a hypothesis comes from; "supported" is never said of an assumed one. */
export type HypothesisTag = 'emergent' | 'assumed' | 'confronted'

export type HypothesisVerdict =
  | 'supported'
  | 'contradicted'
  | 'no effect of interest'
  | 'undecided'
  | 'strength of the assumption'

/** The effect at one value of the factor that a curve is drawn over. */
export interface CurvePoint {
  readonly value: number | string | boolean
  readonly effect: Estimate
  readonly favourable: Estimate
  readonly pairs: number
}

/** One hypothesis and the answer to it. An effect is treatment minus control. */
export interface HypothesisFinding extends RunCounts {
  readonly id: string
  readonly statement: string
  readonly source: string
  readonly tag: HypothesisTag
  readonly note: string | null
  readonly treatment: TreatmentHead
  readonly control: TreatmentHead
  readonly outcome: OutcomeHead
  readonly sign: '+' | '-'
  /** Smallest effect of interest, from 0, in the unit of the effect. */
  readonly smallest: number
  /** Unit of the effect: years for dates. */
  readonly unit: string
  /** What was drawn for each parameter set; empty if the file fixes them. */
  readonly drawn: readonly FactorHead[]
  /** Number of parameter sets, and pairs of runs in each. */
  readonly sets: number
  readonly replicates: number
  /** Pairs that have an effect; the others have a run that failed or gave no value. */
  readonly pairs: number
  readonly missing: number
  /** Mean over pairs; BCa bootstrap clustered by parameter set. */
  readonly effect: Estimate
  /** 90 % interval, to be held against the smallest effect of interest (two one-sided tests). */
  readonly equivalence: Estimate
  readonly equivalent: boolean
  /** Share of pairs in the expected direction, and of pairs that do not differ. */
  readonly favourable: Estimate
  readonly unmoved: number
  /** Mean difference by the standard deviation of the differences; null if they do not vary. */
  readonly standardised: number | null
  /** Correlation of the outcome between the runs of a pair: what common random numbers reached. */
  readonly correlation: number | null
  /** Shares of the variance of the pairs' effects that lie between parameter sets, and within them. */
  readonly spread: { readonly parameters: number | null; readonly chance: number | null }
  /** Two-sided sign-flip test of parameter sets, and the same after Holm over the file; null unless asked for. */
  readonly p: number | null
  readonly holm: number | null
  readonly verdict: HypothesisVerdict
  /** The verdict as a sentence. */
  readonly words: string
  /** When to stop, as the file has it, and which came first. */
  readonly stopping: {
    readonly rule: string
    readonly halfWidth: number
    readonly reached: 'precise' | 'cap'
  }
  /** For outcomes that are dates. */
  readonly dated: { readonly treatment: DatedSummary; readonly control: DatedSummary } | null
  /** The effect over one factor. Parameter sets and chance are the same at every point. */
  readonly curve: { readonly factor: FactorHead; readonly points: readonly CurvePoint[] } | null
  /** What `--expect` or the file expects, and whether it came so; null if nothing was. */
  readonly expected: { readonly verdict: HypothesisVerdict; readonly met: boolean } | null
}

/** A file of hypotheses, answered: `test.json`. The runs are in `runs-<id>.csv`. */
export interface TestResult {
  readonly kind: 'test'
  readonly seed: string
  /** The file as it was when it was asked; its hash can be registered before. */
  readonly file: InputFile
  readonly hypotheses: readonly HypothesisFinding[]
}
