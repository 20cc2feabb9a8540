import { defineMechanism, number } from '../contract/index.js'
import { actorColumns } from '../world/index.js'

/**
 * Means for external action: what a unit is endowed with, year by year, carried over up to a limit. Spending is up to
 * those who act. Means are counted in usual allowances; money tells them in euros.
 */
export default defineMechanism({
  name: 'budgets',
  summary: 'Every unit gets its yearly means for external action and may save some of them.',
  source: 'INET 2021 (external action lives on a small yearly budget)',
  parameters: {
    carry: number({
      default: 2,
      range: [1, 4],
      limits: [0, 100],
      unit: 'allowance-year',
      meaning: 'most that a unit can save, in years of its own means',
      source: 'no figure known',
      grade: 'assumed',
    }),
    allowance: number({
      default: 197000,
      range: [75000, 516000],
      limits: [1, 1e10],
      unit: 'EUR/allowance-year',
      meaning: 'money in a usual yearly allowance: for telling means in euros alone',
      source:
        'INET 2021, yearly budgets of 34 large French cities and groupings: median of the lognormal through the bands; the range is its middle half',
      grade: 'inferred',
    }),
  },
  reads: { actors: { endowment: actorColumns.endowment } },
  writes: {
    actors: { budget: actorColumns.budget, externalBudget: actorColumns.externalBudget },
  },
  prepare({ units, actors: { budget, endowment, externalBudget } }, { parameters }) {
    for (const i of units) {
      budget[i] = parameters.carry * endowment[i]
      externalBudget[i] = parameters.allowance * endowment[i]
    }
  },
  step({ units, actors: { budget, endowment, externalBudget } }, { dt, parameters }) {
    const { carry, allowance } = parameters
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      budget[i] = Math.min(carry * endowment[i], budget[i] + dt * endowment[i])
      externalBudget[i] = allowance * endowment[i]
    }
  },
})
