import { parseDate } from '../calendar/index.js'
import type { Library } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import type { ModelPlan } from '../engine/index.js'
import { applyChanges } from './applyChanges.js'
import { planModel } from './buildModel.js'
import { readDay } from './cell.js'
import type { Check, ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { reportDate } from './layAgenda.js'
import { idsOf, rowsOf } from './rows.js'

/**
 * Checks all of a scenario that a run may need: the model, what is compared with history, and every treatment, also
 * those that nobody chose.
 *
 * @returns the plan of the model without a treatment, of use only if nothing was reported
 */
export function survey(
  document: ScenarioDocument,
  library: Library,
  findings: Findings,
): ModelPlan | undefined {
  const plan = planModel(document, library, findings)
  checkHistory(document, findings)
  checkChecks(document, findings)
  checkSources(document, plan, findings)
  checkTeaching(document, findings)
  // On a document that has faults itself every treatment would repeat them.
  if (findings.count === 0) tryTreatments(document, library, findings)
  return plan
}

function checkHistory({ history = {} }: ScenarioDocument, findings: Findings): void {
  const check = (date: string, path: (string | number)[]) => {
    if (parseDate(date) !== undefined) return
    findings.add(path, `${quote(date)} is not a date`, {
      expected: 'a year, a month or a day: 1985, 1985-07 or 1985-07-08',
    })
  }
  history.events?.forEach(({ date }, at) => {
    check(date, ['history', 'events', at, 'date'])
  })
  history.series?.forEach(({ id, points }, at) => {
    points.forEach(({ date }, k) => {
      check(date, ['history', 'series', at, 'points', k, 'date'])
    })
    if (history.series?.findIndex((s) => s.id === id) !== at)
      findings.add(['history', 'series', at, 'id'], `series id ${quote(id)} is there twice`)
  })
  history.targets?.forEach(({ from }, at) => {
    if (from !== undefined) check(from, ['history', 'targets', at, 'from'])
  })
}

function checkChecks(document: ScenarioDocument, findings: Findings): void {
  const { checks = [] } = document
  checks.forEach((check, at) => {
    const path = ['checks', at]
    if (checks.findIndex(({ id }) => id === check.id) !== at)
      findings.add([...path, 'id'], `check id ${quote(check.id)} is there twice`)
    const [low, high] = check.band
    if (low > high) {
      findings.add(
        [...path, 'band'],
        `the band of ${quote(check.id)} runs from ${low} to ${high}`,
        {
          expected: 'the lower end first',
        },
      )
    }
    if (check.kind === 'incidence') checkSpan(check, path, findings)
    if (check.kind === 'pairs') checkPairs(check, path, document, findings)
  })
}

/** A class that pastes a command should not read that there is no such treatment. */
function checkTeaching({ name, teaching, treatments = {} }: ScenarioDocument, findings: Findings) {
  teaching?.change.forEach((step, at) => {
    const words = step.do.split(' ')
    const asked = words[words.indexOf('--treatment') + 1]
    if (!words.includes('--treatment') || !words.includes(name)) return
    if (asked !== undefined && Object.hasOwn(treatments, asked)) return
    const known = Object.keys(treatments)
    findings.add(['teaching', 'change', at, 'do'], `there is no treatment ${quote(asked ?? '')}`, {
      expected: oneOf(known),
      nearest: nearest(asked ?? '', known),
    })
  })
}

function checkSpan(
  { from, to }: Extract<Check, { kind: 'incidence' }>,
  path: (string | number)[],
  findings: Findings,
): void {
  const last = readDay(to)
  if (last === undefined) reportDate(to, [...path, 'to'], findings)
  if (from === undefined) return
  const first = readDay(from)
  if (first === undefined) reportDate(from, [...path, 'from'], findings)
  else if (last !== undefined && last < first)
    findings.add([...path, 'to'], `"to" (${to}) lies before "from" (${from})`)
}

function checkPairs(
  { instrument, to, documented }: Extract<Check, { kind: 'pairs' }>,
  path: (string | number)[],
  document: ScenarioDocument,
  findings: Findings,
): void {
  if (readDay(to) === undefined) reportDate(to, [...path, 'to'], findings)
  const instruments = Object.keys(rowsOf(document, 'instruments'))
  if (!instruments.includes(instrument)) {
    findings.add([...path, 'instrument'], `unknown instrument ${quote(instrument)}`, {
      expected: oneOf(instruments),
      nearest: nearest(instrument, instruments),
    })
  }
  const actors = idsOf(document, 'actors')
  const known = new Set(actors)
  documented.forEach((pair, at) => {
    if (findings.isFull) return
    const [a, b] = pair.split('|')
    for (const id of [a, b]) {
      if (known.has(id)) continue
      findings.add([...path, 'documented', at], `${quote(id)} is not among the actors`, {
        expected: oneOf(actors),
        nearest: nearest(id, actors),
      })
    }
    if (a === b) findings.add([...path, 'documented', at], `${quote(a)} is paired with itself`)
  })
}

function checkSources(
  { sources = [] }: ScenarioDocument,
  plan: ModelPlan | undefined,
  findings: Findings,
): void {
  if (plan === undefined) return
  sources.forEach(({ table, columns }, at) => {
    const path = ['sources', at]
    const found = plan.world.tables.find((t) => t.name === table)
    if (found === undefined) {
      const names = plan.world.tables.map((t) => t.name)
      findings.add([...path, 'table'], `unknown table ${quote(table)}`, {
        expected: oneOf(names),
        nearest: nearest(table, names),
      })
      return
    }
    columns.forEach((name, k) => {
      if (found.columns.has(name.split(':')[0])) return
      findings.add([...path, 'columns', k], `unknown column ${quote(name)} in ${table}`, {
        nearest: nearest(name, found.columns.keys()),
      })
    })
  })
}

function tryTreatments(document: ScenarioDocument, library: Library, findings: Findings): void {
  for (const [id, { change }] of Object.entries(document.treatments ?? {})) {
    const path = ['treatments', id]
    const before = findings.count
    const paths = change.map((_, at) => [...path, 'change', at])
    const treated = applyChanges(document, change, paths, library, findings)
    if (findings.count > before) continue
    // What only shows once all is changed: two states of one another, an end before the start.
    const after = new Findings(() => findings.placeOf(path, 'key'))
    planModel(treated.document, library, after)
    for (const problem of after.problems) {
      findings.problems.push({
        ...problem,
        message: `with treatment ${quote(id)}, ${problem.message}`,
      })
    }
  }
}
