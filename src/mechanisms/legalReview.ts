import { defineMechanism, number } from '../contract/index.js'
import { verdicts as treatments } from '../law/index.js'
import { exp } from '../numeric/index.js'
import {
  actorColumns,
  code,
  gateColumns,
  gateKinds,
  instrumentColumns,
  status,
  whole,
} from '../world/index.js'

const floor = gateKinds.indexOf('floor')
const executive = gateKinds.indexOf('executive')
const daysPerYear = 365.2425

/**
 * What has been signed passes the law of each party's state. Acts that are free enter into force at once; acts that
 * need consent wait until the state's legislature takes them up; acts that are barred are void.
 */
export default defineMechanism({
  name: 'legalReview',
  summary:
    "Each signed act passes the law of its parties' states: free, reviewed by the legislature, or barred.",
  source:
    'Encyclopaedia "Paradiplomacy" (2019): only the internal law of a state decides what its units may conclude',
  parameters: {
    rate: number({
      default: 0.5,
      range: [0.1, 2],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which a legislature takes up a waiting act',
      source: 'no figure known; most acts are never taken up',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: { line: actorColumns.line },
    instruments: instrumentColumns,
    gates: { kind: gateColumns.kind, open: gateColumns.open },
    regimes: {
      state: whole({
        meaning: 'state whose law it is',
        unit: '1',
        references: 'actors',
        input: 'required',
      }),
      nonBinding: code({
        meaning: 'acts that do not bind',
        unit: '1',
        values: treatments,
        input: 'required',
      }),
      binding: code({
        meaning: 'acts that bind in law',
        unit: '1',
        values: treatments,
        input: 'required',
      }),
    },
  },
  step(world, { day, dt, draws, parameters, events }) {
    const { actors, instruments, gates, regimes, agreements } = world
    const { columns: c, parties } = agreements
    const takenUp = 1 - exp(-parameters.rate * dt)
    for (let a = 0; a < agreements.n; a++) {
      if (c.status[a] !== status.consented && c.status[a] !== status.underReview) continue
      const binding = instruments.binding[c.instrument[a]] === 1
      let verdict: 'free' | 'waits' | 'void' = 'free'
      for (let p = 0; p < c.partyCount[a]; p++) {
        const row = c.firstParty[a] + p
        if (parties.cleared[row] === 1) continue
        const answer = instruments.level[c.instrument[a]] === 1 ? 'free' : answerOf(a, p, binding)
        if (answer === 'free') parties.cleared[row] = 1
        else if (answer === 'void') verdict = 'void'
        else if (verdict === 'free') verdict = 'waits'
      }
      if (verdict === 'void') {
        c.status[a] = status.refused
        events.add('refused', {
          agreement: a,
          issue: c.issue[a],
          actor: agreements.party(a, 0),
          other: agreements.party(a, 1),
        })
      } else if (verdict === 'waits') {
        if (c.status[a] === status.consented) {
          events.add('reviewBegun', {
            agreement: a,
            issue: c.issue[a],
            actor: agreements.party(a, 0),
            other: agreements.party(a, 1),
          })
        }
        c.status[a] = status.underReview
      } else {
        c.status[a] = status.inForce
        c.inForceOn[a] = day
        const term = instruments.term[c.instrument[a]]
        if (term > 0) c.endsOn[a] = day + Math.round(term * daysPerYear)
        events.add('inForce', {
          agreement: a,
          issue: c.issue[a],
          actor: agreements.party(a, 0),
          other: agreements.party(a, 1),
        })
      }
    }

    function answerOf(a: number, p: number, binding: boolean): 'free' | 'waits' | 'void' {
      const actor = agreements.party(a, p)
      const state = actors.state[actor]
      const treatment = lawOf(state, binding)
      if (treatment === 'free') return 'free'
      if (treatment === 'barred') return 'void'
      const other = agreements.party(a, p === 0 ? 1 : 0)
      if (draws.pair(actor, other, c.instrument[a]) >= takenUp) return 'waits'
      return legislatureConsents(state, c.issue[a]) ? 'free' : 'void'
    }

    /** A state without an entry lets its units do as they like. */
    function lawOf(state: number, binding: boolean) {
      for (let r = 0; r < regimes.n; r++) {
        if (regimes.state[r] !== state) continue
        const regime = {
          nonBinding: treatments[regimes.nonBinding[r]],
          binding: treatments[regimes.binding[r]],
        }
        return binding ? regime.binding : regime.nonBinding
      }
      return 'free'
    }

    /** Every floor would let it pass, and the executive does not stand against. */
    function legislatureConsents(state: number, issue: number): boolean {
      for (const g of world.gatesOf(state)) {
        if (
          (gates.kind[g] === floor || gates.kind[g] === executive) &&
          gates.open[issue * gates.n + g] === 0
        )
          return false
      }
      return true
    }
  },
})
