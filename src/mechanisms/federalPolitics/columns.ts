import type { WorldView } from '../../contract/index.js'
import {
  actorColumns,
  chamberColumns,
  gateColumns,
  issueColumns,
  real,
  type TableColumns,
  whole,
} from '../../world/index.js'

export const reads = {
  actors: {
    ...chamberColumns,
    population: actorColumns.population,
    programmeCut: actorColumns.programmeCut,
    programmeCost: actorColumns.programmeCost,
    costBurden: actorColumns.costBurden,
    value: actorColumns.value,
    line: actorColumns.line,
    pressure: actorColumns.pressure,
  },
  issues: { dollarValue: issueColumns.dollarValue },
  gates: {
    state: gateColumns.state,
    kind: gateColumns.kind,
    chamber: gateColumns.chamber,
    threshold: gateColumns.threshold,
    override: gateColumns.override,
    pace: gateColumns.pace,
    renewal: gateColumns.renewal,
    home: gateColumns.home,
    party: gateColumns.party,
    stance: gateColumns.stance,
    disposition: gateColumns.disposition,
  },
  seats: {
    gate: whole({ meaning: 'committee', unit: '1', references: 'gates', input: 'required' }),
    unit: whole({
      meaning: 'home unit of its members',
      unit: '1',
      references: 'actors',
      input: 'required',
    }),
    members: real({
      meaning: 'members from there',
      unit: 'person',
      range: [0, 1000],
      input: 'required',
    }),
  },
} as const satisfies TableColumns

export const writes = {
  gates: { score: gateColumns.score, open: gateColumns.open },
  actors: {
    policy: actorColumns.policy,
    adoptedOn: actorColumns.adoptedOn,
    blockage: actorColumns.blockage,
    stage: whole({
      meaning: "how many gates the state's bill has passed",
      unit: 'gate',
      range: [0, 1000],
      per: 'issues',
    }),
    heldBy: whole({
      meaning: "gate that last held the state's bill",
      unit: '1',
      references: 'gates',
      per: 'issues',
    }),
    transfer: real({
      meaning: 'compensation promised to the unit',
      unit: 'million USD/yr',
      range: [0, 1e6],
      per: 'issues',
    }),
  },
} as const satisfies TableColumns

/** The world as federal politics sees it. */
export type Arena = WorldView<typeof reads & typeof writes, Record<never, never>>
