import { type AnyMeasure, defineMeasure } from '../contract/index.js'
import type { Column, World } from '../world/index.js'

/** A measure that copies a column of actors, one value a unit; the measure is called like the column, or by a name of its own. */
export function columnOfUnits(
  column: string,
  descriptor: Column,
  title: string,
  { name = column, meaning = descriptor.meaning }: { name?: string; meaning?: string } = {},
): AnyMeasure {
  return defineMeasure({
    name,
    title,
    meaning,
    unit: descriptor.unit,
    ...(descriptor.type === 'i32' && { whole: true }),
    of: ['units'],
    reads: { actors: { [column]: descriptor } },
    observe({ units, actors }, out, at) {
      const array = (actors as unknown as World['actors'] & Record<string, Float64Array>)[column]
      for (let k = 0; k < units.length; k++) out[at + k] = array[units[k]]
    },
  })
}
