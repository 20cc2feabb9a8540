import {
  columnNames,
  type DataColumn,
  type DataTable,
  numberColumn,
  textColumn,
} from '../archive/index.js'
import { formatDate } from '../calendar/index.js'
import { type Plan, placeOf } from './plan.js'
import type { RunRow } from './runRow.js'

/** What a question is called in the file of runs. */
export interface Question {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly unit: string
}

/** All runs of an experiment, one row each, with an answer a column. Dates are ISO dates, empty for never. */
export function runsTable(
  plan: Plan,
  rows: readonly RunRow[],
  questionOf: (id: string) => Question,
): DataTable {
  const columns: DataColumn[] = [...headColumns(plan, rows)]
  const name = columnNames(columns.map((column) => column.name))
  plan.ask.numbers.forEach(({ id, expression }, k) => {
    const { title, meaning, unit } = questionOf(id)
    const head = { name: name(id), title, meaning, unit, measure: id, subjects: [] }
    if (expression.type === 'date') {
      const dates = rows.map(({ numbers }) => isoDate(numbers[k]))
      columns.push(textColumn('date', { ...head, unit: '' }, dates))
    } else {
      columns.push(
        numberColumn(
          'number',
          head,
          Float64Array.from(rows, (row) => row.numbers[k]),
        ),
      )
    }
  })
  plan.ask.ties.forEach(({ id }, k) => {
    const { title, meaning } = questionOf(id)
    const head = { name: name(id), title, meaning, unit: '', measure: id, subjects: [] }
    columns.push(
      textColumn(
        'string',
        head,
        rows.map((row) => row.ties[k]),
      ),
    )
  })
  return {
    name: 'runs',
    meaning: 'What each run answered; one row a run.',
    key: ['run'],
    rows: rows.length,
    columns,
  }
}

function headColumns(plan: Plan, rows: readonly RunRow[]): readonly DataColumn[] {
  const whole = (name: string, title: string, meaning: string, of: (run: number) => number) =>
    numberColumn(
      'integer',
      { name, title, meaning, unit: '1' },
      Float64Array.from(rows, ({ run }) => of(run)),
    )
  const cases =
    plan.cases.length === 1
      ? []
      : [whole('case', 'Case', 'Case of the plan, from 0.', (run) => placeOf(plan, run).case)]
  return [
    whole('run', 'Run', 'Number of the run, from 0.', (run) => run),
    ...cases,
    whole(
      'replicate',
      'Replicate',
      "Which of the seed's independent replicates, from 0.",
      (run) => placeOf(plan, run).replicate,
    ),
    textColumn(
      'string',
      {
        name: 'status',
        title: 'Status',
        meaning:
          'done; failed: it ended with an error; lost: it could not be computed, and is tried again on resuming.',
        unit: '',
      },
      rows.map(({ status }) => status),
    ),
    textColumn(
      'string',
      {
        name: 'message',
        title: 'Message',
        meaning: 'Why it failed; empty if it did not.',
        unit: '',
      },
      rows.map(({ message }) => message),
    ),
  ]
}

function isoDate(day: number): string {
  return Number.isFinite(day) ? formatDate(Math.floor(day)) : ''
}
