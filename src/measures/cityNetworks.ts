import { defineMeasure } from '../contract/index.js'
import { actorColumns, networkColumns, networkMemberColumns, real } from '../world/index.js'
import { copyOfColumn } from './copyOfColumn.js'

export const networkMembers = defineMeasure({
  name: 'networkMembers',
  title: 'Members of networks',
  meaning: 'number of cities that are members of the network',
  unit: 'city',
  whole: true,
  of: ['networks'],
  reads: { actors: { members: networkMemberColumns.members }, networks: networkColumns },
  observe({ n, networks, actors: { members } }, out, at) {
    for (let m = 0; m < networks.n; m++) out[at + m] = members[m * n + networks.actor[m]]
  },
})

export const memberPeople = defineMeasure({
  name: 'memberPeople',
  title: 'Size of member cities (all cities: 1)',
  meaning:
    "mean population of the network's members, relative to that of all cities; 0 with no members",
  unit: '1',
  every: 1,
  of: ['networks'],
  reads: {
    actors: {
      population: actorColumns.population,
      membership: networkMemberColumns.membership,
    },
    networks: networkColumns,
  },
  observe({ n, units, networks, actors: { population, membership } }, out, at) {
    let all = 0
    for (let k = 0; k < units.length; k++) all += population[units[k]]
    for (let m = 0; m < networks.n; m++) {
      let people = 0
      let cities = 0
      for (let k = 0; k < units.length; k++) {
        if (membership[m * n + units[k]] === 0) continue
        people += population[units[k]]
        cities++
      }
      out[at + m] = cities === 0 ? 0 : people / cities / (all / units.length)
    }
  },
})

export const networkVoice = copyOfColumn(
  'states',
  'networkVoice',
  real({
    meaning:
      'share of the people of the state for whom networks are heard on the issue (rows of states)',
    unit: '1',
    range: [0, 1],
    per: 'issues',
  }),
  'Voice of networks',
)
