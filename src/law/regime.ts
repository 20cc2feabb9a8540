import type {
  Competence,
  Evasion,
  EvidenceGrade,
  FormName,
  LegalSubject,
  PartnerClass,
  PartyKind,
  SequelKind,
  Silence,
  StepKind,
  SubjectName,
} from './vocabulary.js'

/** What something stands on. */
export interface Evidence {
  readonly source: string
  readonly grade: EvidenceGrade
}

/** One step that an act has to pass, and the organ that takes it. */
export interface LegalStep {
  readonly step: StepKind
  /** The organ, in plain words: `the federal government`. */
  readonly organ: string
  /** Days that the organ has; none if it may take its time. */
  readonly deadlineDays?: number
  /** What no answer by the deadline means. */
  readonly silence?: Silence
}

/** What may happen to an act later. */
export interface Sequel {
  readonly sequel: SequelKind
  /** Who may set it off; for a lapse, what ends. */
  readonly organ: string
  /** Days within which it may be asked for (referendum), or after which it comes (lapse). */
  readonly days?: number
  /** How many units must ask (referendum). */
  readonly units?: number
}

/** How far practice follows the rule. */
export interface Practice extends Evidence {
  /** Share of acts that go as the law says, 0 to 1. */
  readonly compliance: number
  /** Share of breaches that the state acts upon, 0 to 1. */
  readonly enforcement: number
  /** What becomes of acts that do not go as the law says. */
  readonly otherwise: Evasion
}

/**
 * One rule: who, with whom, by what form, about what; what it takes, and what may follow. Empty lists
 * mean any; no `by` means any unit, as rules on a state's own acts name the state.
 */
export interface Rule extends Evidence {
  /** Unique within the regime. */
  readonly id: string
  /** What it says, in one sentence. */
  readonly title: string
  /** Article, statute or practice. */
  readonly article: string
  /** First day on which it holds (days since 1970-01-01), and how well that day is known. */
  readonly from: number
  readonly fromGrade: EvidenceGrade
  /** First day on which it no longer holds; `Infinity` while it does. */
  readonly until: number
  readonly by: readonly PartyKind[]
  readonly with: readonly PartnerClass[]
  readonly forms: readonly FormName[]
  readonly subjects: readonly SubjectName[]
  readonly barred: boolean
  readonly steps: readonly LegalStep[]
  readonly sequels: readonly Sequel[]
  readonly practice: Practice
}

/** Whose each subject is, from a day on. */
export interface Classing extends Evidence {
  readonly from: number
  readonly fromGrade: EvidenceGrade
  readonly of: { readonly [S in LegalSubject]: Competence }
}

/** A dated fact of the regime that changes no rule by itself. */
export interface Note extends Evidence {
  readonly on: number
  readonly text: string
}

/** A state's law of external action, as a history of rules; or law above several states, which only opens doors. */
export interface Regime {
  /** ISO 3166 code of the state, current or historical; another short name for law above states. */
  readonly id: string
  readonly title: string
  /** First day that the regime speaks of. */
  readonly from: number
  /** First day that it no longer speaks of; `Infinity` while it does. */
  readonly until: number
  /** Whose each subject is, in order of days; law above states has none. */
  readonly classes: readonly Classing[]
  /** In order of precedence: of those that fit an act and hold on its day, the first counts. */
  readonly rules: readonly Rule[]
  readonly notes: readonly Note[]
  /** Organs of which each unit has its own; of all others the state has one for all its units. */
  readonly localOrgans: readonly string[]
  /** For law above states: since when each belongs (code → first day, and first day no longer). */
  readonly members?: { readonly [code: string]: readonly [number, number] }
}
