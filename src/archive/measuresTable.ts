import { formatDate } from '../calendar/index.js'
import type { Recording, Run } from '../engine/index.js'
import { columnNames } from './columnNames.js'
import { type DataColumn, type DataTable, numberColumn, textColumn } from './dataTable.js'
import { cleanValue, isByActor, meaningOf } from './recordedValue.js'

/** One row a tick: every measure whose rows are not actors, one column for each of its subjects. */
export function measuresTable(run: Run): DataTable {
  const name = columnNames(['tick', 'date'])
  const columns: DataColumn[] = [...timeColumns(run, 1)]
  for (const recording of run.recordings.values()) {
    if (isByActor(recording)) continue
    for (let at = 0; at < recording.width; at++) {
      const subjects = subjectsAt(recording, at)
      const values = new Float64Array(run.ticks)
      for (let tick = 0; tick < run.ticks; tick++)
        values[tick] = cleanValue(recording, recording.values[tick * recording.width + at])
      columns.push(
        numberColumn(
          recording.whole ? 'integer' : 'number',
          {
            name: name(recording.name, ...subjects),
            title: [recording.title, ...subjects].join(', '),
            meaning: meaningOf(recording, subjects),
            unit: recording.unit,
            measure: recording.name,
            subjects,
          },
          values,
        ),
      )
    }
  }
  return {
    name: 'measures',
    meaning: 'What was measured at the end of each tick; one row a tick.',
    key: ['tick'],
    rows: run.ticks,
    columns,
  }
}

/** The columns `tick` and `date`, each tick repeated for `each` rows. */
export function timeColumns(run: Run, each: number): readonly DataColumn[] {
  const rows = run.ticks * each
  const ticks = new Float64Array(rows)
  const dates = new Array<string>(rows)
  for (let tick = 0; tick < run.ticks; tick++) {
    ticks.fill(tick, tick * each, (tick + 1) * each)
    dates.fill(formatDate(run.timeline.start(tick)), tick * each, (tick + 1) * each)
  }
  return [
    numberColumn(
      'integer',
      { name: 'tick', title: 'Tick', meaning: 'Number of the tick, from 0.', unit: '1' },
      ticks,
    ),
    textColumn(
      'date',
      { name: 'date', title: 'Date', meaning: 'First day of the tick.', unit: '' },
      dates,
    ),
  ]
}

/** The subjects, one of each dimension, of a position in a recording. */
function subjectsAt(recording: Recording, at: number): string[] {
  const subjects: string[] = []
  let rest = at
  for (let d = recording.subjects.length - 1; d >= 0; d--) {
    const ids = recording.subjects[d]
    subjects.unshift(ids[rest % ids.length])
    rest = Math.floor(rest / ids.length)
  }
  return subjects
}
