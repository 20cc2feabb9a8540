import { defineMechanism, number, onOff } from '../contract/index.js'
import { log, logistic, logit } from '../numeric/index.js'
import {
  actorColumns,
  chamberColumns,
  gateColumns,
  gateKinds,
  issueColumns,
  real,
  whole,
} from '../world/index.js'

const [committee, leader, floor, executive] = gateKinds.map((_, at) => at)
const lower = 1

/**
 * A bill passes its gates one by one: it becomes law only when every gate opens or is overridden, and whoever sets
 * the agenda may hold it for ever. A person opens a gate if V_home + party + θΠ + package > −τ; a committee by the
 * median of its members and its chair's line; an executive by its own line alone; a floor by the share of votes,
 * each delegation voting logistically with its unit's value and, in part, with its own president. A vote short of
 * its threshold may be bought: compensation for the programme's cost, though not for jobs, goes to the
 * cheapest votes, within a budget.
 */
export default defineMechanism({
  name: 'federalPolitics',
  summary:
    'Bills pass committee, leader, floors and executive in turn; each may hold them, some may be overridden or won over.',
  source:
    'Romer and Rosenthal 1978; Cox and McCubbins 2005 (agenda); Krehbiel 1998 (pivots); Groseclose and Snyder 1996 (vote buying)',
  parameters: {
    pressure: number({
      default: 0.5,
      range: [0, 1.5],
      limits: [0, 20],
      unit: 'logit/sd',
      meaning: 'effect of pressure on gates and votes θ',
      source: 'no figure known',
      grade: 'assumed',
    }),
    tolerance: number({
      default: 0.5,
      range: [0, 0.8],
      limits: [-10, 10],
      unit: 'logit',
      meaning: 'how far against action a holder may lean and still let a bill pass τ',
      source:
        'Cox and McCubbins give the form; at or above the line of an opposed executive it would abolish the veto',
      grade: 'assumed',
    }),
    party: number({
      default: 1,
      range: [0, 1.5],
      limits: [0, 20],
      unit: 'logit',
      meaning: "how far holders and committee members follow their own president's line",
      source: 'Cox and McCubbins 2005 give the form',
      grade: 'assumed',
    }),
    floorParty: number({
      default: 0.5,
      range: [0, 1],
      limits: [0, 20],
      unit: 'logit',
      meaning: "how far votes on the floor follow their own president's line",
      source: 'no figure known; without it early acts are common',
      grade: 'assumed',
    }),
    precision: number({
      default: 1.5,
      range: [0.5, 3],
      limits: [0, 20],
      unit: '1',
      meaning: 'choice precision κ of a vote',
      source: 'McFadden 1974 gives the form',
      grade: 'assumed',
    }),
    pace: number({
      default: 4,
      range: [2, 8],
      limits: [0, 400],
      unit: 'gate/yr',
      meaning: 'gates that take up a bill in a year',
      source: 'no figure known',
      grade: 'assumed',
    }),
    transfers: onOff({
      default: true,
      meaning: 'compensation may buy votes',
      source: 'Groseclose and Snyder 1996',
      grade: 'assumed',
    }),
    transferBudget: number({
      default: 0.2,
      range: [0, 0.5],
      limits: [0, 10],
      unit: '1',
      meaning: "compensation as a share of the programme's yearly cost",
      source: 'Groseclose and Snyder give the form',
      grade: 'assumed',
    }),
    bundling: onOff({
      default: true,
      meaning: 'an executive who favours action sponsors a package with other issues',
      source: 'the record of 1990: acid rain went with smog and toxics',
      grade: 'found',
    }),
    bundle: number({
      default: 0.3,
      range: [0, 0.6],
      limits: [0, 10],
      unit: 'logit',
      meaning: 'what a package adds at every gate but the executive',
      source: 'no figure known',
      grade: 'assumed',
    }),
    trading: onOff({
      default: true,
      meaning: "an executive's package lets allowances be traded",
      source: 'the record of 1990',
      grade: 'found',
    }),
    tradingSaving: number({
      default: 0.25,
      range: [0, 0.5],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of cost that trading saves',
      source: 'no figure in the evidence',
      grade: 'assumed',
    }),
  },
  reads: {
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
  },
  writes: {
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
  },
  step(world, { dt, day, draws, parameters, events }) {
    const { n, states, issues, actors, gates, seats } = world
    const { policy, adoptedOn, blockage, stage, heldBy, transfer, line } = actors
    const issueKeys = issues.keys

    for (let q = 0; q < issues.n; q++) {
      for (const s of states) {
        const path = world.gatesOf(s)
        if (path.length > 0 && hasProgramme(s)) politics(q, s, path)
      }
    }

    function politics(q: number, s: number, path: Int32Array): void {
      const at = q * n + s
      const sponsored = line[at] > 0
      let closed = 0
      let sessionEnds = false
      for (const g of path) {
        const score = scoreOf(g, q, s, sponsored)
        gates.score[q * gates.n + g] = score
        const open = opens(g, score)
        gates.open[q * gates.n + g] = open ? 1 : 0
        if (!open) closed++
        if (gates.renewal[g] === 1 && gates.kind[g] !== executive) sessionEnds = true
      }
      blockage[at] = closed / path.length
      if (policy[at] >= 1) return
      if (sessionEnds && stage[at] > 0) {
        events.add('billDied', {
          actor: s,
          issue: q,
          gate: path[stage[at]],
          reason: 'the session ended',
        })
        begin(q, s)
      }
      // Gates take bills up at random times at a constant pace, however long the tick.
      let time = 0
      for (let k = 0; ; k++) {
        const u = draws.keyed(
          issueKeys.hi[q] ^ world.actors.keys.hi[s],
          issueKeys.lo[q] ^ world.actors.keys.lo[s],
          k,
        )
        time += pace(path[stage[at]]) > 0 ? -log(Math.max(u, 1e-300)) / pace(path[stage[at]]) : dt
        if (time >= dt) return
        if (takeUp(q, s, path, sponsored)) return
      }
    }

    function pace(g: number): number {
      return gates.pace[g] > 0 ? gates.pace[g] : parameters.pace
    }

    /** The next gate considers the bill. True once it is law. */
    function takeUp(q: number, s: number, path: Int32Array, sponsored: boolean): boolean {
      const at = q * n + s
      const g = path[stage[at]]
      const passes = gates.open[q * gates.n + g] === 1
      if (!passes && !wonOver(g, q, s, sponsored) && !overridden(g, q, path)) {
        if (heldBy[at] !== g)
          events.add('billHeld', {
            actor: s,
            issue: q,
            gate: g,
            value: gates.score[q * gates.n + g],
            reason: 'the gate is closed',
          })
        heldBy[at] = g
        return false
      }
      if (gates.kind[g] === executive && !passes)
        events.add('vetoOverridden', { actor: s, issue: q, gate: g })
      events.add('billPassed', { actor: s, issue: q, gate: g, value: gates.score[q * gates.n + g] })
      stage[at]++
      if (stage[at] < path.length) return false
      policy[at] = 1
      // What a court has ordered keeps its deadlines.
      adoptedOn[at] = Math.min(adoptedOn[at], day)
      heldBy[at] = -1
      events.add('policyEnacted', {
        actor: s,
        issue: q,
        value: 1,
        reason: sponsored ? 'a package of the executive' : 'a bill of its own',
      })
      return true
    }

    function begin(q: number, s: number): void {
      stage[q * n + s] = 0
      for (const i of world.unitsOf(s)) transfer[q * n + i] = 0
    }

    function hasProgramme(s: number): boolean {
      for (const i of world.unitsOf(s)) if (actors.programmeCut[i] > 0) return true
      return false
    }

    /** Leaning of a unit's people in office, with what a package gives them. */
    function leaning(q: number, i: number, sponsored: boolean): number {
      const saved =
        sponsored && parameters.trading
          ? parameters.tradingSaving * actors.costBurden[q * n + i]
          : 0
      const bundle = sponsored && parameters.bundling ? parameters.bundle : 0
      const paid = compensation(q, i, transfer[q * n + i])
      return (
        actors.value[q * n + i] +
        saved +
        bundle +
        paid +
        parameters.pressure * actors.pressure[q * n + actors.state[i]]
      )
    }

    /** Value to a unit of so many million dollars a year. */
    function compensation(q: number, i: number, million: number): number {
      return (issues.dollarValue[q] * million * 1e6) / Math.max(1, actors.population[i])
    }

    function scoreOf(g: number, q: number, s: number, sponsored: boolean): number {
      const kind = gates.kind[g]
      const felt = parameters.pressure * actors.pressure[q * n + s]
      if (kind === executive) return gates.stance[g] + gates.disposition[g] + felt
      if (kind === leader) {
        const cue = sameParty(g, s) ? parameters.party * line[q * n + s] : 0
        return leaning(q, gates.home[g], sponsored) + cue + gates.stance[g] + gates.disposition[g]
      }
      if (kind === committee)
        return median(g, q, s, sponsored) + gates.stance[g] + gates.disposition[g]
      return voteShare(g, q, s, sponsored)
    }

    function opens(g: number, score: number): boolean {
      const kind = gates.kind[g]
      if (kind === executive || kind === leader || kind === committee)
        return score > -parameters.tolerance
      return score >= gates.threshold[g]
    }

    function presidentsParty(s: number): number {
      for (const g of world.gatesOf(s)) if (gates.kind[g] === executive) return gates.party[g]
      return -1
    }

    function sameParty(g: number, s: number): boolean {
      return gates.party[g] >= 0 && gates.party[g] === presidentsParty(s)
    }

    /** Share of a unit's delegation that is of the president's party. */
    function copartisans(g: number, i: number, s: number): number {
      const party = presidentsParty(s)
      const held = gates.chamber[g] === lower ? actors.lowerSeats : actors.upperSeats
      const all = seatsOf(g, i)
      return party >= 0 && all > 0 ? held[party * n + i] / all : 0
    }

    function seatsOf(g: number, i: number): number {
      if (gates.chamber[g] === 0) return actors.programmeCut[i] > 0 ? 1 : 0
      const held = gates.chamber[g] === lower ? actors.lowerSeats : actors.upperSeats
      let all = 0
      for (let at = i; at < held.length; at += n) all += held[at]
      return all
    }

    /** The member in the middle of a committee, by home unit and party. */
    function median(g: number, q: number, s: number, sponsored: boolean): number {
      const members: { readonly value: number; readonly weight: number }[] = []
      let total = 0
      for (let r = 0; r < seats.n; r++) {
        if (seats.gate[r] !== g || seats.members[r] === 0) continue
        const i = seats.unit[r]
        const cue = parameters.party * line[q * n + s] * copartisans(g, i, s)
        members.push({ value: leaning(q, i, sponsored) + cue, weight: seats.members[r] })
        total += seats.members[r]
      }
      if (members.length === 0) return leaning(q, gates.home[g], sponsored)
      members.sort((a, b) => a.value - b.value)
      let passed = 0
      for (const { value, weight } of members) {
        passed += weight
        if (passed * 2 >= total) return value
      }
      return members[members.length - 1].value
    }

    /** Chance that a vote of the unit's delegation is a yes. */
    function yes(
      g: number,
      q: number,
      i: number,
      s: number,
      sponsored: boolean,
      extra: number,
    ): number {
      const x = leaning(q, i, sponsored) + extra
      const mine = copartisans(g, i, s)
      const cue = parameters.floorParty * line[q * n + s]
      const { precision } = parameters
      return mine * logistic(precision * (x + cue)) + (1 - mine) * logistic(precision * x)
    }

    function voteShare(g: number, q: number, s: number, sponsored: boolean): number {
      let votes = 0
      let all = 0
      for (const i of world.unitsOf(s)) {
        const held = seatsOf(g, i)
        if (held === 0) continue
        votes += held * yes(g, q, i, s, sponsored, 0)
        all += held
      }
      return all > 0 ? votes / all : 0
    }

    /** Compensation that opens a closed floor, if the budget allows. Once promised it also counts at later gates. */
    function wonOver(g: number, q: number, s: number, sponsored: boolean): boolean {
      if (!parameters.transfers || gates.kind[g] !== floor) return false
      let money = -spent(q, s)
      for (const i of world.unitsOf(s)) money += parameters.transferBudget * actors.programmeCost[i]
      if (money <= 0 || issues.dollarValue[q] === 0) return false
      const buys = buyVotes(g, q, s, sponsored, money)
      for (const { unit, million } of buys) {
        transfer[q * n + unit] += million
        events.add('compensated', {
          actor: s,
          other: unit,
          issue: q,
          gate: g,
          value: million,
          reason: 'million USD a year',
        })
      }
      return buys.length > 0
    }

    function spent(q: number, s: number): number {
      let sum = 0
      for (const i of world.unitsOf(s)) sum += transfer[q * n + i]
      return sum
    }

    /** Compensation pays for what the programme costs, at most in full; it brings back no jobs. */
    function limit(q: number, i: number): number {
      return Math.max(0, actors.programmeCost[i] - transfer[q * n + i])
    }

    /** Yearly million dollars that raise a unit's leaning by so much. */
    function price(q: number, i: number, logits: number): number {
      return (logits * actors.population[i]) / (issues.dollarValue[q] * 1e6)
    }

    /** The cheapest votes first, each brought from no to indifference, until the floor opens; nothing if it cannot. */
    function buyVotes(
      g: number,
      q: number,
      s: number,
      sponsored: boolean,
      money: number,
    ): Purchase[] {
      const offers: (Purchase & { readonly votes: number })[] = []
      let all = 0
      for (const i of world.unitsOf(s)) {
        const held = seatsOf(g, i)
        all += held
        const now = yes(g, q, i, s, sponsored, 0)
        if (held === 0 || now >= 0.5) continue
        const short = -logit(now) / parameters.precision
        const votes = held * (yes(g, q, i, s, sponsored, short) - now)
        offers.push({ unit: i, million: price(q, i, short), votes })
      }
      offers.sort((a, b) => a.million / a.votes - b.million / b.votes || a.unit - b.unit)
      let missing = (gates.threshold[g] - gates.score[q * gates.n + g]) * all
      let left = money
      const bought: Purchase[] = []
      for (const offer of offers) {
        if (missing <= 0) break
        if (offer.million > Math.min(left, limit(q, offer.unit))) continue
        bought.push({ unit: offer.unit, million: offer.million })
        left -= offer.million
        missing -= offer.votes
      }
      return missing <= 0 ? bought : []
    }

    function overridden(g: number, q: number, path: Int32Array): boolean {
      if (gates.override[g] === 0) return false
      for (const other of path) {
        if (gates.kind[other] === floor && gates.score[q * gates.n + other] < gates.override[g])
          return false
      }
      return true
    }
  },
})

interface Purchase {
  readonly unit: number
  readonly million: number
}
