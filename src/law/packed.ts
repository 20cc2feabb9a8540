import { formatDate } from '../calendar/index.js'
import type { Classing, LegalStep, Regime, Rule, Sequel } from './regime.js'
import {
  type Competence,
  competences,
  evasions,
  formNames,
  type LegalSubject,
  partnerClasses,
  partyKinds,
  sequelKinds,
  silences,
  stepKinds,
  subjectNames,
  subjects,
} from './vocabulary.js'

/** A cell of a table as a scenario writes it. */
type Cell = string | number | boolean

/** Rows by id: one table of a world. */
export interface PackedTable {
  readonly [id: string]: { readonly [column: string]: Cell }
}

/** Regimes as tables of a world: laws, their organs, rules, steps, sequels and classes of subjects. */
export type PackedRegimes = { readonly [T in (typeof packedTables)[number]]: PackedTable }

/** Names of the tables. */
export const packedTables = [
  'laws',
  'legalOrgans',
  'legalRules',
  'legalSteps',
  'legalSequels',
  'legalClasses',
] as const

/**
 * Writes regimes as tables. Lists of names become numbers, a bit for each name of the vocabulary in its order; what
 * has no end, and what is not said, is left out. Titles, sources and grades stand beside the rows.
 */
export function packRegimes(regimes: Iterable<Regime>): PackedRegimes {
  const tables: Record<(typeof packedTables)[number], Record<string, PackedTable[string]>> = {
    laws: {},
    legalOrgans: {},
    legalRules: {},
    legalSteps: {},
    legalSequels: {},
    legalClasses: {},
  }
  for (const regime of regimes) {
    const { id: law, title, rules, classes, localOrgans } = regime
    tables.laws[law] = { title, ...span(regime) }
    const organOf = (name: string) => {
      const id = `${law}: ${name.slice(0, 90)}`
      tables.legalOrgans[id] = {
        title: name,
        law,
        ...(localOrgans.includes(name) ? { local: true } : {}),
      }
      return id
    }
    classes.forEach((entry, at) => {
      tables.legalClasses[`${law}/${at + 1}`] = { law, ...packClassing(entry) }
    })
    for (const rule of rules) {
      const id = `${law}/${rule.id}`
      tables.legalRules[id] = { title: rule.title, law, ...packRule(rule) }
      rule.steps.forEach((step, at) => {
        const { deadlineDays, silence, organ } = step
        tables.legalSteps[`${id}/${at + 1}`] = {
          rule: id,
          kind: step.step,
          organ: organOf(organ),
          ...(deadlineDays === undefined ? {} : { days: deadlineDays, silence: silence ?? 'none' }),
        }
      })
      rule.sequels.forEach(({ sequel, organ, days, units }, at) => {
        tables.legalSequels[`${id}/later-${at + 1}`] = {
          rule: id,
          kind: sequel,
          organ: organOf(organ),
          ...(days === undefined ? {} : { days }),
          ...(units === undefined ? {} : { units }),
        }
      })
    }
  }
  return tables
}

function packRule(rule: Rule) {
  const { practice, source, grade } = rule
  return {
    ...span(rule),
    by: mask(rule.by, partyKinds),
    with: mask(rule.with, partnerClasses),
    forms: mask(rule.forms, formNames),
    subjects: mask(rule.subjects, subjectNames),
    barred: rule.barred,
    compliance: practice.compliance,
    compliance_grade: practice.grade,
    compliance_source: practice.source,
    enforcement: practice.enforcement,
    otherwise: practice.otherwise,
    note: rule.article,
    source,
    grade,
  }
}

function packClassing({ from, of, source, grade }: Classing) {
  const whose = (competence: Competence) =>
    mask(
      subjects.filter((s) => of[s] === competence),
      subjects,
    )
  return {
    from: formatDate(from),
    exclusive: whose('exclusive'),
    shared: whose('shared'),
    source,
    grade,
  }
}

function span({ from, until }: { readonly from: number; readonly until: number }) {
  return {
    from: formatDate(from),
    ...(Number.isFinite(until) ? { until: formatDate(until) } : {}),
  }
}

function mask<T extends string>(names: readonly T[], vocabulary: readonly T[]): number {
  return vocabulary.reduce((bits, name, at) => (names.includes(name) ? bits + bit(at) : bits), 0)
}

function unmask<T extends string>(bits: number, vocabulary: readonly T[]): T[] {
  return vocabulary.filter((_, at) => Math.floor(bits / bit(at)) % 2 === 1)
}

type Numbers = ArrayLike<number>

