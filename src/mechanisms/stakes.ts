import { defineMechanism, number } from '../contract/index.js'
import { standardDeviation } from '../numeric/index.js'
import { actorColumns, issueColumns, real } from '../world/index.js'

const shortTonsPerKilotonne = 1102.3113

/**
 * What each unit stands to lose by inaction and by action, each divided by its standard deviation over units at the
 * start of the run: harm from deposition above what the land bears, cost of the programme per head, jobs per head.
 */
export default defineMechanism({
  name: 'stakes',
  summary:
    "Deposition above what the land bears does harm; the state's programme would cost money and jobs.",
  source: 'Mäler 1989 (damage and abatement cost); Peltzman 1976 (concentrated losses)',
  parameters: {
    threshold: number({
      default: 10,
      range: [8, 20],
      limits: [0.1, 100],
      unit: 'kg/ha/yr',
      meaning: 'deposition below which harm is zero',
      source:
        'later critical loads 8–10; 20 was the policy target of 1985 and would spare receptors that were hurt',
      grade: 'recalled',
    }),
    costSlope: number({
      default: 2850,
      range: [2200, 3500],
      limits: [0, 1e6],
      unit: 'USD of 1985 per short ton',
      meaning: 'slope of marginal cost γ in C = ½ γ E a²',
      source: 'Fay, Golomb and Gruhl 1983: USD 5–8 bn a year for 10 of 22.5 million short tons',
      grade: 'inferred',
    }),
    jobLoss: number({
      default: 0.25,
      range: [0.1, 0.35],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of high-sulphur mining jobs lost under the full programme',
      source: 'US EPA projection of 1990: 13,000–16,000 of about 65,000',
      grade: 'inferred',
    }),
  },
  reads: {
    actors: {
      population: actorColumns.population,
      baseEmissions: actorColumns.baseEmissions,
      programmeCut: actorColumns.programmeCut,
      deposition: actorColumns.deposition,
      sensitivity: actorColumns.sensitivity,
      highSulphurMiners: real({
        meaning: 'jobs in mines of high-sulphur coal',
        unit: 'job',
        range: [0, 1e7],
        input: 'optional',
      }),
      costFactor: real({
        meaning: 'cost of a cut relative to electric utilities',
        unit: '1',
        initial: 1,
        range: [0, 10],
        input: 'optional',
      }),
    },
  },
  writes: {
    actors: {
      harm: actorColumns.harm,
      harmSlope: actorColumns.harmSlope,
      cost: actorColumns.cost,
      jobs: actorColumns.jobs,
      programmeCost: actorColumns.programmeCost,
    },
    issues: {
      costScale: issueColumns.costScale,
      harmScale: real({
        meaning: 'standard deviation of harm over units at the start',
        unit: '1',
        range: [0, 1e9],
      }),
    },
  },
  prepare(world, { parameters }) {
    const { n, units, issues, actors } = world
    const costPerHead = new Float64Array(units.length)
    const jobsPerHead = new Float64Array(units.length)
    units.forEach((i, k) => {
      const cut = actors.programmeCut[i]
      const tons = actors.baseEmissions[i] * shortTonsPerKilotonne
      const dollars = 0.5 * parameters.costSlope * tons * cut * cut * actors.costFactor[i]
      const heads = Math.max(1, actors.population[i])
      actors.programmeCost[i] = dollars / 1e6
      costPerHead[k] = dollars / heads
      jobsPerHead[k] = (actors.highSulphurMiners[i] * parameters.jobLoss) / heads
    })
    const costScale = standardDeviation(costPerHead)
    const jobsScale = standardDeviation(jobsPerHead)
    for (let q = 0; q < issues.n; q++) {
      issues.costScale[q] = costScale
      units.forEach((i, k) => {
        actors.cost[q * n + i] = costScale > 0 ? costPerHead[k] / costScale : 0
        actors.jobs[q * n + i] = jobsScale > 0 ? jobsPerHead[k] / jobsScale : 0
      })
    }
  },
  step({ n, units, issues, actors }, { tick, parameters: { threshold } }) {
    const { deposition, sensitivity, harm, harmSlope } = actors
    for (let q = 0; q < issues.n; q++) {
      if (tick === 0) issues.harmScale[q] = spreadOfHarm(units, actors, threshold)
      const scale = issues.harmScale[q] > 0 ? 1 / issues.harmScale[q] : 0
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        harm[q * n + i] = rawHarm(sensitivity[i], deposition[i], threshold) * scale
        harmSlope[q * n + i] = deposition[i] > threshold ? (sensitivity[i] / threshold) * scale : 0
      }
    }
  },
})

/** Standard deviation of harm over units as they stand, before it is divided by that of the start. */
function spreadOfHarm(
  units: Int32Array,
  { sensitivity, deposition }: { sensitivity: Float64Array; deposition: Float64Array },
  threshold: number,
): number {
  return standardDeviation(
    Float64Array.from(units, (i) => rawHarm(sensitivity[i], deposition[i], threshold)),
  )
}

function rawHarm(sensitivity: number, deposition: number, threshold: number): number {
  return (sensitivity * Math.max(0, deposition - threshold)) / threshold
}
