import type { Recording, Run } from '../engine/index.js'
import { columnNames } from './columnNames.js'
import { type DataColumn, type DataTable, numberColumn, textColumn } from './dataTable.js'
import { timeColumns } from './measuresTable.js'
import { cleanValue, isByActor, meaningOf } from './recordedValue.js'

/**
 * One row a tick and actor: every measure whose rows are actors or units, one column for each of its further
 * subjects. Actors that a measure leaves out have empty cells; if all measures leave out the same, they have no rows.
 */
export function actorsTable(run: Run): DataTable {
  const recordings = [...run.recordings.values()].filter(isByActor)
  const actors = actorsOf(run, recordings)
  const name = columnNames(['tick', 'date', 'actor'])
  const ids = new Array<string>(run.ticks * actors.length)
  for (let row = 0; row < ids.length; row++) ids[row] = actors[row % actors.length]
  const columns: DataColumn[] = [
    ...timeColumns(run, actors.length),
    textColumn(
      'string',
      { name: 'actor', title: 'Actor', meaning: 'Id of the actor in the scenario.', unit: '' },
      ids,
    ),
  ]
  for (const recording of recordings) {
    const place = placesOf(recording.subjects[0], actors)
    combinations(recording.subjects.slice(1)).forEach((subjects, at) => {
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
          gather(recording, place, at, run.ticks),
        ),
      )
    })
  }
  return {
    name: 'actors',
    meaning: 'What was measured of each actor at the end of each tick; one row a tick and actor.',
    key: ['tick', 'actor'],
    rows: ids.length,
    columns,
  }
}

/** The actors that some measure is about, in row order. */
function actorsOf(run: Run, recordings: readonly Recording[]): readonly string[] {
  const seen = new Set(recordings.flatMap(({ subjects }) => subjects[0]))
  return run.world.actors.ids.filter((id) => seen.has(id))
}

/** For each actor its position in a recording's first dimension, −1 for none. */
function placesOf(ids: readonly string[], actors: readonly string[]): Int32Array {
  const positions = new Map(ids.map((id, at) => [id, at]))
  return Int32Array.from(actors, (id) => positions.get(id) ?? -1)
}

/** Every choice of one subject from each list, the last list fastest: the order of a recording. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (heads, ids) => heads.flatMap((head) => ids.map((id) => [...head, id])),
    [[]],
  )
}

function gather(recording: Recording, place: Int32Array, at: number, ticks: number): Float64Array {
  const { values, width, subjects } = recording
  const inner = subjects[0].length === 0 ? 0 : width / subjects[0].length
  const n = place.length
  const column = new Float64Array(ticks * n)
  for (let tick = 0; tick < ticks; tick++) {
    for (let i = 0; i < n; i++) {
      column[tick * n + i] =
        place[i] < 0 ? NaN : cleanValue(recording, values[tick * width + place[i] * inner + at])
    }
  }
  return column
}
