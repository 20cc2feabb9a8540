import { defineMechanism, number } from '../contract/index.js'
import { exp, gumbel, log } from '../numeric/index.js'
import { actorColumns, code, divisions, real } from '../world/index.js'

/** Draws of a city: whether it thinks the division over, then one for each way. */
const whether = 0
const noise = 1

const none = divisions.indexOf('none')
const complement = divisions.indexOf('complement')
const duplicate = divisions.indexOf('duplicate')
const substitute = divisions.indexOf('substitute')

/**
 * A city and the grouping that it belongs to act abroad for the same people. Now and then, and after each election, a
 * city settles anew how the two divide the work, by random utility. Where they complement each other, each issue is
 * left to the one with more interest in it, and know-how is shared, which takes know-how to begin with. Where the
 * grouping stands in for the city, the city's interests are carried by it. Where both do the same by themselves, means
 * are lost to contacts made twice, the more their attention is alike.
 */
export default defineMechanism({
  name: 'nestedAction',
  summary:
    'Cities and their groupings complement, duplicate or substitute each other, with effects on motives, know-how and means.',
  source:
    'Hooghe and Marks 2003 (multi-level governance, nested jurisdictions); INET 2021 (silos and contacts made twice in one territory)',
  parameters: {
    rate: number({
      default: 0.25,
      range: [0.1, 0.5],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'how often a city thinks the division over between elections',
      source: 'no figure known',
      grade: 'assumed',
    }),
    complement: number({
      default: -0.5,
      range: [-2, 1],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'worth of complementing each other without any know-how; acting alone is 0',
      source: 'McFadden 1974 gives the form',
      grade: 'assumed',
    }),
    coordination: number({
      default: 2,
      range: [0, 4],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'weight of the mean know-how of the two in complementing each other',
      source: 'INET 2021 (common services need staff and methods); no figure known',
      grade: 'assumed',
    }),
    substitute: number({
      default: -1,
      range: [-3, 0],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'worth of leaving it to a grouping of equal means',
      source: 'McFadden 1974 gives the form',
      grade: 'assumed',
    }),
    scale: number({
      default: 0.5,
      range: [0, 1],
      limits: [-10, 10],
      unit: 'logit per log ratio',
      meaning: "weight of the grouping's means against the city's in leaving it to the grouping",
      source: 'Oates 1999 (economies of scale); no figure known',
      grade: 'assumed',
    }),
    attachment: number({
      default: 1,
      range: [0, 3],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what makes the two stay with the division that they have',
      source: 'no figure known',
      grade: 'assumed',
    }),
    leaving: number({
      default: 0.6,
      range: [0.3, 1],
      limits: [0, 1],
      unit: '1',
      meaning: 'part of an interest that is left to the other of the two',
      source: 'no figure known',
      grade: 'assumed',
    }),
    sharing: number({
      default: 0.2,
      range: [0.05, 0.5],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which know-how is shared by those who complement each other',
      source: 'no figure known',
      grade: 'assumed',
    }),
    waste: number({
      default: 0.15,
      range: [0.05, 0.3],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of the means of both that is lost if both attend to the same in the same way',
      source: 'INET 2021 names contacts made twice; no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      grouping: actorColumns.grouping,
      population: actorColumns.population,
      endowment: actorColumns.endowment,
      election: actorColumns.election,
      interest: actorColumns.interest,
      salience: actorColumns.salience,
    },
  },
  writes: {
    actors: {
      motive: actorColumns.motive,
      knowHow: actorColumns.knowHow,
      budget: actorColumns.budget,
      division: code({
        meaning: 'how the city and its grouping divide external action',
        unit: '1',
        values: divisions,
      }),
      duplicated: real({
        meaning: 'means a year that the city and its grouping lose to contacts made twice',
        unit: 'allowance-year/yr',
        range: [0, 1e6],
      }),
    },
  },
  setup(world, { draws, parameters }) {
    const { units, actors } = world
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      actors.division[i] = none
      if (actors.grouping[i] >= 0) actors.division[i] = chosen(actors, parameters, draws, i)
    }
  },
  step(world, { dt, draws, parameters, events }) {
    const { n, units, issues, actors } = world
    const { state, active, grouping, population, endowment, election, interest, salience } = actors
    const { motive, knowHow, budget, division, duplicated } = actors
    const considers = 1 - exp(-parameters.rate * dt)
    const shared = 1 - exp(-parameters.sharing * dt)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const g = grouping[i]
      duplicated[i] = 0
      if (g < 0 || active[i] === 0 || active[g] === 0) continue
      const voted = election[i] === 1 || (state[i] >= 0 && election[state[i]] === 1)
      if (voted || draws.at(i, whether) < considers) settle(i, g)
      // What a part of a grouping brings to it: its share of the people.
      const weight = population[g] > 0 ? Math.min(1, population[i] / population[g]) : 1
      if (division[i] === complement) divide(i, g, weight)
      else if (division[i] === substitute) leave(i, g, weight)
      else lose(i, g, weight)
    }

    function settle(i: number, g: number): void {
      const before = division[i]
      division[i] = chosen(actors, parameters, draws, i)
      if (division[i] === before) return
      events.add('divided', { actor: i, other: g, reason: divisions[division[i]] })
    }

    function divide(i: number, g: number, weight: number): void {
      for (let q = 0; q < issues.n; q++) {
        const own = interest[q * n + i]
        const other = interest[q * n + g]
        if (own >= other) {
          motive[q * n + g] -= parameters.leaving * other * weight
          motive[q * n + i] += parameters.leaving * other * weight
        } else {
          motive[q * n + i] -= parameters.leaving * own
          motive[q * n + g] += parameters.leaving * own * weight
        }
      }
      const low = knowHow[i] < knowHow[g] ? i : g
      knowHow[low] += shared * (Math.max(knowHow[i], knowHow[g]) - knowHow[low])
    }

    function leave(i: number, g: number, weight: number): void {
      for (let q = 0; q < issues.n; q++) {
        motive[q * n + i] -= parameters.leaving * interest[q * n + i]
        motive[q * n + g] += parameters.leaving * interest[q * n + i] * weight
      }
    }

    /** What both attend to is done twice. */
    function lose(i: number, g: number, weight: number): void {
      let common = 0
      let all = 0
      for (let q = 0; q < issues.n; q++) {
        common += Math.min(salience[q * n + i], salience[q * n + g])
        all += Math.max(salience[q * n + i], salience[q * n + g])
      }
      if (all === 0) return
      const share = (parameters.waste * common) / all
      const own = Math.min(budget[i], share * endowment[i] * dt)
      const others = Math.min(budget[g], share * endowment[g] * weight * dt)
      budget[i] -= own
      budget[g] -= others
      duplicated[i] = (own + others) / dt
    }
  },
})

interface Choosers {
  readonly grouping: Int32Array
  readonly endowment: Float64Array
  readonly knowHow: Float64Array
  readonly division: Uint8Array
}

interface Weights {
  readonly complement: number
  readonly coordination: number
  readonly substitute: number
  readonly scale: number
  readonly attachment: number
}

/** The best way for a city to divide the work with its grouping, by random utility. */
function chosen(
  actors: Choosers,
  weights: Weights,
  draws: { at(i: number, k: number): number },
  i: number,
): number {
  const { grouping, endowment, knowHow, division } = actors
  const g = grouping[i]
  const larger = log(Math.max(1e-6, endowment[g])) - log(Math.max(1e-6, endowment[i]))
  let best = duplicate
  let most = Number.NEGATIVE_INFINITY
  for (let way = complement; way < divisions.length; way++) {
    let worth = gumbel(draws.at(i, noise + way))
    if (way === complement)
      worth += weights.complement + (weights.coordination * (knowHow[i] + knowHow[g])) / 2
    if (way === substitute) worth += weights.substitute + weights.scale * larger
    if (way === division[i]) worth += weights.attachment
    if (worth <= most) continue
    most = worth
    best = way
  }
  return best
}
