import {
  columnNames,
  type DataColumn,
  type DataTable,
  type FactorHead,
  numberColumn,
  textColumn,
} from '../archive/index.js'
import { formatDate } from '../calendar/index.js'
import type { Cell } from '../scenario/index.js'
import { type Plan, placeOf, type RunPlace } from './plan.js'
import type { RunRow } from './runRow.js'

/** What a question is called in the file of runs. */
export interface Question {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly unit: string
}

/** What a plan's own questions are called. */
export function ownQuestion({ ask }: Plan): (id: string) => Question {
  return (id) => {
    const asked = ask.numbers.find((question) => question.id === id)
    const { title = id, unit = '1', formula = '' } = asked ?? {}
    return { id, title, unit, meaning: `${title}: ${formula}.` }
  }
}

/**
 * Runs of an experiment, one row each: what was varied, how it went, and a column for each answer. Dates are ISO dates,
 * empty for never.
 */
export function runsTable(
  plan: Plan,
  rows: readonly RunRow[],
  questionOf: (id: string) => Question = ownQuestion(plan),
  name = 'runs',
): DataTable {
  const columns: DataColumn[] = [...headColumns(plan, rows)]
  const nameOf = columnNames(columns.map((column) => column.name))
  const places = rows.map(({ run }) => placeOf(plan, run))
  plan.factors.forEach((factor, k) => {
    const values = places.map(({ point }) => plan.points[point].values[k])
    columns.push(factorColumn(factor, nameOf(factor.id), values))
  })
  plan.ask.numbers.forEach(({ id, expression }, k) => {
    const { title, meaning, unit } = questionOf(id)
    const head = { name: nameOf(id), title, meaning, unit, measure: id, subjects: [] }
    if (expression.type === 'date') {
      const dates = rows.map(({ numbers }) => isoDate(numbers[k]))
      columns.push(textColumn('date', { ...head, unit: '' }, dates))
    } else {
      const values = Float64Array.from(rows, (row) => row.numbers[k])
      columns.push(numberColumn('number', head, values))
    }
  })
  plan.ask.ties.forEach(({ id }, k) => {
    const { title, meaning } = questionOf(id)
    const head = { name: nameOf(id), title, meaning, unit: '', measure: id, subjects: [] }
    const lists = rows.map((row) => row.ties[k])
    columns.push(textColumn('string', head, lists))
  })
  return {
    name,
    meaning: 'What each run answered; one row a run.',
    key: ['run'],
    rows: rows.length,
    columns,
  }
}

/** The values of a factor as a column: numbers where it is one, texts else (`true` and `false` for switches). */
export function factorColumn(
  { id, title, unit, kind }: FactorHead,
  name: string,
  values: readonly Cell[],
): DataColumn {
  const head = { name, title, unit, meaning: `${title} (set by the experiment: ${id}).` }
  if (kind === 'number' || kind === 'integer')
    return numberColumn('number', head, Float64Array.from(values, Number))
  return textColumn('string', { ...head, unit: '' }, values.map(String))
}

/** Which run it is and how it went; points and treatments where there are several. */
function headColumns(plan: Plan, rows: readonly RunRow[]): readonly DataColumn[] {
  const places = rows.map(({ run }) => placeOf(plan, run))
  const whole = (name: string, title: string, meaning: string, of: (place: RunPlace) => number) =>
    numberColumn('integer', { name, title, meaning, unit: '1' }, Float64Array.from(places, of))
  const text = (name: string, title: string, meaning: string, values: readonly string[]) =>
    textColumn('string', { name, title, meaning, unit: '' }, values)
  return [
    numberColumn(
      'integer',
      { name: 'run', title: 'Run', meaning: 'Number of the run, from 0.', unit: '1' },
      Float64Array.from(rows, ({ run }) => run),
    ),
    ...(plan.points.length > 1
      ? [whole('point', 'Point', 'Number of the combination of factors, from 0.', (p) => p.point)]
      : []),
    ...(plan.treatments.length > 1
      ? [
          text(
            'treatment',
            'Treatment',
            'Id of the treatment.',
            places.map(({ treatment }) => plan.treatments[treatment].id),
          ),
        ]
      : []),
    whole(
      'replicate',
      'Replicate',
      "Which of the seed's independent replicates, from 0: equal ones share their chance.",
      ({ replicate }) => replicate,
    ),
    text(
      'status',
      'Status',
      'done; failed: it ended with an error; lost: it could not be computed, and is tried again on resuming.',
      rows.map(({ status }) => status),
    ),
    text(
      'message',
      'Message',
      'Why it failed; empty if it did not.',
      rows.map(({ message }) => message),
    ),
  ]
}

function isoDate(day: number): string {
  return Number.isFinite(day) ? formatDate(Math.floor(day)) : ''
}
