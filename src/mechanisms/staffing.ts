import { defineMechanism, number } from '../contract/index.js'
import { exp, log } from '../numeric/index.js'
import { actorColumns, bandColumns, real } from '../world/index.js'

/**
 * Staff for external action follows, step by step, what a unit's means, its know-how and the projects that it has won
 * call for. A unit that the scenario gives staff keeps the ratio that it then has to this rule: a tradition of its own.
 */
export default defineMechanism({
  name: 'staffing',
  summary: 'Staff for external action follows means, know-how and projects won, with delay.',
  source:
    'Wildavsky 1964 (offices grow and shrink by increments); INET 2021 (staff beside budgets, both in bands)',
  parameters: {
    usual: number({
      default: 3,
      range: [1.5, 6],
      limits: [0, 1000],
      unit: 'full-time person',
      meaning: 'staff of a unit with usual means, half of all know-how and no project',
      source: 'INET 2021: median of 34 authorities between the bands 0–2 and 3–6',
      grade: 'inferred',
    }),
    means: number({
      default: 0.6,
      range: [0.3, 0.9],
      limits: [0, 3],
      unit: '1',
      meaning: 'elasticity of staff in means',
      source:
        'INET 2021: spread of staff beside that of budgets, both lognormal through their bands, if nothing else told them apart',
      grade: 'inferred',
    }),
    knowHow: number({
      default: 1,
      range: [0, 2],
      limits: [0, 20],
      unit: 'log person',
      meaning: 'weight of know-how: who knows more can use, and keeps, more staff',
      source: 'no figure known',
      grade: 'assumed',
    }),
    projects: number({
      default: 3,
      range: [0, 8],
      limits: [0, 100],
      unit: 'full-time person per million EUR/yr',
      meaning: 'staff that outside money brings',
      source: 'no figure known',
      grade: 'assumed',
    }),
    rate: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which staff approaches what is called for',
      source: 'posts are made and filled within some two years; no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      endowment: actorColumns.endowment,
      knowHow: actorColumns.knowHow,
      externalMoney: real({
        meaning: 'outside money a year of the projects that the unit leads',
        unit: 'EUR/yr',
        range: [0, 1e13],
      }),
    },
    // The theory does not look at them: measures count staff and means in the bands of a survey.
    bands: bandColumns,
  },
  writes: {
    actors: {
      staff: actorColumns.staff,
      staffTradition: real({
        meaning: "ratio of the unit's staff to what the rule calls for",
        unit: '1',
        initial: 1,
        range: [0, 1e6],
        fixed: true,
      }),
    },
  },
  setup({ units, actors }, { parameters }) {
    const { staff, staffTradition } = actors
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const rule = calledFor(actors, i, parameters)
      if (staff[i] > 0 && rule > 0) staffTradition[i] = staff[i] / rule
      else staff[i] = rule
    }
  },
  step({ units, actors }, { dt, parameters }) {
    const { staff, staffTradition } = actors
    const toward = 1 - exp(-parameters.rate * dt)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const wanted = staffTradition[i] * calledFor(actors, i, parameters)
      staff[i] += toward * (wanted - staff[i])
    }
  },
})

interface Means {
  readonly endowment: Float64Array
  readonly knowHow: Float64Array
  readonly externalMoney: Float64Array
}

interface Weights {
  readonly usual: number
  readonly means: number
  readonly knowHow: number
  readonly projects: number
}

function calledFor(actors: Means, i: number, weights: Weights): number {
  const projects = (weights.projects * actors.externalMoney[i]) / 1e6
  if (actors.endowment[i] === 0) return projects
  const standing =
    weights.means * log(actors.endowment[i]) + weights.knowHow * (actors.knowHow[i] - 0.5)
  return weights.usual * exp(standing) + projects
}
