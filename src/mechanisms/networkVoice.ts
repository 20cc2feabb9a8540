import { defineMechanism, number } from '../contract/index.js'
import { exp, pow } from '../numeric/index.js'
import {
  actorColumns,
  callColumns,
  networkColumns,
  networkMemberColumns,
  real,
} from '../world/index.js'

/**
 * One voice. A network that speaks on an issue is heard by the centre of its members with the weight of the people
 * whom they stand for. Where the same units speak through several bodies, each of these counts for less, and together
 * they may count for less than one. What is heard moves the centre's line toward the members' position, and the money
 * that the centre gives in calls on the issue.
 */
export default defineMechanism({
  name: 'networkVoice',
  summary:
    "Networks speak for their members: the centre's line, and its calls, move with what it hears.",
  source:
    'Keck and Sikkink 1998 (networks as voice); EHNE and INET 2021 (one voice; many networks with unclear roles)',
  parameters: {
    influence: number({
      default: 0.1,
      range: [0, 0.3],
      limits: [0, 50],
      unit: '1/yr',
      meaning:
        'rate at which the line of a centre that hears all its people approaches their position',
      source: 'no figure known',
      grade: 'assumed',
    }),
    crowding: number({
      default: 1.3,
      range: [1, 2],
      limits: [0, 10],
      unit: '1',
      meaning:
        'exponent of the number of bodies through which a unit speaks, by which each is divided: at 1 several together count as one',
      source: 'INET 2021 (many networks with unclear roles); no figure known',
      grade: 'assumed',
    }),
    widening: number({
      default: 0.03,
      range: [0, 0.1],
      limits: [0, 10],
      unit: '1/yr',
      meaning:
        'growth of the envelope of calls on the issue if all people ask for action with one voice',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      population: actorColumns.population,
      position: actorColumns.position,
      membership: networkMemberColumns.membership,
    },
    networks: networkColumns,
    calls: callColumns,
  },
  writes: {
    actors: {
      line: actorColumns.line,
      networkVoice: real({
        meaning:
          'share of the people of the state for whom networks are heard on the issue (rows of states)',
        unit: '1',
        range: [0, 1],
        per: 'issues',
      }),
    },
    calls: { envelope: callColumns.envelope },
  },
  step(world, { tick, dt, timeline, parameters }) {
    const { n, states, issues, networks, calls, actors, scratch } = world
    const { state, active, population, position, membership, line, networkVoice } = actors
    const until = timeline.start(tick + 1)
    const bodies = scratch.wholes(n)
    // The last issue, counted from 1, on which a body with members in the state was found to speak.
    const spokenIn = scratch.wholes(n)
    // What is left of a voice that speaks through so many bodies.
    const left = scratch.reals(networks.n + 1)
    for (let b = 1; b <= networks.n; b++) left[b] = pow(b, 1 - parameters.crowding)
    for (let q = 0; q < issues.n; q++) {
      bodies.fill(0)
      for (let m = 0; m < networks.n; m++) {
        if (networks.issue[m] !== q || networks.founded[m] >= until) continue
        if (networks.dissolved[m] < until || active[networks.actor[m]] === 0) continue
        for (let k = 0; k < world.units.length; k++) {
          const i = world.units[k]
          if (membership[m * n + i] === 0) continue
          bodies[i]++
          if (state[i] >= 0) spokenIn[state[i]] = q + 1
        }
      }
      for (let k = 0; k < states.length; k++) {
        networkVoice[q * n + states[k]] = 0
        if (spokenIn[states[k]] === q + 1) hear(q, states[k])
      }
    }

    function hear(q: number, s: number): void {
      const units = world.unitsOf(s)
      let people = 0
      let heard = 0
      let leaning = 0
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        people += population[i]
        if (bodies[i] === 0) continue
        const weight = population[i] * left[bodies[i]]
        heard += weight
        leaning += weight * position[q * n + i]
      }
      if (heard === 0) return
      const voice = Math.min(1, heard / people)
      const wanted = leaning / heard
      networkVoice[q * n + s] = voice
      line[q * n + s] += (1 - exp(-parameters.influence * voice * dt)) * (wanted - line[q * n + s])
      for (let c = 0; c < calls.n; c++) {
        if (calls.issue[c] !== q || givenBy(c) !== s) continue
        calls.envelope[c] *= exp(parameters.widening * voice * wanted * dt)
      }
    }

    /** The state whose money it is; −1 for money from above states. */
    function givenBy(c: number): number {
      const funder = calls.funder[c]
      if (funder < 0) return calls.state[c]
      return state[funder] < 0 && states.includes(funder) ? funder : state[funder]
    }
  },
})
