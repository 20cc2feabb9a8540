import { type AnyMeasure, defineMeasure } from '../contract/index.js'
import { actorColumns, type Column, type World } from '../world/index.js'

/** The units of each group of a world, found once: who belongs to a group is given and does not change. */
const found = new WeakMap<Uint8Array, Int32Array[]>()

/**
 * Rows of the units that belong to a group.
 *
 * @param member the column of actors, by group
 */
export function unitsOfGroup(
  world: { readonly n: number; readonly units: Int32Array },
  member: Uint8Array,
  group: number,
): Int32Array {
  let groups = found.get(member)
  if (!groups) {
    groups = []
    found.set(member, groups)
  }
  groups[group] ??= world.units.filter((i) => member[group * world.n + i] === 1)
  return groups[group]
}

/** A measure of the mean of a column of actors over the units of each group; 0 for a group without any. */
export function meanOfGroups(
  name: string,
  column: string,
  descriptor: Column,
  title: string,
): AnyMeasure {
  return defineMeasure({
    name,
    title: `${title}, mean of members`,
    meaning: `mean over the units of the group: ${descriptor.meaning}`,
    unit: descriptor.unit,
    of: ['groups'],
    reads: { actors: { [column]: descriptor, member: actorColumns.member } },
    observe(world, out, at) {
      const array = (world as unknown as World).tables.get('actors')?.arrays.get(column)
      if (!array) throw new Error(`This world has no column actors.${column}.`)
      const { member } = world.actors as unknown as { readonly member: Uint8Array }
      const groups = world.view('groups').n
      for (let g = 0; g < groups; g++) {
        let total = 0
        const rows = unitsOfGroup(world, member, g)
        for (let k = 0; k < rows.length; k++) total += array[rows[k]]
        out[at + g] = rows.length === 0 ? 0 : total / rows.length
      }
    },
  })
}
