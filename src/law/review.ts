import type { Evidence, LegalStep, Practice, Regime, Rule, Sequel } from './regime.js'
import {
  type Competence,
  type Form,
  type FormName,
  isBinding,
  type LegalSubject,
  type LegalVerdict,
  type PartnerClass,
  type PartyKind,
} from './vocabulary.js'

/** An act of one party toward another, as the law of the first sees it. */
export interface Act {
  readonly by: PartyKind
  /** The other side: what it is, and whether its state is a neighbour. */
  readonly with: { readonly kind: PartyKind; readonly neighbour: boolean }
  readonly form: Form
  readonly subject: LegalSubject
}

/** What the law says of an act. */
export interface Answer {
  readonly verdict: LegalVerdict
  /** In order; empty unless reviewed. */
  readonly steps: readonly LegalStep[]
  readonly sequels: readonly Sequel[]
  readonly basis: {
    /** The rule, by its id within the regime. */
    readonly rule: string
    readonly title: string
    readonly article: string
    /** Day from which it holds. */
    readonly date: number
  }
  readonly practice: Practice
  readonly evidence: Evidence
  /** Whose the subject is on that day; nothing in law above states. */
  readonly competence: Competence | undefined
  /** The rule that the answer was read from; nothing for a state that acts for itself. */
  readonly rule: Rule | undefined
}

/**
 * What a regime says of an act on a day: the first rule that holds on that day and fits.
 *
 * @param date day number (days since 1970-01-01)
 * @returns undefined if the regime does not speak of that day or, in law above states, of such an act
 */
export function review(regime: Regime, act: Act, date: number): Answer | undefined {
  if (date < regime.from || date >= regime.until) return undefined
  const competence = competenceOf(regime, act.subject, date)
  const rule = regime.rules.find((r) => holdsOn(r, date) && fits(r, act, competence))
  if (rule === undefined) return act.by === 'state' ? ofStates(regime) : undefined
  const { id, title, article, from, steps, sequels, practice, source, grade } = rule
  return {
    verdict: rule.barred ? 'barred' : steps.length > 0 ? 'reviewed' : 'free',
    steps: rule.barred ? [] : steps,
    sequels: rule.barred ? [] : sequels,
    basis: { rule: id, title, article, date: from },
    practice,
    evidence: { source, grade },
    competence,
    rule,
  }
}

/** Whose a subject is in the state's own law on a day; nothing where the regime does not say. */
export function competenceOf(
  { classes }: Regime,
  subject: LegalSubject,
  date: number,
): Competence | undefined {
  return classes.findLast(({ from }) => from <= date)?.of[subject]
}

export function holdsOn({ from, until }: Rule, date: number): boolean {
  return date >= from && date < until
}

function fits(rule: Rule, act: Act, competence: Competence | undefined): boolean {
  const { by, with: partners, forms, subjects } = rule
  return (
    (by.length === 0 ? act.by !== 'state' : by.includes(act.by)) &&
    (partners.length === 0 || partners.some((p) => isSuch(p, act.with))) &&
    (forms.length === 0 || forms.some((f) => isForm(f, act.form))) &&
    (subjects.length === 0 || subjects.some((s) => s === act.subject || s === competence))
  )
}

function isSuch(partner: PartnerClass, { kind, neighbour }: Act['with']): boolean {
  switch (partner) {
    case 'any':
      return true
    case 'state':
      return kind === 'state'
    case 'neighbouring-state':
      return kind === 'state' && neighbour
    case 'unit':
      return kind !== 'state'
    case 'unit-of-neighbour':
      return kind !== 'state' && neighbour
  }
}

function isForm(name: FormName, form: Form): boolean {
  return (
    name === form ||
    (name === 'binding' && isBinding(form)) ||
    (name === 'non-binding' && !isBinding(form))
  )
}

/** The law of units does not bind the state: it acts abroad in its own right. */
function ofStates({ from }: Regime): Answer {
  const evidence = { source: 'the general law of nations', grade: 'assumed' } as const
  return {
    verdict: 'free',
    steps: [],
    sequels: [],
    basis: {
      rule: 'the-state-itself',
      title:
        'The state acts abroad in its own right; its own ratification is not part of this law.',
      article: 'the general law of nations',
      date: from,
    },
    practice: { compliance: 1, enforcement: 1, otherwise: 'breach', ...evidence },
    evidence,
    competence: undefined,
    rule: undefined,
  }
}
