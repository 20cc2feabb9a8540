import { daysPerYear } from '../../calendar/index.js'
import { defineMechanism } from '../../contract/index.js'
import { exp, gumbel, log, logistic } from '../../numeric/index.js'
import { actorColumns, logUsualPopulation, real, twinTies } from '../../world/index.js'
import { type Cities, PartnerIndex } from './PartnerIndex.js'
import { parameters } from './parameters.js'

/** Draws of a city: how many opportunities; worth of doing nothing, one an opportunity; then its candidates. */
const nothing = 1
const meeting = 64
/** Opportunities of one tick beyond these do not count; candidates in one; tries for one candidate; draws a try. */
const mostOpportunities = 16
const mostCandidates = 32
const mostTries = 256
const drawsPerTry = 3

/** Later than any day. */
const noLapse = 1e300

const columns = {
  twinningPace: real({
    meaning: 'opportunities to twin, relative to those of a city of 100,000',
    unit: '1',
    range: [0, 1e6],
  }),
  firstLapse: real({
    meaning: "day on which the first of the city's ties will have lapsed",
    unit: 'day since 1970-01-01',
    initial: noLapse,
  }),
  openness: real({
    meaning: 'what a tie is worth to the city for reasons not in the model, drawn once',
    unit: 'logit',
    range: [-100, 100],
  }),
} as const

/** What follows from the cities of a world alone, by its table of actors. */
const indices = new WeakMap<object, PartnerIndex>()

/**
 * Who twins with whom. Now and then a city has an opportunity; it meets a few cities abroad, strangers by the gravity
 * of the pair or partners of its partners, and picks the one that is worth most to it, or none (random utility).
 * The other side consents or not by what the tie is worth to it. A tie is worth more with shared partners and with a
 * popular city, and less the more ties a city keeps up already for its size. It ends at a constant rate.
 *
 * The cost of a city and tick does not depend on the number of cities: see `PartnerIndex`.
 */
