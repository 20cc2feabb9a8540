import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import {
  actorColumns,
  instrumentColumns,
  issueColumns,
  type Table,
  type World,
} from '../world/index.js'

const steps = 4

/**
 * States bargain over mutual commitments. What a state can promise is bounded by its own law (Putnam's win-set); what
 * it gains is the assurance of the other's cut, less the freedom to undo its own. Of the levels on a grid, the pair
 * with the largest product of gains is signed, if both gain (Nash), and if neither executive stands against.
 *
 * Once both have laws an agreement follows nearly mechanically: it is no independent evidence for anything.
 */
export default defineMechanism({
  name: 'interstateBargaining',
  summary: 'States whose laws allow it promise each other what they have enacted, if both gain.',
  source: 'Nash 1950; Putnam 1988 (two-level games); Mäler 1989 (gains)',
  parameters: {
    rounds: number({
      default: 1,
      range: [0.4, 2],
      limits: [0, 100],
      unit: '1/yr',
      meaning: 'rounds of talks, a pair of states',
      source: '0.25 a quarter (0.1–0.5)',
      grade: 'assumed',
    }),
    assurance: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 1],
      unit: '1',
      meaning: "share of the benefit of the other's cut that a promise adds",
      source: 'no figure known',
      grade: 'assumed',
    }),
    freedom: number({
      default: 0.05,
      range: [0, 0.2],
      limits: [0, 1],
      unit: '1',
      meaning:
        'share of the cost of its own cut that a promise adds, by taking away the freedom to undo it',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      population: actorColumns.population,
      emissions: actorColumns.emissions,
      programmeCut: actorColumns.programmeCut,
      harmSlope: actorColumns.harmSlope,
      costBurden: actorColumns.costBurden,
      policy: actorColumns.policy,
      line: actorColumns.line,
    },
    issues: { harmValue: issueColumns.harmValue },
    instruments: instrumentColumns,
  },
  ties: {
    transport: {
      shape: 'matrix',
      meaning: 'deposition at the second unit for each unit of emission of the first',
      unit: 'kg/ha/yr per kt/yr',
    },
  },
  step(world, { dt, day, draws, parameters, events }) {
    const { n, states, issues, agreements, actors } = world
    const { ids, line } = actors
    const instrument = treaty(world.instruments)
    if (instrument < 0) return
    const chance = 1 - exp(-parameters.rounds * dt)
    for (const s of states) {
      for (const r of states) {
        if (s >= r) continue
        // The pair has no order of its own: its chance must not follow the order of rows.
        const first = ids[s] < ids[r] ? s : r
        const second = first === s ? r : s
        for (let q = 0; q < issues.n; q++) {
          if (agreements.holds(instrument, q, s, r)) continue
          if (draws.pair(first, second, q) >= chance) continue
          if (line[q * n + s] < 0 || line[q * n + r] < 0) continue
          const bargain = nashBargain(world, parameters, q, s, r)
          if (bargain === undefined) continue
          const row = agreements.propose({
            instrument,
            issue: q,
            day,
            parties: [s, r],
            commitment: bargain.commitment,
            effect: 0,
            appeal: 0,
          })
          agreements.conclude(row, day)
          events.add('signed', {
            agreement: row,
            actor: s,
            other: r,
            issue: q,
            value: bargain.product,
            reason: 'both states gain',
          })
        }
      }
    }
  },
})

/** What the helpers of a step see of the world. */
interface Talks extends Pick<World, 'n' | 'unitsOf' | 'scratch'> {
  readonly actors: {
    readonly population: Float64Array
    readonly emissions: Float64Array
    readonly programmeCut: Float64Array
    readonly harmSlope: Float64Array
    readonly costBurden: Float64Array
    readonly policy: Float64Array
  }
  readonly issues: { readonly harmValue: Float64Array }
  readonly ties: { readonly transport: { readonly values: Float64Array } }
}

/** The instrument of states, the first that is available. */
function treaty({ n, level, available }: Table<typeof instrumentColumns>): number {
  for (let m = 0; m < n; m++) if (level[m] === 1 && available[m] === 1) return m
  return -1
}

/** The levels with the largest product of gains; none if there are none by which both states gain. */
function nashBargain(
  world: Talks,
  { assurance, freedom }: { readonly assurance: number; readonly freedom: number },
  q: number,
  s: number,
  r: number,
): { readonly product: number; readonly commitment: number } | undefined {
  const { n, scratch } = world
  const { policy } = world.actors
  const [benefitS, costS] = stakesOf(world, q, s, r, scratch.reals(2))
  const [benefitR, costR] = stakesOf(world, q, r, s, scratch.reals(2))
  let product = 0
  let commitment = 0
  for (let a = 0; a <= steps; a++) {
    for (let b = 0; b <= steps; b++) {
      const own = (policy[q * n + s] * a) / steps
      const other = (policy[q * n + r] * b) / steps
      const gainS = assurance * benefitS * other - freedom * costS * own * own
      const gainR = assurance * benefitR * own - freedom * costR * other * other
      if (gainS <= 0 || gainR <= 0 || gainS * gainR <= product) continue
      product = gainS * gainR
      commitment = Math.min(own, other)
    }
  }
  return product === 0 ? undefined : { product, commitment }
}

/** A head of state s: benefit of the other's full programme, and cost of its own (both in logits), into `out`. */
function stakesOf(world: Talks, q: number, s: number, r: number, out: Float64Array): Float64Array {
  const { n, issues } = world
  const { population, emissions, programmeCut, harmSlope, costBurden } = world.actors
  const transport = world.ties.transport.values
  const own = world.unitsOf(s)
  const others = world.unitsOf(r)
  let benefit = 0
  let cost = 0
  let people = 0
  for (let k = 0; k < own.length; k++) {
    const i = own[k]
    let relief = 0
    for (let l = 0; l < others.length; l++) {
      const j = others[l]
      relief += transport[j * n + i] * emissions[j] * programmeCut[j]
    }
    const heads = population[i]
    benefit += heads * issues.harmValue[q] * harmSlope[q * n + i] * relief
    cost += heads * costBurden[q * n + i]
    people += heads
  }
  out[0] = people > 0 ? benefit / people : 0
  out[1] = people > 0 ? cost / people : 0
  return out
}
