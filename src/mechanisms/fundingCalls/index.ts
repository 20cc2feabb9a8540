import { daysPerYear } from '../../calendar/index.js'
import { defineMechanism } from '../../contract/index.js'
import { log, logistic, normalQuantile } from '../../numeric/index.js'
import {
  actorColumns,
  borderColumns,
  callColumns,
  callTally,
  instrumentColumns,
  real,
  status,
  whole,
} from '../../world/index.js'
import { parameters } from './parameters.js'
import { dayOfRound, firstRound } from './rounds.js'

/** Draws of an applicant in a round: whether it applies, how long and how large, and what the jury sees. */
const whether = 0
const length = 1
const size = 2
const jury = 3
/** … one for each issue to choose from, and one for each partner. */
const partnership = 4
const subject = 5

const earmark = callColumns.kind.values.indexOf('earmark')

/**
 * Programmes give money to units' projects abroad by calls with rules. A unit applies with a partner abroad that it
 * already has, or that it touches across a border. Whoever lacks staff and know-how for what an application takes
 * mostly excludes itself; whoever cannot bear its part of the cost, or handle the smallest grant, is excluded. Juries
 * rank applications by ability and by what chance shows them, until the envelope is spent. Projects granted enter the
 * ledger and pass the law as other acts do. An earmark is no competition: the law lets a unit spend a share of what it
 * raises for the issue at home. Money within reach draws those who could get it to the issue.
 */
