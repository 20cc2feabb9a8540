import {
  columnNames,
  type DataColumn,
  type DataTable,
  numberColumn,
  type SweepResult,
  textColumn,
} from '../../archive/index.js'
import { factorColumn } from '../runsTable.js'

/** What each case of a sweep gave: one row a point and treatment, with mean and interval of each outcome. */
export function casesTable({ cases, factors, outcomes, treatments }: SweepResult): DataTable {
  const text = { name: 'treatment', title: 'Treatment', meaning: 'Id of the treatment.', unit: '' }
  const columns: DataColumn[] = [
    numberColumn(
      'integer',
      {
        name: 'point',
        title: 'Point',
        meaning: 'Number of the combination of factors, from 0.',
        unit: '1',
      },
      Float64Array.from(cases, ({ point }) => point),
    ),
    textColumn(
      'string',
      text,
      cases.map(({ treatment }) => treatments[treatment].id),
    ),
  ]
  const nameOf = columnNames(columns.map(({ name }) => name))
  factors.forEach((factor, k) => {
    const values = cases.map(({ settings }) => settings[k])
    columns.push(factorColumn(factor, nameOf(factor.id), values))
  })
  outcomes.forEach(({ id, title, unit, type }, k) => {
    const what = meanings[type]
    for (const [key, words] of Object.entries(bounds)) {
      const values = Float64Array.from(
        cases,
        (c) => c.outcomes[k][key as keyof typeof bounds] ?? NaN,
      )
      const counts = key === 'n' || key === 'missing'
      columns.push(
        numberColumn(
          counts ? 'integer' : 'number',
          {
            name: nameOf(key === 'estimate' ? id : `${id}_${key}`),
            title: key === 'estimate' ? title : `${title}: ${words}`,
            meaning: counts ? `${title}: ${words}.` : `${title}: ${words} of the ${what}.`,
            unit: counts ? '1' : unit,
          },
          values,
        ),
      )
    }
  })
  return {
    name: 'cases',
    meaning: 'What the runs of each point and treatment gave; one row a case.',
    key: ['point', 'treatment'],
    rows: cases.length,
    columns,
  }
}

const meanings = {
  number: 'mean over replicates',
  boolean: 'share of replicates',
  date: 'mean date over replicates, where never counts as the end',
} as const

const bounds = {
  estimate: 'value',
  lower: 'lower bound (95 %)',
  upper: 'upper bound (95 %)',
  n: 'replicates counted',
  missing: 'replicates without a value',
} as const
