import { defineMechanism, number } from '../contract/index.js'
import { actorColumns } from '../world/index.js'

/** Means for external action: a yearly allowance, carried over up to a limit. Spending is up to those who act. */
export default defineMechanism({
  name: 'budgets',
  summary: 'Every unit gets a yearly allowance for external action and may save some of it.',
  source: 'INET 2021 (external action lives on a small yearly budget)',
  parameters: {
    carry: number({
      default: 2,
      range: [1, 4],
      limits: [0, 100],
      unit: 'allowance-year',
      meaning: 'most that a unit can save',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  writes: { actors: { budget: actorColumns.budget } },
  prepare({ units, actors: { budget } }, { parameters }) {
    for (const i of units) budget[i] = parameters.carry
  },
  step({ units, actors: { budget } }, { dt, parameters: { carry } }) {
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      budget[i] = Math.min(carry, budget[i] + dt)
    }
  },
})
