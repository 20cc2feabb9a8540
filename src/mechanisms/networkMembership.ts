import { defineMechanism, number } from '../contract/index.js'
import { exp, log, logistic } from '../numeric/index.js'
import {
  actorColumns,
  logUsualPopulation,
  networkColumns,
  networkMemberColumns,
  twinTies,
} from '../world/index.js'

/** Draws of a city: whether it considers a network, which one, and what it decides. */
const whether = 0
const which = 1
const verdict = 2

/**
 * Cities join and leave world networks. Now and then a city considers one of the networks that exist. What membership
 * is worth grows with its size and with the share of its peers that are members (its twin cities, the cities of its
 * state), and falls by the fee. A member that considers its network again stays unless it is worth much less.
 *
 * A city and tick cost the same whatever the number of cities: members are counted as they come and go.
 */
export default defineMechanism({
  name: 'networkMembership',
  summary: 'Cities join and leave networks, by size, fee, and what their peers do.',
  source:
    'Shipan and Volden 2008 (imitation of peers; large cities act by themselves); EHNE, "Territorial Diplomacy" (networks); INET 2021 (fees and unclear roles as brakes)',
  parameters: {
    rate: number({
      default: 0.1,
      range: [0.03, 0.3],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'how often a city considers a network',
      source: 'once a decade, about every second mandate; no figure known',
      grade: 'assumed',
    }),
    appeal: number({
      default: -3,
      range: [-5, -1],
      limits: [-20, 20],
      unit: 'logit',
      meaning:
        'what membership is worth to a city of 100,000 without peers in it and without a fee',
      source: 'McFadden 1974 gives the form',
      grade: 'assumed',
    }),
    size: number({
      default: 0.8,
      range: [0, 1.5],
      limits: [-10, 10],
      unit: 'logit per log person',
      meaning: 'weight of population in what membership is worth',
      source: 'memberships concentrate in strong cities; no figure known',
      grade: 'assumed',
    }),
    partners: number({
      default: 2,
      range: [0, 4],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'weight of the share of the twin cities that are members',
      source: 'Shipan and Volden 2008 give the form',
      grade: 'assumed',
    }),
    compatriots: number({
      default: 2,
      range: [0, 4],
      limits: [-20, 20],
      unit: 'logit',
      meaning: "weight of the share of the cities of one's state that are members",
      source: 'Shipan and Volden 2008 give the form',
      grade: 'assumed',
    }),
    attachment: number({
      default: 4,
      range: [2, 6],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what a member gives up unwillingly: added to the worth when it considers to stay',
      source: 'leaving is rare; no figure known',
      grade: 'assumed',
    }),
  },
  reads: { actors: { population: actorColumns.population }, networks: networkColumns },
  writes: { actors: networkMemberColumns },
  ties: twinTies,
  prepare({ n, units, networks, actors: { state, membership, members } }) {
    // Those who are members on the first day are counted once, the others as they come and go.
    for (let m = 0; m < networks.n; m++) {
      members.fill(0, m * n, (m + 1) * n)
      for (const i of units) {
        if (membership[m * n + i] === 0) continue
        members[m * n + networks.actor[m]]++
        if (state[i] >= 0) members[m * n + state[i]]++
      }
    }
  },
  step(world, { tick, day, dt, timeline, draws, parameters, events }) {
    const { n, units, actors, networks, ties } = world
    const { state, active, population, membership, members } = actors
    const { capacity, degree, target } = ties.twins

    const open: number[] = []
    const until = timeline.start(tick + 1)
    for (let m = 0; m < networks.n; m++) {
      const since = networks.founded[m]
      if (since < until && (since >= day || tick === 0))
        events.add('networkFounded', { actor: networks.actor[m], day: Math.max(since, day) })
      if (networks.dissolved[m] >= day && networks.dissolved[m] < until) dissolve(m)
      const stands = since < until && networks.dissolved[m] >= until
      if (stands && active[networks.actor[m]] === 1) open.push(m)
    }
    if (open.length === 0) return

    const considers = 1 - exp(-parameters.rate * dt)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      if (active[i] === 0 || draws.at(i, whether) >= considers) continue
      const m = open[Math.floor(draws.at(i, which) * open.length)]
      const inside = membership[m * n + i] === 1
      if (!inside && population[i] < networks.smallest[m]) continue
      if (networks.state[m] >= 0 && networks.state[m] !== state[i]) continue
      const worth = worthOf(m, i) + (inside ? parameters.attachment : 0)
      const wants = draws.at(i, verdict) < logistic(worth)
      if (wants !== inside) set(m, i, wants)
    }

    function worthOf(m: number, i: number): number {
      const s = state[i]
      const cities = s < 0 ? 0 : world.unitsOf(s).length
      return (
        parameters.appeal +
        parameters.size * (log(Math.max(1, population[i])) - logUsualPopulation) +
        parameters.partners * sharePartners(m, i) +
        (cities === 0 ? 0 : (parameters.compatriots * members[m * n + s]) / cities) -
        networks.fee[m]
      )
    }

    function sharePartners(m: number, i: number): number {
      let inside = 0
      for (let a = i * capacity, end = a + degree[i]; a < end; a++)
        inside += membership[m * n + target[a]]
      return degree[i] === 0 ? 0 : inside / degree[i]
    }

    function set(m: number, i: number, inside: boolean): void {
      const step = inside ? 1 : -1
      membership[m * n + i] = inside ? 1 : 0
      members[m * n + networks.actor[m]] += step
      if (state[i] >= 0) members[m * n + state[i]] += step
    }

    function dissolve(m: number): void {
      events.add('networkDissolved', {
        actor: networks.actor[m],
        day: networks.dissolved[m],
        value: members[m * n + networks.actor[m]],
      })
      membership.fill(0, m * n, (m + 1) * n)
      members.fill(0, m * n, (m + 1) * n)
    }
  },
})
