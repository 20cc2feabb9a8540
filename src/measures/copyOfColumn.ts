import { type AnyMeasure, defineMeasure } from '../contract/index.js'
import type { Column, World } from '../world/index.js'

/**
 * A measure that copies one column of actors by issue, for a part of the actors; it is called like the column.
 *
 * @param descriptor the column's own, whose meaning and unit the measure takes over
 */
export function copyOfColumn(
  part: 'units' | 'states',
  column: string,
  descriptor: Column,
  title: string,
): AnyMeasure {
  return defineMeasure({
    name: column,
    title,
    meaning: descriptor.meaning,
    unit: descriptor.unit,
    of: [part, 'issues'],
    reads: { actors: { [column]: descriptor } },
    observe(world, out, at) {
      const { n, issues, [part]: rows } = world
      const array = columnOf(world as unknown as World, column)
      for (let k = 0; k < rows.length; k++) {
        for (let q = 0; q < issues.n; q++) out[at + k * issues.n + q] = array[q * n + rows[k]]
      }
    },
  })
}

function columnOf(world: World, column: string) {
  const array = world.tables.get('actors')?.arrays.get(column)
  if (!array) throw new Error(`This world has no column actors.${column}.`)
  return array
}
