import { defineMechanism, number } from '../contract/index.js'
import { exp, log, logistic } from '../numeric/index.js'
import { activityColumns, actorColumns, logUsualPopulation } from '../world/index.js'

/** Draws of a unit for each activity: whether it considers it, and what it decides. */
const whether = 0
const verdict = 1

/**
 * What a unit does abroad, or about abroad, without the signature of a partner: promotion, solidarity, emergency aid,
 * exchange with newcomers. Now and then, and the more it attends to anything abroad, a unit considers each activity and
 * carries it on or not by random utility: in its means, size and know-how, its residents' support, what its peers at
 * home do, and in distress that asks for relief. What it cannot pay, it gives up.
 */
export default defineMechanism({
  name: 'activities',
  summary:
    'Units take up and give up activities abroad that need no signature of a partner, by means, size, know-how, support, peers and distress.',
  source:
    'McFadden 1974 (random utility); Shipan and Volden 2008 (imitation of peers); INET 2021 (types of action of cities and groupings)',
  parameters: {
    rate: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 50],
      unit: '1/yr/sd',
      meaning:
        'how often a unit considers an activity, for each standard deviation of its attention',
      source: 'about every second year; no figure known',
      grade: 'assumed',
    }),
    means: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [-10, 10],
      unit: 'logit per log allowance',
      meaning: 'weight of means',
      source: 'no figure known',
      grade: 'assumed',
    }),
    size: number({
      default: 0.3,
      range: [0, 0.8],
      limits: [-10, 10],
      unit: 'logit per log person',
      meaning: 'weight of population',
      source: 'no figure known',
      grade: 'assumed',
    }),
    knowHow: number({
      default: 3,
      range: [1, 6],
      limits: [0, 100],
      unit: 'logit',
      meaning: 'weight of the know-how that is lacking',
      source: 'no figure known',
      grade: 'assumed',
    }),
    support: number({
      default: 2,
      range: [0, 4],
      limits: [-20, 20],
      unit: 'logit',
      meaning: "weight of residents' support above or below one half, times what they see of it",
      source: 'INET 2021 (acceptability and visibility as brakes); no figure known',
      grade: 'assumed',
    }),
    peers: number({
      default: 1,
      range: [0, 3],
      limits: [-20, 20],
      unit: 'logit',
      meaning: "weight of the share of the state's units that carry it on",
      source: 'Shipan and Volden 2008 give the form',
      grade: 'assumed',
    }),
    attachment: number({
      default: 2,
      range: [0, 4],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what a unit gives up unwillingly: added to the worth of what it already does',
      source: 'Lindblom 1959 (incremental change); no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      passive: actorColumns.passive,
      population: actorColumns.population,
      endowment: actorColumns.endowment,
      knowHow: actorColumns.knowHow,
      support: actorColumns.support,
      salience: actorColumns.salience,
      distress: actorColumns.distress,
    },
    activities: activityColumns,
  },
  writes: { actors: { engaged: actorColumns.engaged, budget: actorColumns.budget } },
  step(world, { dt, draws, parameters, events }) {
    const { n, units, issues, activities, actors, scratch } = world
    const { state, active, passive, population, endowment, knowHow, support, salience } = actors
    const { distress, engaged, budget } = actors
    const attention = scratch.reals(n)
    const share = scratch.reals(n)
    const before = scratch.wholes(n)
    // How likely a unit is to consider an activity in the tick; passive ones never do.
    const considers = scratch.reals(n)
    for (let q = 0; q < issues.n; q++) {
      for (let k = 0; k < units.length; k++)
        attention[units[k]] = Math.max(attention[units[k]], salience[q * n + units[k]])
    }
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      if (active[i] === 1 && passive[i] === 0)
        considers[i] = 1 - exp(-parameters.rate * attention[i] * dt)
    }
    for (let a = 0; a < activities.n; a++) {
      countPeers(a)
      const expense = activities.expense[a] * dt
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        if (active[i] === 0) continue
        if (considers[i] > 0 && draws.at(i, 2 * a + whether) < considers[i])
          decide(a, i, draws.at(i, 2 * a + verdict))
        if (before[i] === 1 || engaged[a * n + i] === 1) pay(a, i, expense)
      }
    }

    /** Shares of units that carry it on, by state, as they stand before anybody decides. */
    function countPeers(a: number): void {
      for (let s = 0; s < world.states.length; s++) share[world.states[s]] = 0
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        before[i] = engaged[a * n + i]
        if (before[i] === 1 && state[i] >= 0) share[state[i]] += 1 / world.unitsOf(state[i]).length
      }
    }

    function decide(a: number, i: number, u: number): void {
      const wants = u < logistic(worthOf(a, i)) && budget[i] > 0
      if (wants === (engaged[a * n + i] === 1)) return
      engaged[a * n + i] = wants ? 1 : 0
      events.add(wants ? 'takenUp' : 'givenUp', {
        actor: i,
        issue: activities.issue[a],
        reason: activities.ids[a],
      })
    }

    function worthOf(a: number, i: number): number {
      const s = state[i]
      return (
        activities.appeal[a] +
        parameters.means * log(Math.max(1e-6, endowment[i])) +
        parameters.size * (log(Math.max(1, population[i])) - logUsualPopulation) -
        parameters.knowHow * Math.max(0, activities.complexity[a] - knowHow[i]) +
        parameters.support * (2 * support[i] - 1) * activities.visibility[a] +
        parameters.attachment * engaged[a * n + i] +
        (s < 0 ? 0 : parameters.peers * share[s] + activities.relief[a] * distress[s])
      )
    }

    function pay(a: number, i: number, expense: number): void {
      if (engaged[a * n + i] === 0) return
      if (budget[i] >= expense) {
        budget[i] -= expense
        return
      }
      engaged[a * n + i] = 0
      events.add('givenUp', {
        actor: i,
        issue: activities.issue[a],
        reason: `${activities.ids[a]}: no means left`,
      })
    }
  },
})
