import { daysPerYear } from '../calendar/index.js'
import { defineMechanism, number } from '../contract/index.js'
import { gumbel } from '../numeric/index.js'
import { actorColumns, instrumentColumns, never, real, status, whole } from '../world/index.js'

/** Draws of a side in one evaluation of one agreement: one for each thing that can become of it. */
const forLapse = 0
const forRenewal = 1
const forChange = 2
const kinds = 3

/** What becomes of an agreement whose form does not last for ever; only this theory speaks of it. */
export const renewalColumns = {
  successor: whole({
    meaning: 'instrument that it may be turned into when it is evaluated; none: it may not',
    unit: '1',
    references: 'instruments',
    otherThan: 'id',
    input: 'optional',
  }),
  evaluation: real({
    meaning: 'years between two evaluations of one that has no term; 0: it is never evaluated',
    unit: 'yr',
    range: [0, 1000],
    input: 'optional',
  }),
} as const

/**
 * At the end of its term each agreement is evaluated: both sides ask what it has brought them, whether residents
 * stand behind it, whether they attend to its subject still, and whether there are means. They renew it, turn it into
 * another form (from protocol to a programme of work, say, which takes know-how), or leave it to lapse (random
 * utility). A change needs two that want it most, a renewal two that want it rather than nothing. An instrument
 * without a term may be evaluated on anniversaries instead.
 *
 * What is funded from outside for a term is not renewed, since the money has been spent; it may be turned into
 * something else.
 */
