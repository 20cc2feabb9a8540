import { defineMeasure } from '../contract/index.js'
import { actorColumns, gateColumns, real, whole } from '../world/index.js'
import { copyOfColumn } from './copyOfColumn.js'

export const policy = copyOfColumn('states', 'policy', actorColumns.policy, 'Policy')
export const pressure = copyOfColumn(
  'states',
  'pressure',
  actorColumns.pressure,
  'Pressure on the centre',
)
export const blockage = copyOfColumn('states', 'blockage', actorColumns.blockage, 'Blockage')
export const line = copyOfColumn('states', 'line', actorColumns.line, "The executive's line")
export const foreignVoice = copyOfColumn(
  'states',
  'foreignVoice',
  real({ meaning: 'what the centre hears through allies abroad', unit: 'sd', per: 'issues' }),
  'Voice from abroad',
)

export const support = defineMeasure({
  name: 'support',
  title: 'Leaning of gates',
  meaning:
    'share of yes votes on a floor or assent; leaning of a committee, leader or executive in logits',
  unit: '1',
  of: ['gates', 'issues'],
  reads: { gates: { score: gateColumns.score } },
  observe({ gates, issues }, out, at) {
    for (let g = 0; g < gates.n; g++) {
      for (let q = 0; q < issues.n; q++) out[at + g * issues.n + q] = gates.score[q * gates.n + g]
    }
  },
})

export const gateOpen = defineMeasure({
  name: 'gateOpen',
  title: 'Gates that would let a bill pass',
  meaning: '1 where the gate would let a bill pass, 0 where it would not',
  unit: '1',
  whole: true,
  of: ['gates', 'issues'],
  reads: { gates: { open: gateColumns.open } },
  observe({ gates, issues }, out, at) {
    for (let g = 0; g < gates.n; g++) {
      for (let q = 0; q < issues.n; q++) out[at + g * issues.n + q] = gates.open[q * gates.n + g]
    }
  },
})

export const holding = defineMeasure({
  name: 'holding',
  title: 'Gate at which the bill waits',
  meaning:
    "1 where the state's bill waits at this gate and it is closed, 0 elsewhere and once there is a law",
  unit: '1',
  whole: true,
  of: ['gates', 'issues'],
  reads: {
    gates: { state: gateColumns.state, open: gateColumns.open },
    actors: {
      policy: actorColumns.policy,
      stage: whole({
        meaning: "how many gates the state's bill has passed",
        unit: 'gate',
        per: 'issues',
      }),
    },
  },
  observe(world, out, at) {
    const { n, gates, issues, actors, states } = world
    for (const s of states) {
      const path = world.gatesOf(s)
      for (let q = 0; q < issues.n; q++) {
        for (let stage = 0; stage < path.length; stage++) {
          const g = path[stage]
          const waits = actors.policy[q * n + s] < 1 && actors.stage[q * n + s] === stage
          out[at + g * issues.n + q] = waits && gates.open[q * gates.n + g] === 0 ? 1 : 0
        }
      }
    }
  },
})
