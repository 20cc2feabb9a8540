import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import { actorColumns, instrumentColumns, issueColumns } from '../world/index.js'

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
    const { n, states, issues, actors, instruments, agreements, ties } = world
    const { policy, line } = actors
    const transport = ties.transport.values
    const chance = 1 - exp(-parameters.rounds * dt)
    for (const s of states) {
      for (const r of states) {
        if (s >= r) continue
        for (let q = 0; q < issues.n; q++) talk(q, s, r)
      }
    }

    function talk(q: number, s: number, r: number): void {
      const instrument = treaty()
      if (instrument < 0 || agreements.holds(instrument, q, s, r)) return
      // The pair has no order of its own: its chance must not follow the order of rows.
      const first = world.actors.ids[s] < world.actors.ids[r] ? s : r
      const second = first === s ? r : s
      if (draws.pair(first, second, q) >= chance) return
      if (line[q * n + s] < 0 || line[q * n + r] < 0) return
      const [benefitS, costS] = stakesOf(q, s, r)
      const [benefitR, costR] = stakesOf(q, r, s)
      const { assurance, freedom } = parameters
      let best = 0
      let mine = 0
      let theirs = 0
      for (let a = 0; a <= steps; a++) {
        for (let b = 0; b <= steps; b++) {
          const own = (policy[q * n + s] * a) / steps
          const other = (policy[q * n + r] * b) / steps
          const gainS = assurance * benefitS * other - freedom * costS * own * own
          const gainR = assurance * benefitR * own - freedom * costR * other * other
          if (gainS <= 0 || gainR <= 0 || gainS * gainR <= best) continue
          best = gainS * gainR
          mine = own
          theirs = other
        }
      }
      if (best === 0) return
      const row = agreements.propose({
        instrument,
        issue: q,
        day,
        parties: [s, r],
        commitment: Math.min(mine, theirs),
        effect: 0,
        appeal: 0,
      })
      agreements.conclude(row, day)
      events.add('signed', {
        agreement: row,
        actor: s,
        other: r,
        issue: q,
        value: best,
        reason: 'both states gain',
      })
    }

    /** The instrument of states, the first that is available. */
    function treaty(): number {
      for (let m = 0; m < instruments.n; m++) {
        if (instruments.level[m] === 1 && instruments.available[m] === 1) return m
      }
      return -1
    }

    /** A head of state s: benefit of the other's full programme, and cost of its own (both in logits). */
    function stakesOf(q: number, s: number, r: number): readonly [benefit: number, cost: number] {
      let benefit = 0
      let cost = 0
      let people = 0
      for (const i of world.unitsOf(s)) {
        let relief = 0
        for (const j of world.unitsOf(r)) {
          relief += transport[j * n + i] * actors.emissions[j] * actors.programmeCut[j]
        }
        const heads = actors.population[i]
        benefit += heads * issues.harmValue[q] * actors.harmSlope[q * n + i] * relief
        cost += heads * actors.costBurden[q * n + i]
        people += heads
      }
      return people > 0 ? [benefit / people, cost / people] : [0, 0]
    }
  },
})