export default defineMechanism({
  name: 'fundingCalls',
  summary:
    'Units that are able to apply for money under the rules of a programme; the best ranked get it for a project with a partner abroad.',
  source:
    'Oates 1999 (matching grants); INET 2021 (calls favour staffed and experienced applicants; small ones exclude themselves); EHNE (Interreg)',
  parameters,
  reads: {
    actors: {
      passive: actorColumns.passive,
      staff: actorColumns.staff,
      knowHow: actorColumns.knowHow,
      salience: actorColumns.salience,
      endowment: actorColumns.endowment,
      development: actorColumns.development,
      member: actorColumns.member,
      sectorBudget: actorColumns.sectorBudget,
    },
    instruments: instrumentColumns,
    calls: callColumns,
    borders: borderColumns,
  },
  writes: {
    actors: {
      motive: actorColumns.motive,
      budget: actorColumns.budget,
      externalMoney: real({
        meaning: 'outside money a year of the projects that the unit leads',
        unit: 'EUR/yr',
        range: [0, 1e13],
      }),
      earmarkedMoney: real({
        meaning: "money a year that the unit spends abroad out of its sectors' budgets",
        unit: 'EUR/yr',
        range: [0, 1e13],
      }),
      ownMoney: real({
        meaning: "the unit's own yearly means for external action",
        unit: 'EUR/yr',
        range: [0, 1e13],
      }),
      committedMoney: real({
        meaning: 'own money a year that is tied down in co-funding',
        unit: 'EUR/yr',
        range: [0, 1e13],
      }),
      applied: whole({ meaning: 'applications of the unit so far', unit: 'application' }),
    },
    calls: callTally,
  },
  step(world, { day, dt, tick, timeline, draws, parameters: p, events }) {
    const { n, units, issues, actors, instruments, calls, borders, agreements, scratch } = world
    const { state, active, passive, staff, knowHow, salience, endowment, budget, motive } = actors
    const { externalMoney, earmarkedMoney, committedMoney } = actors
    if (calls.n === 0) return
    const isUnit = scratch.wholes(n)
    for (let k = 0; k < units.length; k++) isUnit[units[k]] = active[units[k]]
    account()
    // Units that seek money at all, and what each can do, before what a call asks for.
    const seekers = scratch.wholes(units.length)
    const skill = scratch.reals(n)
    const drawn = scratch.reals(units.length)
    let seeking = 0
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      if (isUnit[i] === 0 || passive[i] === 1 || state[i] < 0) continue
      seekers[seeking++] = i
      skill[i] = p.ease + p.staff * log(1 + staff[i]) + p.knowHow * knowHow[i]
    }

    // What the applicants of one round ask for, by row of the actor; −1 where no partner has been found.
    const partner = scratch.wholes(n)
    const mayAsk = scratch.wholes(n)
    const chance = scratch.reals(n)
    const issueOf = scratch.wholes(n)
    const end = timeline.start(tick + 1)
    for (let c = 0; c < calls.n; c++) {
      if (!stands(c)) continue
      attract(c)
      let r = firstRound(calls.opens[c], calls.rounds[c], day)
      for (; dayOfRound(calls.opens[c], calls.rounds[c], r) < Math.min(end, calls.closes[c]); r++)
        hold(c, r)
    }

    /** Running projects take what was promised, and are what their leaders have at present. */
    function account(): void {
      for (let k = 0; k < units.length; k++) {
        externalMoney[units[k]] = 0
        earmarkedMoney[units[k]] = 0
        committedMoney[units[k]] = 0
        actors.ownMoney[units[k]] = endowment[units[k]] * p.allowance
      }
      const { columns: l } = agreements
      const live = agreements.living()
      for (let k = 0; k < live.n; k++) {
        const a = live.rows[k]
        if (l.call[a] < 0 || l.status[a] > status.inForce || l.status[a] === status.refused)
          continue
        // A project may live on; the money ends with the term that it was granted for.
        const runs = l.status[a] === status.inForce
        if (runs && l.inForceOn[a] + l.term[a] * daysPerYear <= day) continue
        const lead = agreements.party(a, 0)
        book(l.call[a], lead, agreements.party(a, 1), l.grant[a] / l.term[a])
        if (!runs) continue
        const own = (ownOf(l.call[a], l.grant[a]) / l.term[a]) * (dt / p.allowance)
        const second = agreements.party(a, 1)
        budget[lead] = Math.max(0, budget[lead] - own * (1 - p.partnerPart))
        budget[second] = Math.max(0, budget[second] - own * p.partnerPart)
      }
    }

    function book(c: number, lead: number, second: number, yearly: number): void {
      if (calls.kind[c] === earmark) {
        earmarkedMoney[lead] += yearly
        return
      }
      externalMoney[lead] += yearly
      committedMoney[lead] += ownOf(c, yearly) * (1 - p.partnerPart)
      committedMoney[second] += ownOf(c, yearly) * p.partnerPart
    }

    /** What the parties of a project add to a grant. */
    function ownOf(c: number, grant: number): number {
      return calls.kind[c] === earmark ? 0 : (grant * calls.ownShare[c]) / (1 - calls.ownShare[c])
    }

    function stands(c: number): boolean {
      if (calls.opens[c] >= end || calls.closes[c] <= day || calls.ownShare[c] >= 1) return false
      if (instruments.available[calls.instrument[c]] === 0) return false
      return calls.funder[c] < 0 || active[calls.funder[c]] === 1
    }

    /** Whether a call is open to one who seeks money. */
    function mayApply(c: number, i: number): boolean {
      if (calls.state[c] >= 0 && state[i] !== calls.state[c]) return false
      const group = calls.applicants[c] * n
      if (group < 0) return true
      return actors.member[group + i] === 1 || actors.member[group + state[i]] === 1
    }

    function mayPartner(c: number, i: number, j: number): boolean {
      if (isUnit[j] === 0 || state[j] < 0 || state[j] === state[i]) return false
      if (calls.partnerState[c] >= 0 && state[j] !== calls.partnerState[c]) return false
      return calls.partners[c] === 0 || calls.partners[c] === actors.development[j]
    }

    function ability(c: number, i: number): number {
      return skill[i] - calls.complexity[c]
    }

    /** Money within reach draws those who are able to apply, the more the larger it is beside their own. */
    function attract(c: number): void {
      if (p.pull === 0) return
      const q = calls.issue[c]
      const subjects = q >= 0 ? 1 : issues.n
      for (let k = 0; k < seeking; k++) {
        const i = seekers[k]
        drawn[k] = 0
        if (!mayApply(c, i)) continue
        const own = endowment[i] * p.allowance
        const most = reach(c, i, calls.years[c]) / calls.years[c]
        if (most > 0) drawn[k] = (p.pull * logistic(ability(c, i)) * most) / (most + own) / subjects
      }
      const from = q >= 0 ? q : 0
      for (let s = from; s < from + subjects; s++)
        for (let k = 0; k < seeking; k++) motive[s * n + seekers[k]] += drawn[k]
    }

    /** The most that a unit could ask for a project of so many years if it ran no other. */
    function reach(c: number, i: number, years: number): number {
      const ceiling = calls.largest[c] > 0 ? calls.largest[c] : Number.POSITIVE_INFINITY
      if (calls.kind[c] === earmark)
        return Math.min(ceiling, calls.earmark[c] * sectors(c, i) * years)
      return Math.min(ceiling, p.absorption * endowment[i] * p.allowance * years)
    }

    /** What the unit raises for the issue at home; for all that is given where the earmark names no issue. */
    function sectors(c: number, i: number): number {
      if (calls.issue[c] >= 0) return actors.sectorBudget[calls.issue[c] * n + i]
      let all = 0
      for (let q = 0; q < issues.n; q++) all += actors.sectorBudget[q * n + i]
      return all
    }

    /** One round of a call: partners, applications, ranking, grants. */
    function hold(c: number, r: number): void {
      findPartners(c, r)
      const applications: Application[] = []
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        if (partner[i] < 0) continue
        const able = ability(c, i)
        const willing = able + p.attention * salience[issueOf[i] * n + i]
        if (draw(c, r, i, whether) >= logistic(willing)) continue
        const years = calls.years[c] * (0.5 + 0.5 * draw(c, r, i, length))
        const most = affordable(c, i, partner[i], years)
        if (!(most > 0) || most < calls.smallest[c]) continue
        const amount = calls.smallest[c] + draw(c, r, i, size) * (most - calls.smallest[c])
        const luck = p.luck * normalQuantile(Math.max(1e-12, draw(c, r, i, jury)))
        applications.push({ i, years, amount, merit: able + luck })
        actors.applied[i]++
      }
      if (applications.length === 0) return
      calls.applied[c] += applications.length
      events.add('applied', {
        actor: calls.funder[c],
        issue: calls.issue[c],
        value: applications.length,
        reason: calls.ids[c],
      })
      award(c, applications)
    }

    function award(c: number, applications: Application[]): void {
      const ranked = calls.kind[c] !== earmark && calls.envelope[c] > 0
      let left = ranked ? calls.envelope[c] / calls.rounds[c] : Number.POSITIVE_INFINITY
      if (ranked) applications.sort((a, b) => b.merit - a.merit || a.i - b.i)
      for (const { i, years, amount, merit } of applications) {
        // An earlier grant of this round may have used up what the two can bear.
        if (amount > left || amount > affordable(c, i, partner[i], years)) continue
        const instrument = calls.instrument[c]
        if (agreements.holds(instrument, issueOf[i], i, partner[i])) continue
        left -= amount
        const row = agreements.propose({
          instrument,
          issue: issueOf[i],
          day,
          parties: [i, partner[i]],
          commitment: instruments.pledge[instrument],
          effect: instruments.effect[instrument],
          appeal: merit,
          grant: amount,
          call: c,
          term: years,
        })
        agreements.conclude(row, day)
        book(c, i, partner[i], amount / years)
        calls.granted[c]++
        calls.paid[c] += amount
        events.add('funded', {
          actor: i,
          other: partner[i],
          agreement: row,
          issue: issueOf[i],
          value: amount,
          reason: calls.ids[c],
        })
      }
    }

    /** The most that the two can ask for beside what they have promised elsewhere. */
    function affordable(c: number, i: number, j: number, years: number): number {
      if (calls.kind[c] === earmark) return reach(c, i, years) - earmarkedMoney[i] * years
      const free = reach(c, i, years) - externalMoney[i] * years
      const own = calls.ownShare[c]
      if (own === 0) return free
      // Euros of grant for each euro of co-funding.
      const each = ((1 - own) / own) * years
      const first = bears(i) / (1 - p.partnerPart)
      const second = p.partnerPart > 0 ? bears(j) / p.partnerPart : Number.POSITIVE_INFINITY
      return Math.min(free, each * first, each * second)
    }

    /** Euros a year that a unit can still tie down, of which the first year must be in hand. */
    function bears(i: number): number {
      const room = p.strain * endowment[i] * p.allowance - committedMoney[i]
      return Math.max(0, Math.min(room, budget[i] * p.allowance))
    }

    /** Fills `partner` and `issueOf` for all who may apply and have somebody to apply with. */
    function findPartners(c: number, r: number): void {
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        partner[i] = -1
        chance[i] = -1
        mayAsk[i] = 0
      }
      for (let k = 0; k < seeking; k++) {
        const i = seekers[k]
        if (!mayApply(c, i)) continue
        mayAsk[i] = 1
        issueOf[i] = subjectOf(c, r, i)
      }
      for (let b = 0; b < borders.n; b++) {
        offer(c, r, borders.first[b], borders.second[b])
        offer(c, r, borders.second[b], borders.first[b])
      }
      if (calls.neighbours[c] === 1) return
      const { columns: l, parties } = agreements
      const live = agreements.living()
      for (let k = 0; k < live.n; k++) {
        const a = live.rows[k]
        if (l.status[a] !== status.inForce || l.partyCount[a] !== 2) continue
        const i = parties.actor[l.firstParty[a]]
        const j = parties.actor[l.firstParty[a] + 1]
        offer(c, r, i, j)
        offer(c, r, j, i)
      }
    }

    /** Every partner has one lot, however many ties there are. */
    function offer(c: number, r: number, i: number, j: number): void {
      if (mayAsk[i] === 0 || partner[i] === j || !mayPartner(c, i, j)) return
      const u = drawPair(c, r, i, j)
      if (u <= chance[i] || agreements.holds(calls.instrument[c], issueOf[i], i, j)) return
      chance[i] = u
      partner[i] = j
    }

    /** The issue of the call; where it has none, one of those that the unit attends to. */
    function subjectOf(c: number, r: number, i: number): number {
      if (calls.issue[c] >= 0) return calls.issue[c]
      let all = 0
      for (let q = 0; q < issues.n; q++) all += salience[q * n + i]
      let left = draw(c, r, i, subject) * all
      for (let q = 0; q < issues.n - 1; q++) {
        left -= salience[q * n + i]
        if (left < 0) return q
      }
      return issues.n - 1
    }

    function draw(c: number, r: number, i: number, k: number): number {
      const { hi, lo } = calls.keys
      return draws.keyed(hi[c] ^ actors.keys.hi[i], lo[c] ^ actors.keys.lo[i], 8 * r + k)
    }

    function drawPair(c: number, r: number, i: number, j: number): number {
      const { hi, lo } = actors.keys
      const a = calls.keys.hi[c] ^ hi[i] ^ ((hi[j] << 1) | (hi[j] >>> 31))
      const b = calls.keys.lo[c] ^ lo[i] ^ ((lo[j] << 1) | (lo[j] >>> 31))
      return draws.keyed(a, b, 8 * r + partnership)
    }
  },
})

interface Application {
  readonly i: number
  readonly years: number
  readonly amount: number
  readonly merit: number
}
