import { daysPerYear } from '../calendar/index.js'
import { defineMechanism, number } from '../contract/index.js'
import { exp, log, logistic } from '../numeric/index.js'
import { actorColumns, affinityTies, logUsualPopulation, status } from '../world/index.js'

const most = 16

/**
 * Units do abroad what their likes at home do. Each looks at a few peers in its own state, those that are nearest in
 * place and size together. What peers agree abroad draws it to the same issues and to the same states: strongly while
 * it is fresh, and weakly for good. Small units follow more than large ones, which find out for themselves.
 */
export default defineMechanism({
  name: 'emulation',
  summary: 'Units are drawn to the issues and states with which their peers at home have ties.',
  source:
    'Shipan and Volden 2008 (imitation is short-lived and falls with size); Granovetter 1978 (thresholds)',
  odd: {
    interaction: 'units see the agreements of their peers at home, and nothing else of them',
  },
  parameters: {
    peers: number({
      default: 6,
      range: [3, 12],
      limits: [1, most],
      unit: 'unit',
      meaning: 'peers at home that a unit looks at (the whole part counts)',
      source: 'no figure known',
      grade: 'assumed',
    }),
    imitation: number({
      default: 0.5,
      range: [0.1, 1],
      limits: [0, 20],
      unit: 'sd',
      meaning:
        'what it adds to the stake in an issue when all peers have a fresh tie on it, for a unit of 100,000',
      source: 'Shipan and Volden 2008 give the form',
      grade: 'assumed',
    }),
    leaning: number({
      default: 1,
      range: [0, 2],
      limits: [-20, 20],
      unit: 'logit',
      meaning:
        'what a tie with a state is worth more when all peers have a fresh one there, for a unit of 100,000',
      source: 'Shipan and Volden 2008 give the form',
      grade: 'assumed',
    }),
    fading: number({
      default: 0.2,
      range: [0.1, 0.5],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which a tie of a peer ceases to be news',
      source: 'imitation is short-lived (Shipan and Volden 2008); no figure known',
      grade: 'assumed',
    }),
    lasting: number({
      default: 0.2,
      range: [0, 0.5],
      limits: [0, 1],
      unit: '1',
      meaning: 'what an old tie of a peer counts against a fresh one',
      source: 'Granovetter 1978 (numbers count, new or old) gives the form',
      grade: 'assumed',
    }),
    size: number({
      default: 0.5,
      range: [0, 1],
      limits: [-10, 10],
      unit: '1',
      meaning:
        'how fast imitation falls with population: twice the logistic of minus this times its logarithm over 100,000',
      source: 'Shipan and Volden 2008: imitation falls with size; no figure known',
      grade: 'assumed',
    }),
  },
  reads: { actors: { passive: actorColumns.passive, population: actorColumns.population } },
  writes: { actors: { motive: actorColumns.motive } },
  ties: {
    ...affinityTies,
    peers: {
      shape: 'list',
      meaning: 'units of the same state that are nearest in place and size, nearest first',
      unit: 'tie',
      capacity: most,
    },
  },
  prepare(world, { parameters }) {
    const { units, actors, geography, ties } = world
    const { state, population } = actors
    const { capacity, degree, target } = ties.peers
    const wanted = Math.floor(parameters.peers)
    const distances = new Float64Array(wanted)
    for (const i of units) {
      const first = i * capacity
      degree[i] = 0
      for (const j of state[i] < 0 ? [] : world.unitsOf(state[i])) {
        if (j === i) continue
        const ratio = Math.max(1, population[i]) / Math.max(1, population[j])
        const apart = log(Math.max(1, geography.distance(i, j))) + Math.abs(log(ratio))
        if (degree[i] === wanted && apart >= distances[wanted - 1]) continue
        let at = degree[i] < wanted ? degree[i]++ : wanted - 1
        for (; at > 0 && distances[at - 1] > apart; at--) {
          distances[at] = distances[at - 1]
          target[first + at] = target[first + at - 1]
        }
        distances[at] = apart
        target[first + at] = j
      }
    }
  },
  step(world, { day, parameters }) {
    const { n, units, states, issues, actors, agreements, ties, scratch } = world
    const { state, active, passive, population, motive } = actors
    const { capacity, degree, target } = ties.peers
    const affinity = ties.affinity.values
    // What there is to see of each unit, at most 1, by issue and by the partner's state; and of all peers of one unit.
    const onIssue = scratch.reals(n * issues.n)
    const withState = scratch.reals(n * states.length)
    const issuesOfPeers = scratch.reals(issues.n)
    const statesOfPeers = scratch.reals(states.length)
    const isNoticed = scratch.wholes(issues.n)
    const placeOf = scratch.wholes(n)
    for (let s = 0; s < states.length; s++) placeOf[states[s]] = s
    lookAround()
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      // Whoever never asks is drawn nowhere; its peers still see what it has agreed to.
      const count = active[i] === 0 || passive[i] === 1 ? 0 : countActivePeers(i)
      if (count === 0) continue
      const size = log(Math.max(1, population[i])) - logUsualPopulation
      const follows = (2 * logistic(-parameters.size * size)) / count
      sumOverPeers(i, onIssue, issuesOfPeers)
      for (let q = 0; q < issues.n; q++) {
        if (isNoticed[q] === 1)
          motive[q * n + i] += parameters.imitation * follows * issuesOfPeers[q]
      }
      sumOverPeers(i, withState, statesOfPeers)
      for (let s = 0; s < states.length; s++) {
        if (states[s] !== state[i])
          affinity[i * n + states[s]] += parameters.leaning * follows * statesOfPeers[s]
      }
    }

    /** How much of a unit's ties its peers notice, by issue and by the partner's state. */
    function lookAround(): void {
      const { columns: c, parties } = agreements
      const live = agreements.living()
      for (let l = 0; l < live.n; l++) {
        const a = live.rows[l]
        if (c.status[a] !== status.inForce || c.partyCount[a] !== 2) continue
        const i = parties.actor[c.firstParty[a]]
        const j = parties.actor[c.firstParty[a] + 1]
        if (state[i] < 0 || state[j] < 0 || state[i] === state[j]) continue
        const years = Math.max(0, day - c.inForceOn[a]) / daysPerYear
        const news = parameters.lasting + (1 - parameters.lasting) * exp(-parameters.fading * years)
        const q = c.issue[a]
        isNoticed[q] = 1
        show(onIssue, i * issues.n + q, news)
        show(onIssue, j * issues.n + q, news)
        show(withState, i * states.length + placeOf[state[j]], news)
        show(withState, j * states.length + placeOf[state[i]], news)
      }
    }

    /** A peer with many ties is still one peer. */
    function show(seen: Float64Array, at: number, news: number): void {
      seen[at] = Math.min(1, seen[at] + news)
    }

    function sumOverPeers(i: number, seen: Float64Array, sums: Float64Array): void {
      sums.fill(0)
      const groups = sums.length
      for (let a = i * capacity, end = a + degree[i]; a < end; a++) {
        const row = target[a] * groups
        for (let g = 0; g < groups; g++) sums[g] += seen[row + g]
      }
    }

    function countActivePeers(i: number): number {
      let count = 0
      for (let a = i * capacity, end = a + degree[i]; a < end; a++) count += active[target[a]]
      return count
    }
  },
})
