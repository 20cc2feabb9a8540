import { choice, defineMechanism, number } from '../contract/index.js'
import { normalQuantile } from '../numeric/index.js'
import type { Draws } from '../random/index.js'
import {
  actorColumns,
  chamberColumns,
  type EventLog,
  gateColumns,
  gateKinds,
  holderColumns,
  partyColumns,
  real,
  type Table,
  type TableHead,
  type World,
} from '../world/index.js'

const executive = gateKinds.indexOf('executive')

/**
 * Who sits at each gate. By the calendar, the documented holders in turn; or drawn, where each renewal may bring a
 * new holder from a party and a home unit of the period, so that the calendar becomes one case among many.
 */
export default defineMechanism({
  name: 'officeHolders',
  summary: 'Fills the gates of federal politics, by the calendar or by drawn elections.',
  source: 'Tsebelis 2002 (veto players); Cox and McCubbins 2005 (office and agenda)',
  parameters: {
    holders: choice({
      default: 'calendar',
      values: ['calendar', 'drawn'],
      meaning: 'documented holders by date, or holders drawn at elections',
      source: 'design: the calendar is one case of an ensemble',
      grade: 'assumed',
    }),
    turnover: number({
      default: 0.4,
      range: [0.2, 0.6],
      limits: [0, 1],
      unit: '1/election',
      meaning: 'chance that a gate changes hands when its office is renewed (drawn holders)',
      source: 'no figure known',
      grade: 'assumed',
    }),
    disposition: number({
      default: 0.25,
      range: [0, 0.5],
      limits: [0, 5],
      unit: 'logit',
      meaning: "standard deviation of a holder's unexplained leaning, drawn once a holder",
      source: 'heterogeneity; no figure known',
      grade: 'assumed',
    }),
    stanceSpread: number({
      default: 0.5,
      range: [0.25, 1],
      limits: [0, 2],
      unit: '1',
      meaning:
        "standard deviation of an executive's line around the usual line of the party (drawn holders)",
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    holders: {
      office: holderColumns.office,
      home: holderColumns.home,
      party: holderColumns.party,
      stance: holderColumns.stance,
    },
    parties: partyColumns,
    actors: chamberColumns,
    gates: {
      state: gateColumns.state,
      kind: gateColumns.kind,
      scheduled: gateColumns.scheduled,
      renewal: gateColumns.renewal,
    },
  },
  writes: {
    gates: {
      home: gateColumns.home,
      party: gateColumns.party,
      stance: gateColumns.stance,
      disposition: gateColumns.disposition,
    },
    holders: {
      disposition: real({
        meaning: 'unexplained leaning of the person',
        unit: 'logit',
        range: [-20, 20],
      }),
    },
    actors: { line: actorColumns.line },
  },
  setup({ holders }, { draws, parameters }) {
    for (let h = 0; h < holders.n; h++) {
      const u = draws.keyed(holders.keys.hi[h], holders.keys.lo[h], 0)
      holders.disposition[h] = parameters.disposition * normalQuantile(inside(u))
    }
  },
  step(world, { tick, draws, parameters, events }) {
    const { n, gates, holders, actors, issues } = world
    for (let g = 0; g < gates.n; g++) {
      const drawn = parameters.holders === 'drawn' && tick > 0
      const h = gates.scheduled[g]
      if (!drawn) {
        if (h < 0) continue
        gates.home[g] = holders.home[h]
        gates.party[g] = holders.party[h]
        gates.stance[g] = holders.stance[h]
        gates.disposition[g] = holders.disposition[h]
        continue
      }
      if (h < 0 || gates.renewal[g] === 0) continue
      if (draws.keyed(gates.keys.hi[g], gates.keys.lo[g], 0) < parameters.turnover)
        elect(world, g, parameters, draws, events)
    }
    for (let g = 0; g < gates.n; g++) {
      if (gates.kind[g] !== executive) continue
      for (let q = 0; q < issues.n; q++) actors.line[q * n + gates.state[g]] = gates.stance[g]
    }
  },
})
/** What the helpers of a step see of the world. */
interface Offices extends Pick<World, 'n' | 'unitsOf'> {
  readonly gates: TableHead & {
    readonly state: Int32Array
    readonly kind: Uint8Array
    readonly home: Int32Array
    readonly party: Int32Array
    readonly stance: Float64Array
    readonly disposition: Float64Array
  }
  readonly parties: Table<typeof partyColumns>
  readonly actors: Table<typeof chamberColumns>
}

/** A new holder from a party and a home unit of the period. */
function elect(
  world: Offices,
  g: number,
  rules: { readonly stanceSpread: number; readonly disposition: number },
  draws: Draws,
  events: EventLog,
): void {
  const { gates, parties } = world
  const state = gates.state[g]
  const hi = gates.keys.hi[g]
  const lo = gates.keys.lo[g]
  const leads = gates.kind[g] === executive
  const party = leads
    ? drawRow(
        parties.n,
        (p) => (stands(world, p, state) ? parties.odds[p] : 0),
        draws.keyed(hi, lo, 1),
      )
    : majority(world, state)
  const units = world.unitsOf(state)
  const seatsAt = (k: number) => seats(world, units[k], party)
  const home = units[drawRow(units.length, seatsAt, draws.keyed(hi, lo, 2))]
  const usual =
    parties.stance[party] + rules.stanceSpread * normalQuantile(inside(draws.keyed(hi, lo, 3)))
  const stance = leads ? Math.max(-1, Math.min(1, usual)) : 0
  gates.home[g] = home
  gates.party[g] = party
  gates.stance[g] = stance
  gates.disposition[g] = rules.disposition * normalQuantile(inside(draws.keyed(hi, lo, 4)))
  events.add('holderDrawn', { gate: g, actor: home, value: stance, reason: parties.ids[party] })
}

function stands({ parties }: Offices, party: number, state: number): boolean {
  return parties.state[party] < 0 || parties.state[party] === state
}

function seats({ n, actors }: Offices, unit: number, party: number): number {
  return actors.lowerSeats[party * n + unit] + actors.upperSeats[party * n + unit]
}

/** The party with most seats: leaders and chairs come from it. */
function majority(world: Offices, state: number): number {
  let best = 0
  let most = -1
  for (let p = 0; p < world.parties.n; p++) {
    let held = 0
    for (const unit of world.unitsOf(state)) held += seats(world, unit, p)
    if (held > most) {
      most = held
      best = p
    }
  }
  return best
}

/** A row drawn in proportion to weights; uniformly where all weights are zero. */
function drawRow(n: number, weight: (row: number) => number, u: number): number {
  let total = 0
  for (let row = 0; row < n; row++) total += weight(row)
  if (total <= 0) return Math.min(n - 1, Math.floor(u * n))
  let left = u * total
  for (let row = 0; row < n; row++) {
    left -= weight(row)
    if (left < 0) return row
  }
  return n - 1
}

/** A uniform draw kept off 0, where the normal quantile is infinite. */
function inside(u: number): number {
  return Math.max(u, 1e-16)
}
