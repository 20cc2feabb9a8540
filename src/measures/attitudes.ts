import { defineMeasure } from '../contract/index.js'
import { actorColumns } from '../world/index.js'
import { copyOfColumn } from './copyOfColumn.js'

export const position = copyOfColumn(
  'units',
  'position',
  actorColumns.position,
  'Position of units',
)
export const salience = copyOfColumn(
  'units',
  'salience',
  actorColumns.salience,
  'Attention of units',
)
export const harm = copyOfColumn('units', 'harm', actorColumns.harm, 'Harm to units')
export const value = copyOfColumn('units', 'value', actorColumns.value, 'Value of action to units')
export const ownProgramme = copyOfColumn(
  'units',
  'ownProgramme',
  actorColumns.ownProgramme,
  "Units' own programmes",
)

export const opposition = defineMeasure({
  name: 'opposition',
  title: 'Opposition by group',
  meaning: "share of the group's units whose position is against action",
  unit: '1',
  of: ['groups', 'issues'],
  reads: { actors: { position: actorColumns.position } },
  asks: { actors: { member: actorColumns.member } },
  observe(world, out, at) {
    const { n, units, issues, actors } = world
    const groups = world.view('groups').n
    for (let g = 0; g < groups; g++) {
      for (let q = 0; q < issues.n; q++) {
        let against = 0
        let all = 0
        for (let k = 0; k < units.length; k++) {
          const i = units[k]
          if (actors.member[g * n + i] === 0) continue
          all++
          if (actors.position[q * n + i] < 0) against++
        }
        out[at + g * issues.n + q] = all > 0 ? against / all : 0
      }
    }
  },
})

export const ownProgrammes = defineMeasure({
  name: 'ownProgrammes',
  title: 'Units with a programme of their own',
  meaning: "number of the state's units that have passed a programme of their own",
  unit: 'unit',
  whole: true,
  of: ['states', 'issues'],
  reads: { actors: { ownProgramme: actorColumns.ownProgramme } },
  observe(world, out, at) {
    const { n, states, issues, actors } = world
    for (let s = 0; s < states.length; s++) {
      for (let q = 0; q < issues.n; q++) {
        let count = 0
        for (const i of world.unitsOf(states[s])) if (actors.ownProgramme[q * n + i] > 0) count++
        out[at + s * issues.n + q] = count
      }
    }
  },
})
