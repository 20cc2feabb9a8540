import { parseDate, Timeline } from '../calendar/index.js'
import type { Source } from '../expression/index.js'
import { type DataTable, isText, textsOf } from './dataTable.js'
import type { ArchivedRun } from './readRun.js'

/** An archived run as formulas see it: what a formula gives here, it gave when the run was made. */
export function archivedSource(run: ArchivedRun): Source {
  const { start, end, ticksPerYear, ticks } = run.manifest.timeline
  const timeline = new Timeline(dayOf(start), dayOf(end), ticksPerYear)
  return {
    n: ticks,
    startOfTick: (k) => timeline.start(k),
    tickOf: (day) => timeline.tickOf(day),
    series(name, args) {
      const found =
        columnFor(run.measures, name, args) ?? actorSeries(run.actors, ticks, name, args)
      if (!found) throw new Error(`the archived run has no ${name}(${args.join(', ')})`)
      return found
    },
  }
}

function dayOf(text: string): number {
  return parseDate(text) ?? NaN
}

function columnFor(table: DataTable, measure: string, subjects: readonly string[]) {
  const column = table.columns.find(
    (c) =>
      c.measure === measure &&
      c.subjects?.length === subjects.length &&
      c.subjects.every((id, d) => id === subjects[d]),
  )
  return column && !isText(column) ? column.values : undefined
}

function actorSeries(
  table: DataTable,
  ticks: number,
  measure: string,
  [actor, ...rest]: readonly string[],
): Float64Array | undefined {
  const values = columnFor(table, measure, rest)
  // The same actors in the same order in every tick.
  const each = table.rows / ticks
  const at = textsOf(table, 'actor').slice(0, each).indexOf(actor)
  if (!values || at < 0) return undefined
  return Float64Array.from({ length: ticks }, (_, tick) => values[tick * each + at])
}