/** The tables as a world holds them; dates are day numbers, names are positions in lists. */
export interface LawTables {
  readonly laws: Head & { readonly from: Numbers; readonly until: Numbers }
  readonly legalOrgans: Head & { readonly law: Numbers; readonly local: Numbers }
  readonly legalRules: Head & {
    readonly law: Numbers
    readonly from: Numbers
    readonly until: Numbers
    readonly by: Numbers
    readonly with: Numbers
    readonly forms: Numbers
    readonly subjects: Numbers
    readonly barred: Numbers
    readonly compliance: Numbers
    readonly enforcement: Numbers
    readonly otherwise: Numbers
  }
  readonly legalSteps: Head & {
    readonly rule: Numbers
    readonly kind: Numbers
    readonly organ: Numbers
    readonly days: Numbers
    readonly silence: Numbers
  }
  readonly legalSequels: Head & {
    readonly rule: Numbers
    readonly kind: Numbers
    readonly organ: Numbers
    readonly days: Numbers
    readonly units: Numbers
  }
  readonly legalClasses: Head & {
    readonly law: Numbers
    readonly from: Numbers
    readonly exclusive: Numbers
    readonly shared: Numbers
  }
}

interface Head {
  readonly n: number
  readonly ids: readonly string[]
}

const unsaid = { source: '', grade: 'assumed' } as const

/**
 * Reads one regime back from the tables of a world. A rule's id is its row's id; titles, sources and notes stay
 * behind in the scenario.
 */
export function unpackRegime(tables: LawTables, law: number): Regime {
  const { laws, legalOrgans: o, legalRules: r, legalClasses: k } = tables
  return {
    id: laws.ids[law],
    title: laws.ids[law],
    from: laws.from[law],
    until: laws.until[law],
    classes: rowsOf(k.n, k.law, law).map((at) => ({
      from: k.from[at],
      fromGrade: 'assumed',
      of: unpackClasses(k.exclusive[at], k.shared[at]),
      ...unsaid,
    })),
    rules: rowsOf(r.n, r.law, law).map(
      (at): Rule => ({
        id: r.ids[at],
        title: r.ids[at],
        article: r.ids[at],
        from: r.from[at],
        fromGrade: 'assumed',
        until: r.until[at],
        by: unmask(r.by[at], partyKinds),
        with: unmask(r.with[at], partnerClasses),
        forms: unmask(r.forms[at], formNames),
        subjects: unmask(r.subjects[at], subjectNames),
        barred: r.barred[at] === 1,
        steps: unpackSteps(tables, at),
        sequels: unpackSequels(tables, at),
        practice: {
          compliance: r.compliance[at],
          enforcement: r.enforcement[at],
          otherwise: evasions[r.otherwise[at]],
          ...unsaid,
        },
        ...unsaid,
      }),
    ),
    notes: [],
    localOrgans: rowsOf(o.n, o.law, law)
      .filter((at) => o.local[at] === 1)
      .map((at) => o.ids[at]),
  }
}

function unpackSteps({ legalSteps: s, legalOrgans }: LawTables, rule: number): LegalStep[] {
  return rowsOf(s.n, s.rule, rule).map((at) => ({
    step: stepKinds[s.kind[at]],
    organ: legalOrgans.ids[s.organ[at]],
    ...(s.days[at] > 0 ? { deadlineDays: s.days[at], silence: silences[s.silence[at]] } : {}),
  }))
}

function unpackSequels({ legalSequels: s, legalOrgans }: LawTables, rule: number): Sequel[] {
  return rowsOf(s.n, s.rule, rule).map((at) => ({
    sequel: sequelKinds[s.kind[at]],
    organ: legalOrgans.ids[s.organ[at]],
    ...(s.days[at] > 0 ? { days: s.days[at] } : {}),
    ...(s.units[at] > 0 ? { units: s.units[at] } : {}),
  }))
}

function unpackClasses(exclusive: number, shared: number): Classing['of'] {
  const own = unmask(exclusive, subjects)
  const both = unmask(shared, subjects)
  return Object.fromEntries(
    subjects.map((s): [LegalSubject, Competence] => [
      s,
      own.includes(s) ? competences[0] : both.includes(s) ? competences[1] : competences[2],
    ]),
  ) as Classing['of']
}

/** Rows whose column holds this value, in order. */
function rowsOf(n: number, column: Numbers, value: number): number[] {
  const rows: number[] = []
  for (let at = 0; at < n; at++) if (column[at] === value) rows.push(at)
  return rows
}

function bit(at: number): number {
  return 1 << at
}
