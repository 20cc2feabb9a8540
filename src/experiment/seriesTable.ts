import {
  columnNames,
  type DataColumn,
  type DataTable,
  numberColumn,
  textColumn,
} from '../archive/index.js'
import { formatDate, parseDate, Timeline } from '../calendar/index.js'
import { caseDocument } from './caseDocument.js'
import { readNumber } from './chunk.js'
import { type Plan, placeOf } from './plan.js'
import type { RunRow } from './runRow.js'

/** The series that runs kept: one row a run and kept tick, in ascending order; empty where a series keeps fewer ticks. */
export function seriesTable(plan: Plan, rows: readonly RunRow[]): DataTable {
  const { series } = plan.ask
  const run: number[] = []
  const tick: number[] = []
  const date: string[] = []
  const values = series.map((): number[] => [])
  for (const row of rows) {
    const kept = row.series.map((cell) => (cell === '' ? [] : cell.split(';').map(readNumber)))
    const timeline = timelineOf(plan, row.run)
    for (const at of ticksOf(plan, kept)) {
      run.push(row.run)
      tick.push(at)
      date.push(formatDate(timeline.start(at)))
      series.forEach(({ every }, k) => {
        const value = at % every === 0 ? kept[k][at / every] : NaN
        values[k].push(value ?? NaN)
      })
    }
  }
  const columns: DataColumn[] = [
    whole('run', 'Run', 'Number of the run, from 0, as in runs.csv.', run),
    whole('tick', 'Tick', 'Number of the tick, from 0.', tick),
    textColumn(
      'date',
      { name: 'date', title: 'Date', meaning: 'Day on which the tick starts.', unit: '' },
      date,
    ),
  ]
  const nameOf = columnNames(columns.map(({ name }) => name))
  series.forEach(({ id, title, formula, unit, every }, k) => {
    const cadence = every === 1 ? 'every tick' : `every ${every} ticks`
    const meaning = `${title}: ${formula}; kept ${cadence}.`
    const head = { name: nameOf(id), title, meaning, unit, measure: id, subjects: [] }
    columns.push(numberColumn('number', head, Float64Array.from(values[k])))
  })
  return {
    name: 'series',
    meaning: 'Series of each run; one row a run and tick.',
    key: ['run', 'tick'],
    rows: run.length,
    columns,
  }
}

function whole(name: string, title: string, meaning: string, values: readonly number[]) {
  return numberColumn('integer', { name, title, meaning, unit: '1' }, Float64Array.from(values))
}

/** The ticks of which at least one series has kept its number. */
function ticksOf({ ask }: Plan, kept: readonly (readonly number[])[]): readonly number[] {
  const ticks = new Set<number>()
  ask.series.forEach(({ every }, k) => {
    kept[k].forEach((_, at) => {
      ticks.add(at * every)
    })
  })
  return [...ticks].sort((a, b) => a - b)
}

/** The time of a run, which a treatment or a factor may have changed. */
function timelineOf(plan: Plan, run: number): Timeline {
  const changes =
    plan.factors.some(({ path }) => path[0] === 'time') ||
    plan.treatments.some(({ patches }) => patches.some(({ path }) => path[0] === 'time'))
  const { time } = changes ? caseDocument(plan, placeOf(plan, run)) : plan.scenario
  return new Timeline(parseDate(time.start) ?? NaN, parseDate(time.end) ?? NaN, time.ticksPerYear)
}
