import { defineMechanism, number } from '../contract/index.js'
import { logistic, normalQuantile } from '../numeric/index.js'
import { actorColumns, issueColumns, real } from '../world/index.js'

/**
 * The value that a unit puts on action: V = β_H harm − β_C cost − β_J jobs + g + ξ, in logits, and its position
 * p = 2Λ(κV) − 1. ξ is drawn once a run and unit. The diffuse benefit g is what those who neither suffer nor pay
 * see in it; floors depend on it, so results should be shown with and without.
 */
export default defineMechanism({
  name: 'position',
  summary:
    'A unit favours action the more it is harmed and the less action costs it in money and jobs.',
  source:
    'Peltzman 1976 (political support); Mäler 1989 (net benefit); McFadden 1974 (random utility)',
  parameters: {
    harm: number({
      default: 1,
      range: [0.5, 2],
      limits: [0, 20],
      unit: 'logit/sd',
      meaning: 'weight of harm',
      source: 'Mäler 1989 gives the form',
      grade: 'assumed',
    }),
    cost: number({
      default: 0.7,
      range: [0.3, 1.5],
      limits: [0, 20],
      unit: 'logit/sd',
      meaning: 'weight of cost per head',
      source: 'Mäler 1989 gives the form',
      grade: 'assumed',
    }),
    jobs: number({
      default: 0.7,
      range: [0.3, 1.5],
      limits: [0, 20],
      unit: 'logit/sd',
      meaning: 'weight of jobs lost per head',
      source: 'Peltzman 1976 gives the form',
      grade: 'assumed',
    }),
    diffuse: number({
      default: 0.5,
      range: [0, 1],
      limits: [-5, 5],
      unit: 'logit',
      meaning: 'diffuse benefit of action that every unit sees',
      source: 'no figure known; without it floors hardly ever open',
      grade: 'assumed',
    }),
    heterogeneity: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 10],
      unit: 'logit',
      meaning: "standard deviation of a unit's unexplained leaning, drawn once a run",
      source: 'heterogeneity; no figure known',
      grade: 'assumed',
    }),
    precision: number({
      default: 1.5,
      range: [0.5, 3],
      limits: [0, 20],
      unit: '1',
      meaning: 'choice precision κ: how sharply value turns into position',
      source: 'McFadden 1974 gives the form',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: { harm: actorColumns.harm, cost: actorColumns.cost, jobs: actorColumns.jobs },
    issues: { costScale: issueColumns.costScale },
  },
  writes: {
    actors: {
      leaning: real({
        meaning: 'unexplained leaning toward action',
        unit: 'logit',
        range: [-100, 100],
        per: 'issues',
      }),
      value: actorColumns.value,
      position: actorColumns.position,
      costBurden: actorColumns.costBurden,
    },
    issues: { dollarValue: issueColumns.dollarValue, harmValue: issueColumns.harmValue },
  },
  setup({ n, units, issues, actors: { leaning } }, { draws, parameters: { heterogeneity } }) {
    for (let q = 0; q < issues.n; q++) {
      for (const i of units) {
        leaning[q * n + i] = heterogeneity * normalQuantile(Math.max(draws.at(i, q), 1e-16))
      }
    }
  },
  step({ n, units, issues, actors }, { parameters }) {
    const { harm, cost, jobs, leaning, value, position, costBurden } = actors
    for (let q = 0; q < issues.n; q++) {
      const scale = issues.costScale[q]
      issues.dollarValue[q] = scale > 0 ? parameters.cost / scale : 0
      issues.harmValue[q] = parameters.harm
      for (let k = 0; k < units.length; k++) {
        const i = q * n + units[k]
        costBurden[i] = parameters.cost * cost[i]
        const v =
          parameters.harm * harm[i] -
          costBurden[i] -
          parameters.jobs * jobs[i] +
          parameters.diffuse +
          leaning[i]
        value[i] = v
        position[i] = 2 * logistic(parameters.precision * v) - 1
      }
    }
  },
})
