import { defineMeasure } from '../contract/index.js'
import { actorColumns, relationColumns } from '../world/index.js'
import { unitsOfGroup } from './ofGroups.js'
import { tiedActors } from './tiedActors.js'

export const hostility = defineMeasure({
  name: 'hostility',
  title: 'Hostility',
  meaning: 'hostility between the two peoples: 0 none, 1 as after a war',
  unit: '1',
  of: ['relations'],
  reads: { relations: { hostility: relationColumns.hostility } },
  observe({ relations }, out, at) {
    for (let r = 0; r < relations.n; r++) out[at + r] = relations.hostility[r]
  },
})

export const withTie = defineMeasure({
  name: 'withTie',
  title: 'Units with a tie abroad',
  meaning: 'share of the active units of the state that have at least one agreement in force',
  unit: '1',
  of: ['states'],
  observe(world, out, at) {
    const { n, states, actors, agreements, scratch } = world
    const tied = tiedActors(agreements, n, scratch)
    for (let s = 0; s < states.length; s++) {
      const units = world.unitsOf(states[s])
      let count = 0
      let all = 0
      for (let k = 0; k < units.length; k++) {
        if (actors.active[units[k]] === 0) continue
        all++
        count += tied[units[k]]
      }
      out[at + s] = count / all
    }
  },
})

export const groupWithTie = defineMeasure({
  name: 'groupWithTie',
  title: 'Members of groups with a tie abroad',
  meaning: 'share of the active units of the group that have at least one agreement in force',
  unit: '1',
  of: ['groups'],
  reads: { actors: { member: actorColumns.member } },
  observe(world, out, at) {
    const { n, actors, agreements, scratch } = world
    const tied = tiedActors(agreements, n, scratch)
    for (let g = 0; g < world.view('groups').n; g++) {
      let count = 0
      let all = 0
      for (const i of unitsOfGroup(world, actors.member, g)) {
        if (actors.active[i] === 0) continue
        all++
        count += tied[i]
      }
      out[at + g] = count / all
    }
  },
})
