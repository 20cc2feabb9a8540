import { formatDate, parseDate } from '../calendar/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { findHole, findUnreached } from './coverage.js'
import type { Classing, Regime, Rule, Sequel } from './regime.js'
import type { WrittenClassing, WrittenRegime } from './regimeSchema.js'
import {
  type Competence,
  competences,
  type LegalSubject,
  ownSteps,
  subjects,
} from './vocabulary.js'

/** Something wrong with a regime, and which part of the file says so. */
export interface RegimeProblem {
  /** Keys and positions (from 0) that lead from the top of the file to the part. */
  readonly path: readonly (string | number)[]
  /** Without a full stop. */
  readonly message: string
  readonly expected?: string | undefined
  readonly nearest?: string | undefined
  readonly hint?: string | undefined
}

/** What became of a file: the regime is of use only if there are no problems. */
export interface ReadRegime {
  readonly regime: Regime
  readonly problems: readonly RegimeProblem[]
}

/**
 * Makes a regime out of a file that the schema has found in order: dates become day numbers, defaults are filled.
 * What does not fit together is reported: days that do not exist, spans that end before they start, subjects that
 * are classed twice or not at all, ids that are there twice, rules that are never reached, acts of which no rule
 * speaks.
 */
export function readRegime(written: WrittenRegime): ReadRegime {
  const problems: RegimeProblem[] = []
  const add = (path: RegimeProblem['path'], message: string, more: Partial<RegimeProblem> = {}) => {
    problems.push({ path, message, ...more })
  }
  const day = (text: string, path: RegimeProblem['path']): number => {
    const value = parseDate(text)
    if (value === undefined) add(path, `there is no day ${quote(text)} in the calendar`)
    return value ?? 0
  }
  const end = (text: string | undefined, from: number, path: RegimeProblem['path']): number => {
    if (text === undefined) return Number.POSITIVE_INFINITY
    const value = day(text, path)
    if (value <= from) add(path, `"until" (${text}) does not lie after "from"`)
    return value
  }

  const from = day(written.from, ['from'])
  const until = end(written.until, from, ['until'])
  const isLaw = written.members !== undefined
  const classes = (written.subjects ?? []).map((entry, at): Classing => {
    const path = ['subjects', at]
    const start = day(entry.from, [...path, 'from'])
    const earlier = written.subjects?.[at - 1]
    if (earlier && (parseDate(earlier.from) ?? 0) >= start)
      add([...path, 'from'], 'entries of "subjects" are not in the order of their days')
    const { source, grade, fromGrade = grade } = entry
    return { from: start, fromGrade, of: classify(entry, path, add), source, grade }
  })
  if (!isLaw && (classes.length === 0 || classes[0].from > from)) {
    add(['subjects'], `nothing says whose the subjects are on ${written.from}, the first day`, {
      expected: `a first entry of "subjects" with "from: ${written.from}"`,
    })
  }

  const ids = written.rules.map((r) => r.id)
  const rules = written.rules.map((r, at): Rule => {
    const path = ['rules', at]
    const { id, title, article, source, grade, fromGrade = grade } = r
    const first = ids.indexOf(id)
    if (first < at) add([...path, 'id'], `rule ${quote(id)} is there twice`)
    const start = day(r.from, [...path, 'from'])
    if (start < from || start >= until) {
      add(
        [...path, 'from'],
        `rule ${quote(id)} starts on ${r.from}, when the regime does not hold`,
        {
          expected: `a day from ${written.from} on${written.until ? ` and before ${written.until}` : ''}`,
        },
      )
    }
    if (r.barred && (r.steps || r.sequels))
      add(path, `rule ${quote(id)} bars an act and yet has ${r.steps ? 'steps' : 'sequels'}`, {
        hint: 'Remove one of the two',
      })
    r.steps?.forEach(({ days, silence, step }, k) => {
      if (silence !== undefined && days === undefined) {
        add(
          [...path, 'steps', k, 'silence'],
          `step ${quote(step)} says what silence means, but has no deadline`,
          {
            expected: '"days" beside "silence"',
          },
        )
      }
    })
    r.sequels?.forEach((s, k) => {
      const lack = lacking(s.sequel, s)
      if (lack) {
        add([...path, 'sequels', k, 'sequel'], `a ${s.sequel} needs ${quote(lack)}`, {
          expected: lack === 'days' ? 'a number of days' : 'how many units must ask',
        })
      }
    })
    const practice = r.practice ?? written.practice
    return {
      id,
      title,
      article,
      from: start,
      fromGrade,
      until: end(r.until, start, [...path, 'until']),
      by: r.by ?? [],
      with: r.with ?? [],
      forms: r.forms ?? [],
      subjects: r.subjects ?? [],
      barred: r.barred ?? false,
      steps: (r.steps ?? []).map(({ step, organ, days, silence }) => ({
        step,
        organ,
        ...(days === undefined ? {} : { deadlineDays: days, silence: silence ?? 'none' }),
      })),
      sequels: (r.sequels ?? []).map(plainSequel),
      practice: { ...practice, otherwise: practice.otherwise ?? 'breach' },
      source,
      grade,
    }
  })

  const members = Object.fromEntries(
    Object.entries(written.members ?? {}).map(([code, m]) => {
      const start = day(m.from, ['members', code, 'from'])
      return [code, [start, end(m.until, start, ['members', code, 'until'])] as const]
    }),
  )
  const regime: Regime = {
    id: written.id,
    title: written.title,
    from,
    until,
    classes,
    rules,
    notes: (written.notes ?? []).map(({ on, ...note }, at) => ({
      ...note,
      on: day(on, ['notes', at, 'on']),
    })),
    localOrgans: localOrgansOf(written, add),
    ...(isLaw ? { members } : {}),
  }
  // With dates or subjects that are wrong, what is covered says nothing.
  if (problems.length === 0) checkCoverage(regime, add)
  return { regime, problems }
}

