import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import { actorColumns, issueColumns } from '../world/index.js'

/** Attention drifts toward what is at stake (harm, cost, standing interest and the motives of the day), and jumps when a dated report or crisis puts the issue before all. */
export default defineMechanism({
  name: 'salience',
  summary: "A unit's attention follows its stake, and jumps at dated reports.",
  source: 'Downs 1972 (issue-attention cycle); Baumgartner and Jones 1993 (punctuations)',
  parameters: {
    rate: number({
      default: 0.42,
      range: [0.2, 0.9],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which attention approaches the stake',
      source: '0.1 a quarter (0.05–0.2), as a continuous rate',
      grade: 'assumed',
    }),
    shock: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 10],
      unit: 'sd',
      meaning: 'jump of attention at a report of weight 1',
      source: 'Baumgartner and Jones 1993 give the form',
      grade: 'assumed',
    }),
    cost: number({
      default: 0.7,
      range: [0.3, 1.5],
      limits: [0, 20],
      unit: '1',
      meaning: 'weight of cost, and of jobs, in the stake; harm has weight 1',
      source: 'as in the position',
      grade: 'assumed',
    }),
    start: number({
      default: 0.05,
      range: [0, 1],
      limits: [0, 5],
      unit: '1',
      meaning: 'attention on the first day, as a share of the stake',
      source: 'set low so that the first memorandum does not come before 1981',
      grade: 'inferred',
    }),
  },
  reads: {
    actors: {
      harm: actorColumns.harm,
      cost: actorColumns.cost,
      jobs: actorColumns.jobs,
      interest: actorColumns.interest,
      motive: actorColumns.motive,
    },
    issues: { shock: issueColumns.shock },
  },
  writes: { actors: { salience: actorColumns.salience, stake: actorColumns.stake } },
  step({ n, units, issues, actors }, { tick, dt, parameters }) {
    const { harm, cost, jobs, interest, motive, stake, salience } = actors
    const approach = 1 - exp(-parameters.rate * dt)
    for (let q = 0; q < issues.n; q++) {
      const jump = parameters.shock * issues.shock[q]
      for (let k = 0; k < units.length; k++) {
        const i = q * n + units[k]
        const drawn = harm[i] + parameters.cost * (cost[i] + jobs[i]) + interest[i] + motive[i]
        stake[i] = Math.max(0, drawn)
        if (tick === 0) salience[i] = parameters.start * stake[i]
        salience[i] += approach * (stake[i] - salience[i]) + jump
      }
    }
  },
})