export default defineMechanism({
  name: 'twinning',
  summary: 'Cities meet cities abroad by gravity or through partners, and twin where both want to.',
  source:
    'McFadden 1974 (random utility); Snijders 2001 (actor-oriented tie formation, consent of both); Jackson and Rogers 2007 (strangers and friends of friends); gravity fitted on 2,507 European twin cities',
  parameters,
  reads: { actors: { population: actorColumns.population } },
  writes: { actors: columns },
  ties: twinTies,
  prepare(world, { parameters }) {
    const { actors, units } = world
    const { state, latitude, longitude, population } = actors
    const rows = Array.from(units).filter((i) => state[i] >= 0)
    const cities: Cities = { rows, state, latitude, longitude, population }
    const index = new PartnerIndex(cities, parameters, parameters.nearest)
    indices.set(actors, index)
    for (const i of rows)
      actors.twinningPace[i] = exp(
        parameters.activity * (index.logPopulation[i] - logUsualPopulation),
      )
  },
  setup({ units, actors: { openness } }, { draws, parameters }) {
    for (let k = 0; k < units.length; k++)
      openness[units[k]] = parameters.openness * draws.normalAt(units[k], 0)
  },
  step(world, { tick, day, dt, timeline, draws, parameters, events }) {
    const { units, actors, ties } = world
    const { state, active, twinningPace, openness, firstLapse } = actors
    const { capacity, degree, target, columns } = ties.twins
    const { ends } = columns
    const index = indices.get(actors)
    if (index === undefined) throw new Error('The cities were not prepared.')
    const { logPopulation } = index
    const looked = Math.floor(parameters.candidates)

    const lapsed = drop(timeline.start(tick + 1)) / 2
    if (lapsed > 0) events.add('twinningsLapsed', { value: lapsed })

    const chance = draws.block(1)
    const usual = parameters.rate * dt
    let formed = 0
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const mean = usual * twinningPace[i]
      // e^−x is no less than 1 − x: most cities have no opportunity, and are passed over here.
      if (chance[i] < 1 - mean || active[i] === 0 || !index.hasAbroad(i)) continue
      const opportunities = count(mean, chance[i])
      for (let o = 0; o < opportunities; o++) {
        const j = choose(i, o)
        if (j < 0 || draws.pair(j, i, o) >= logistic(worth(j, i))) continue
        const end = day + lifetime(draws.pair(j, i, mostOpportunities + o)) * daysPerYear
        link(i, j, end)
        link(j, i, end)
        formed++
      }
    }
    if (formed > 0) events.add('twinningsFormed', { value: formed })

    /** Years until a constant rate strikes, by inversion. */
    function lifetime(u: number): number {
      return parameters.lapse === 0 ? noLapse : -log(1 - u) / parameters.lapse
    }

    /** Number of events of a Poisson process in the tick, by inversion. */
    function count(mean: number, u: number): number {
      let events = 0
      let probability = exp(-mean)
      for (let sum = probability; u >= sum && events < mostOpportunities; sum += probability) {
        events++
        probability *= mean / events
      }
      return events
    }

    /** The city that i would most like to twin with, among a few; −1 for none. */
    function choose(i: number, o: number): number {
      if (degree[i] === capacity) return -1
      let best = gumbel(draws.at(i, nothing + o))
      let partner = -1
      for (let c = 0; c < looked; c++) {
        const j = meet(i, meeting + (o * mostCandidates + c) * mostTries * drawsPerTry)
        if (j < 0 || j === partner || active[j] === 0 || degree[j] === capacity || linked(i, j))
          continue
        const utility = worth(i, j) + gumbel(draws.pair(i, j, o))
        if (utility <= best) continue
        best = utility
        partner = j
      }
      return partner
    }

    /** A city abroad: a partner's partner, or a stranger by gravity; −1 for nobody. */
    function meet(i: number, k: number): number {
      if (degree[i] > 0 && draws.at(i, k) < parameters.referral) {
        const via = target[i * capacity + Math.floor(draws.at(i, k + 1) * degree[i])]
        const j = target[via * capacity + Math.floor(draws.at(i, k + 2) * degree[via])]
        if (j !== i && state[j] !== state[i]) return j
      }
      // The first try's draws are the referral's.
      const last = k + mostTries * drawsPerTry
      for (let at = k + drawsPerTry; at < last; at += drawsPerTry) {
        const j = index?.draw(i, draws.at(i, at), draws.at(i, at + 1), draws.at(i, at + 2)) ?? -1
        if (j >= 0) return j
      }
      return -1
    }

    /** What a tie with j is worth to i, before chance. */
    function worth(i: number, j: number): number {
      const carried = degree[i] * exp(parameters.means * (logUsualPopulation - logPopulation[i]))
      return (
        parameters.appeal +
        openness[i] +
        parameters.transitivity * log(1 + shared(i, j)) +
        parameters.popularity * log(1 + degree[j]) -
        parameters.upkeep * carried
      )
    }

    function shared(i: number, j: number): number {
      let common = 0
      for (let a = i * capacity, end = a + degree[i]; a < end; a++)
        if (linked(j, target[a])) common++
      return common
    }

    function linked(i: number, j: number): boolean {
      for (let a = i * capacity, end = a + degree[i]; a < end; a++) if (target[a] === j) return true
      return false
    }

    function link(i: number, j: number, end: number): void {
      const at = i * capacity + degree[i]++
      target[at] = j
      ends[at] = end
      if (end < firstLapse[i]) firstLapse[i] = end
    }

    /** Ends ties that will have lapsed by a day, on both sides; returns how many sides. */
    function drop(until: number): number {
      let dropped = 0
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        // One number a city tells most that nothing is due: their lists are far apart in memory.
        if (firstLapse[i] >= until) continue
        const first = i * capacity
        let next = noLapse
        for (let a = first + degree[i] - 1; a >= first; a--) {
          if (ends[a] >= until) {
            if (ends[a] < next) next = ends[a]
            continue
          }
          const last = first + --degree[i]
          target[a] = target[last]
          ends[a] = ends[last]
          target[last] = -1
          ends[last] = 0
          dropped++
        }
        firstLapse[i] = next
      }
      return dropped
    }
  },
})