type Add = (path: RegimeProblem['path'], message: string, more?: Partial<RegimeProblem>) => void

/** Organs of which each unit has its own: those that the file says are local, and its assembly or parliament. */
function localOrgansOf({ local = [], rules }: WrittenRegime, add: Add): string[] {
  const steps = rules.flatMap((r) => r.steps ?? [])
  const organs = [...new Set(steps.map(({ organ }) => organ))]
  local.forEach(({ organ }, at) => {
    if (organs.includes(organ)) return
    add(['local', at, 'organ'], `no step is taken by ${quote(organ)}`, {
      expected: oneOf(organs),
      nearest: nearest(organ, organs),
    })
  })
  return organs.filter(
    (organ) =>
      local.some((l) => l.organ === organ) ||
      steps.some((s) => s.organ === organ && ownSteps.includes(s.step)),
  )
}

function plainSequel({
  sequel,
  organ,
  days,
  units,
}: {
  sequel: Sequel['sequel']
  organ: string
  days?: number | undefined
  units?: number | undefined
}): Sequel {
  return {
    sequel,
    organ,
    ...(days === undefined ? {} : { days }),
    ...(units === undefined ? {} : { units }),
  }
}

function lacking(
  kind: Sequel['sequel'],
  { days, units }: { days?: number | undefined; units?: number | undefined },
): 'days' | 'units' | undefined {
  if ((kind === 'referendum' || kind === 'lapse') && days === undefined) return 'days'
  return kind === 'referendum' && units === undefined ? 'units' : undefined
}

function classify(entry: WrittenClassing, path: readonly (string | number)[], add: Add) {
  const of: Partial<Record<LegalSubject, Competence>> = {}
  for (const competence of competences) {
    entry[competence]?.forEach((subject, k) => {
      if (of[subject] !== undefined)
        add([...path, competence, k], `subject ${quote(subject)} is classed twice`)
      of[subject] = competence
    })
  }
  const left = subjects.filter((s) => of[s] === undefined)
  if (left.length > 0) {
    add(
      path,
      `nothing says whose ${left.map((s) => quote(s)).join(', ')} ${left.length > 1 ? 'are' : 'is'}`,
      {
        expected: `every subject under ${oneOf(competences)}`,
      },
    )
  }
  return of as Classing['of']
}

function checkCoverage(regime: Regime, add: Add): void {
  for (const id of findUnreached(regime)) {
    const at = regime.rules.findIndex((r) => r.id === id)
    add(
      ['rules', at, 'id'],
      `rule ${quote(id)} is never reached: earlier rules answer for all its acts`,
      {
        hint: 'Move it up, or narrow those above it',
      },
    )
  }
  if (regime.members !== undefined) return
  const hole = findHole(regime)
  if (hole === undefined) return
  const { by, with: partner, form, subject } = hole.act
  const whom = `a ${partner.neighbour ? 'neighbouring ' : ''}foreign ${partner.kind}`
  add(
    ['rules'],
    `no rule speaks of a ${form} of a ${by} with ${whom} about ${subject} on ${formatDate(hole.date)}`,
    { hint: 'Let the last rules name no parties and no subjects' },
  )
}