export default defineMechanism({
  name: 'renewal',
  summary:
    'At their term agreements are evaluated by both sides: renewed, turned into another form, or left to lapse.',
  source:
    'INET 2021 (three-year agreements of Toulouse with compulsory evaluation; mutual benefit replaces protocol twinning); McFadden 1974 (random utility)',
  odd: {
    prediction:
      'a side expects of an agreement what it has brought so far, and of its successor the same by what the successor yields',
  },
  parameters: {
    attachment: number({
      default: 1.5,
      range: [0, 3],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what going on is worth against letting lapse, before anything else counts',
      source: 'twinnings are hardly ever ended (EHNE, "Town Twinning"); no figure known',
      grade: 'assumed',
    }),
    change: number({
      default: -0.5,
      range: [-2, 1],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what the successor is worth against letting lapse, before anything else counts',
      source: 'INET 2021 gives the form',
      grade: 'assumed',
    }),
    benefit: number({
      default: 1,
      range: [0.3, 2],
      limits: [0, 20],
      unit: 'logit per year of usual contact',
      meaning: 'weight of what the agreement has brought and is still felt',
      source: 'INET 2021 gives the form',
      grade: 'assumed',
    }),
    attention: number({
      default: 1,
      range: [0, 2],
      limits: [0, 20],
      unit: 'logit/sd',
      meaning: 'weight of the attention that a side gives to the subject',
      source: 'Kingdon 1984 gives the form',
      grade: 'assumed',
    }),
    support: number({
      default: 2,
      range: [0, 4],
      limits: [0, 20],
      unit: 'logit',
      meaning: 'weight of the share of residents who approve, beyond a half',
      source: 'INET 2021 (acceptance by residents) gives the form',
      grade: 'assumed',
    }),
    means: number({
      default: 2,
      range: [0, 4],
      limits: [0, 20],
      unit: 'logit',
      meaning:
        "what a side that cannot pay any of the next year's upkeep wants it less than one that can pay all",
      source: 'INET 2021 (budgets as a brake) gives the form',
      grade: 'assumed',
    }),
    complexity: number({
      default: 4,
      range: [1, 8],
      limits: [0, 50],
      unit: 'logit',
      meaning: "weight of the know-how that a side lacks of what the successor's form takes",
      source: 'INET 2021 (complex forms want staff and experience) gives the form',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      salience: actorColumns.salience,
      budget: actorColumns.budget,
      knowHow: actorColumns.knowHow,
      support: actorColumns.support,
    },
    instruments: { ...instrumentColumns, ...renewalColumns },
  },
  step(world, { tick, day, timeline, draws, parameters, events }) {
    const { n, issues, actors, instruments, agreements } = world
    const { salience, budget, knowHow, support } = actors
    const yesterday = tick === 0 ? day : timeline.start(tick - 1)
    // Agreements that come of others stand at the end of the ledger and are no matter of this tick.
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (agreements.columns.status[a] !== status.inForce) continue
      if (instruments.level[agreements.columns.instrument[a]] !== 0) continue
      if (agreements.columns.endsOn[a] !== never) atTerm(a)
      else if (isAnniversary(a)) evaluate(a, 0, false)
    }

    /** A term shorter than a tick may end more than once in it. */
    function atTerm(a: number): void {
      const { columns: c } = agreements
      for (let turn = 0; c.status[a] === status.inForce && c.endsOn[a] <= day; turn++) {
        const ended = c.endsOn[a]
        evaluate(a, turn, true)
        if (agreements.columns.endsOn[a] === ended) return
      }
    }

    /** An anniversary on which one without a term is evaluated lies between the last tick's first day and this one's. */
    function isAnniversary(a: number): boolean {
      const { columns: c } = agreements
      const every = instruments.evaluation[c.instrument[a]] * daysPerYear
      if (every === 0 || c.inForceOn[a] > day) return false
      // Half a day, because anniversaries fall on whole days.
      const passed = Math.floor((day - c.inForceOn[a] + 0.5) / every)
      return passed > Math.floor((Math.max(0, yesterday - c.inForceOn[a]) + 0.5) / every)
    }

    function evaluate(a: number, turn: number, hasTerm: boolean): void {
      const { columns: c } = agreements
      const m = c.instrument[a]
      const next = instruments.successor[m]
      const subject = next < 0 ? -1 : subjectOfSuccessor(a, next)
      let allChange = subject >= 0
      let allWouldChange = subject >= 0
      const isFunded = c.call[a] >= 0
      let allRenew = !isFunded
      let unwilling = -1
      for (let p = 0; p < c.partyCount[a]; p++) {
        const i = agreements.party(a, p)
        const lapse = noise(a, p, turn, forLapse)
        const renewal = worthOfRenewal(a, i) + noise(a, p, turn, forRenewal)
        if (renewal <= lapse) {
          allRenew = false
          if (unwilling < 0 && !isFunded) unwilling = i
        }
        if (subject < 0) continue
        const changed = worthOfChange(a, i, next, subject) + noise(a, p, turn, forChange)
        allChange = allChange && changed > renewal && changed > lapse
        allWouldChange = allWouldChange && changed > lapse
      }
      if (allChange) transform(a, next, subject, 'both sides want more of it')
      else if (allRenew) renew(a, hasTerm)
      else if (allWouldChange) transform(a, next, subject, 'it would not have gone on as it was')
      else giveUp(a, whyNot(unwilling), hasTerm)
    }

    function whyNot(unwilling: number): string {
      if (unwilling < 0) return 'its money was for one term'
      return `${actors.ids[unwilling]} wants it no longer`
    }

    function worthOfRenewal(a: number, i: number): number {
      const { columns: c } = agreements
      return (
        parameters.attachment +
        parameters.benefit * c.benefit[a] +
        standing(i, c.instrument[a], c.issue[a])
      )
    }

    function worthOfChange(a: number, i: number, next: number, subject: number): number {
      const { columns: c } = agreements
      if (budget[i] < instruments.expense[next]) return Number.NEGATIVE_INFINITY
      const yields = instruments.yields[c.instrument[a]]
      const expected = yields > 0 ? c.benefit[a] * (instruments.yields[next] / yields) : 0
      const lacking = Math.max(0, instruments.complexity[next] - knowHow[i])
      return (
        parameters.change +
        parameters.benefit * expected +
        standing(i, next, subject) -
        parameters.complexity * lacking
      )
    }

    /** What subject, residents and means make of going on, in whatever form. */
    function standing(i: number, m: number, q: number): number {
      const upkeep = instruments.upkeep[m]
      const covered = upkeep > 0 ? Math.min(1, budget[i] / upkeep) : 1
      return (
        parameters.attention * salience[q * n + i] +
        parameters.support * (support[i] - 0.5) -
        parameters.means * (1 - covered)
      )
    }

    /** The subject to which both together attend most and which the successor does not cover yet; its own before others. */
    function subjectOfSuccessor(a: number, next: number): number {
      const { columns: c } = agreements
      if (instruments.available[next] === 0) return -1
      const i = agreements.party(a, 0)
      const j = agreements.party(a, 1)
      let best = -1
      let most = 0
      for (let at = 0; at < issues.n; at++) {
        // Its own subject comes first, the others in their order.
        const q = (c.issue[a] + at) % issues.n
        if (instruments.issue[next] >= 0 && instruments.issue[next] !== q) continue
        const attention = salience[q * n + i] + salience[q * n + j]
        if (best >= 0 && attention <= most) continue
        if (agreements.holds(next, q, i, j)) continue
        best = q
        most = attention
      }
      return best
    }

    /** Chance belongs to this side of this agreement, and to one thing that can become of it. */
    function noise(a: number, p: number, turn: number, kind: number): number {
      const { columns: c } = agreements
      const act = c.instrument[a] * issues.n + c.issue[a]
      const other = agreements.party(a, p === 0 ? 1 : 0)
      const k = (turn * instruments.n * issues.n + act) * kinds + kind
      return gumbel(draws.pair(agreements.party(a, p), other, k))
    }

    function renew(a: number, hasTerm: boolean): void {
      const { columns: c } = agreements
      if (hasTerm) {
        const term = c.term[a] > 0 ? c.term[a] : instruments.term[c.instrument[a]]
        c.endsOn[a] += Math.max(1, Math.round(term * daysPerYear))
      }
      c.renewals[a]++
      tell('renewed', a, 'both sides want it to go on', c.renewals[a])
    }

    function transform(a: number, next: number, subject: number, reason: string): void {
      const parties = Array.from({ length: agreements.columns.partyCount[a] }, (_, p) =>
        agreements.party(a, p),
      )
      const row = agreements.propose({
        instrument: next,
        issue: subject,
        day,
        parties,
        commitment: instruments.pledge[next],
        effect: instruments.effect[next],
        appeal: agreements.columns.appeal[a],
      })
      agreements.conclude(row, day)
      // Columns are taken anew: the new row may have made them grow.
      const { columns: c } = agreements
      c.contact[row] = c.contact[a]
      c.status[a] = status.expired
      c.endsOn[a] = Math.min(c.endsOn[a], day)
      tell('transformed', a, reason, row)
    }

    function giveUp(a: number, reason: string, hasTerm: boolean): void {
      const { columns: c } = agreements
      tell('notRenewed', a, reason, c.renewals[a])
      // One with a term is left to expire.
      if (hasTerm) return
      c.status[a] = status.terminated
      c.endsOn[a] = day
    }

    function tell(type: string, a: number, reason: string, value: number): void {
      events.add(type, {
        agreement: a,
        actor: agreements.party(a, 0),
        other: agreements.party(a, 1),
        issue: agreements.columns.issue[a],
        value,
        reason,
      })
    }
  },
})
