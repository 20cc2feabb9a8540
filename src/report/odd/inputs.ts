import type { ModelPlan } from '../../engine/index.js'
import type { ScenarioDocument } from '../../scenario/document.js'
import { capital, counted, listed, spaced } from '../reading/words.js'
import { blocks, code, md, mdTable } from './markdown.js'

/** Element 5: the world on the first day. */
export function initialization(
  document: ScenarioDocument,
  { mechanisms, world }: ModelPlan,
): string {
  const prepare = mechanisms
    .filter(({ mechanism }) => mechanism.setup !== undefined)
    .map(({ mechanism }) => spaced(mechanism.name))
  const { sources = [], tables } = document
  return blocks(
    '## 5. Initialization',
    `The world starts on ${document.time.start} with the tables of the scenario (${listed(world.tables.filter(({ given, ids }) => given.size > 0 && ids.length > 0).map(({ name, ids }) => `${code(name)}: ${counted(ids.length, 'row')}`))}), no agreements and no events. Variables that the scenario does not give start at their initial value, most of them zero. Every run of the scenario starts from the same tables; they differ by what is drawn.`,
    prepare.length === 0
      ? undefined
      : `Before the first tick these mechanisms prepare what stays as it is, or draw what is drawn once: ${md(listed(prepare))}.`,
    sources.length === 0
      ? undefined
      : blocks(
          'What the tables stand on (single cells may carry a grade of their own):',
          mdTable(
            ['Table', 'Columns', 'Grade', 'Source'],
            sources.map(({ table, columns, grade, source }) => [
              code(table),
              columns.map(code).join(', '),
              grade,
              md(source),
            ]),
          ),
        ),
    ownSources(tables),
  )
}

/** Rows and cells that name a source of their own. */
function ownSources(tables: ScenarioDocument['tables']): string | undefined {
  const rows = Object.entries(tables).flatMap(([table, of]) =>
    Object.entries(of).flatMap(([id, row]) =>
      Object.entries(row)
        .filter(([column]) => column === 'source' || column.endsWith('_source'))
        .map(([column, source]) => {
          const what = column === 'source' ? undefined : column.slice(0, -'_source'.length)
          const grade = row[what === undefined ? 'grade' : `${what}_grade`]
          return [
            code(table),
            code(id),
            what === undefined ? 'the row' : code(what),
            md(String(grade ?? '')),
            md(String(source)),
          ]
        }),
    ),
  )
  return rows.length === 0
    ? undefined
    : blocks(
        'Rows and cells with a source of their own:',
        mdTable(['Table', 'Row', 'What', 'Grade', 'Source'], rows),
      )
}

/** Element 6: what drives the model from outside. */
export function inputData(document: ScenarioDocument, { mechanisms }: ModelPlan): string {
  const { events = [], changes = [] } = document
  const uses = mechanisms.some(({ mechanism }) => mechanism.name === 'exogenousEvents')
  const counts = new Map<string, { n: number; first: string; last: string }>()
  for (const { table, column, date } of changes) {
    const name = `${table}.${column}`
    const known = counts.get(name)
    counts.set(name, {
      n: (known?.n ?? 0) + 1,
      first: known && known.first < date ? known.first : date,
      last: known && known.last > date ? known.last : date,
    })
  }
  const grades = new Set(sourcesGrades(document))
  return blocks(
    '## 6. Input data',
    events.length + changes.length === 0
      ? 'Nothing drives the model from outside after the first day.'
      : `What the scenario dates from outside takes effect on its day${uses ? '' : ', but no mechanism in use reads it'}. Only what is exogenous is dated, never an outcome.`,
    counts.size === 0
      ? undefined
      : blocks(
          'Dated changes of the tables:',
          mdTable(
            ['Column', 'Changes', 'First', 'Last'],
            [...counts].map(([name, { n, first, last }]) => [code(name), String(n), first, last]),
          ),
        ),
    events.length === 0
      ? undefined
      : blocks(
          'Events:',
          mdTable(
            ['Date', 'Event', 'Sets', 'Grade', 'Source'],
            events.map(({ date, title, set, grade, source }) => [
              date,
              md(title),
              cells(set),
              grade,
              md(source),
            ]),
          ),
        ),
    grades.size === 0
      ? undefined
      : `Grades that occur in the inputs: ${listed([...grades].map((g) => `*${g}*`))}. ${capital('data')} are licensed ${md(document.licence)}.`,
  )
}

function sourcesGrades({ sources = [], events = [] }: ScenarioDocument): string[] {
  return [...sources, ...events].map(({ grade }) => grade)
}

function cells(set: {
  readonly [table: string]: { readonly [id: string]: { readonly [column: string]: unknown } }
}): string {
  return Object.entries(set)
    .flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([id, row]) =>
        Object.entries(row).map(([column, value]) =>
          code(`${table}.${id}.${column} = ${String(value)}`),
        ),
      ),
    )
    .join(', ')
}
