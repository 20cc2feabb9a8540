import { formatDate } from '../calendar/index.js'
import { InputError, nearest, oneOf, quote } from '../diagnostics/index.js'
import {
  type Classing,
  competences,
  holdsOn,
  type Regime,
  type Rule,
  subjects,
} from '../law/index.js'
import { readRegimes } from '../scenario/catalogue.js'
import { asDay } from './lawCheck.js'
import { practiceInWords, sequelInWords, stepInWords } from './lawWords.js'
import { wrap } from './say.js'

/**
 * A regime in plain words with its sources: as it stood on a day, or its whole history.
 *
 * @throws {InputError} for a code that the catalogue does not have, or a day that the regime does not speak of
 */
export async function showLaw(code: string, dateText: string | undefined) {
  const regimes = await readRegimes()
  const regime = regimes.get(code) ?? (await named(code, regimes))
  const date = dateText === undefined ? undefined : asDay(dateText)
  if (date !== undefined && (date < regime.from || date >= regime.until)) {
    const end = Number.isFinite(regime.until) ? ` to ${formatDate(regime.until - 1)}` : ' on'
    throw new InputError({
      message: `the catalogue does not know the law of ${regime.title} on ${formatDate(date)}`,
      expected: `a day from ${formatDate(regime.from)}${end}`,
    })
  }
  const rules = regime.rules.filter((r) => date === undefined || holdsOn(r, date))
  const classes =
    date === undefined ? regime.classes : regime.classes.filter((c) => c.from <= date).slice(-1)
  const notes = regime.notes.filter((n) => date === undefined || n.on <= date)
  return {
    data: dated({ ...regime, rules, classes, notes, date: date ?? null }),
    text: textOf({ ...regime, rules, classes, notes }, date),
  }
}

async function named(code: string, regimes: ReadonlyMap<string, Regime>): Promise<Regime> {
  const known = [...regimes.keys()]
  const titles = new Map([...regimes.values()].map((r) => [r.title, r.id]))
  const title = nearest(code, titles.keys())
  const { isoCodes } = await import('../law/isoCodes.js')
  const name = isoCodes.name(code)
  throw new InputError({
    message: name
      ? `the catalogue has no law of ${name} (${code})`
      : `there is no state with the code ${quote(code)}`,
    expected: oneOf(known, 20),
    nearest:
      known.find((k) => k === code.toUpperCase()) ??
      (title && titles.get(title)) ??
      (name ? undefined : nearest(code, known)),
    hint: name ? 'docs/law.md shows how to add a state' : undefined,
  })
}

function textOf(regime: Regime, date: number | undefined): string {
  const parts = [
    date === undefined
      ? `${regime.title} (${regime.id}): law of external action, from ${span(regime)}`
      : `${regime.title} (${regime.id}): law of external action on ${formatDate(date)}`,
    '',
  ]
  for (const rule of regime.rules) parts.push(ruleInWords(rule), '')
  for (const classing of regime.classes) parts.push(classesInWords(classing), '')
  if (regime.members) parts.push(membersInWords(regime.members, date), '')
  for (const { on, text, source, grade } of regime.notes) {
    parts.push(
      `${formatDate(on)}\n${wrap(text, 2)}\n${wrap(`Source: ${source} (${grade}).`, 2)}`,
      '',
    )
  }
  if (regime.rules.length > 1) parts.push(wrap('Of the rules that fit an act, the first counts.'))
  return parts.join('\n')
}

function ruleInWords(rule: Rule): string {
  const { id, title, article, steps, sequels, practice, source, grade } = rule
  const lines = [
    `${id}: ${span(rule)}${rule.fromGrade === grade ? '' : ` (day ${rule.fromGrade})`}`,
    wrap(title, 2),
    wrap(scopeInWords(rule), 2),
  ]
  if (rule.barred) lines.push(wrap('Barred.', 2))
  else if (steps.length === 0) lines.push(wrap('Free: no step is needed.', 2))
  steps.forEach((step, at) => {
    lines.push(wrap(`${at + 1}. ${stepInWords(step)}`, 4))
  })
  for (const sequel of sequels) lines.push(wrap(`Later: ${sequelInWords(sequel)}`, 4))
  lines.push(wrap(`Basis: ${article}.`, 2), wrap(`Practice: ${practiceInWords(practice)}.`, 2))
  lines.push(wrap(`Source: ${source} (${grade}).`, 2))
  return lines.join('\n')
}

function scopeInWords({ by, with: partners, forms, subjects: about }: Rule): string {
  const list = (names: readonly string[], all: string) =>
    names.length > 0 ? names.join(', ') : all
  return (
    `Who: ${list(by, 'any unit')}. With: ${list(partners, 'anybody')}. ` +
    `By: ${list(forms, 'any form')}. About: ${list(about, 'anything')}.`
  )
}

function classesInWords({ from, of, source, grade }: Classing): string {
  const lines = [`Subjects, from ${formatDate(from)}`]
  for (const competence of competences) {
    const own = subjects.filter((s) => of[s] === competence)
    if (own.length > 0) lines.push(wrap(`${competence}: ${own.join(', ')}`, 2))
  }
  lines.push(wrap(`Source: ${source} (${grade}).`, 2))
  return lines.join('\n')
}

function membersInWords(members: NonNullable<Regime['members']>, date: number | undefined): string {
  const names = Object.entries(members)
    .filter(([, [from, until]]) => date === undefined || (from <= date && date < until))
    .map(([code]) => code)
  return `Members\n${wrap(names.join(', '), 2)}`
}

function span({ from, until }: { readonly from: number; readonly until: number }): string {
  return Number.isFinite(until)
    ? `${formatDate(from)} to ${formatDate(until - 1)}`
    : `${formatDate(from)} on`
}

/** Day numbers as dates, for scripts. */
function dated(regime: Regime & { readonly date: number | null }) {
  const open = (day: number) => (Number.isFinite(day) ? formatDate(day) : null)
  const spanOf = (part: { readonly from: number; readonly until: number }) => ({
    from: formatDate(part.from),
    until: open(part.until),
  })
  return {
    ...regime,
    ...spanOf(regime),
    date: regime.date === null ? null : formatDate(regime.date),
    rules: regime.rules.map((r) => ({ ...r, ...spanOf(r) })),
    classes: regime.classes.map((c) => ({ ...c, from: formatDate(c.from) })),
    notes: regime.notes.map((n) => ({ ...n, on: formatDate(n.on) })),
    ...(regime.members && {
      members: Object.fromEntries(
        Object.entries(regime.members).map(([code, [from, until]]) => [
          code,
          spanOf({ from, until }),
        ]),
      ),
    }),
  }
}
