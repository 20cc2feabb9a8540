import { daysPerYear } from '../../calendar/index.js'
import type { Context } from '../../contract/index.js'
import { type Evasion, evasions, silences, stepKinds } from '../../law/index.js'
import { isOpenToUnits, legalPath, never, status } from '../../world/index.js'
import type { LegalWorld } from './columns.js'
import { Docket } from './docket.js'
import { daysToDecision, letsPass, waitOf } from './organs.js'
import type { parameters } from './parameters.js'

const approved = silences.indexOf('approved')
const refused = silences.indexOf('refused')

/** Purposes of a draw; each case and step has an address of its own for each. */
export const purposes = [
  'comply',
  'time',
  'decide',
  'informal',
  'notice',
  'found',
  'sequel',
  'ask',
] as const

export type Purpose = (typeof purposes)[number]

/** Most steps or sequels that the addresses of draws leave room for. */
const room = 32

export type LegalContext = Context<typeof parameters>

/** The course of cases within one tick. Keeps nothing: all that lasts is in the ledger and the counters of steps. */
export class Proceedings {
  readonly docket: Docket
  private readonly fresh: number[] = []
  /** Cases that wait at each organ, by organ and the row of the state or unit whose it is; empty where load does not count. */
  private readonly load: Int32Array

  constructor(
    readonly world: LegalWorld,
    readonly context: LegalContext,
  ) {
    this.docket = new Docket(world)
    const { agreements, legalOrgans, n, scratch } = world
    this.load = scratch.wholes(context.parameters.load === 0 ? 0 : legalOrgans.n * n)
    if (this.load.length === 0) return
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const first = agreements.columns.firstParty[live.rows[l]]
      const count = agreements.columns.partyCount[live.rows[l]]
      for (let row = first; row < first + count; row++) this.countAt(row, 1)
    }
  }

  /** Opens a case for each party of an act that has been signed. */
  file(agreement: number, day: number): void {
    this.fresh.push(agreement)
    this.openFresh(day)
  }

  /** Moves a waiting case on its day. */
  advance(a: number, p: number, day: number): void {
    this.move(a, p, day)
    this.openFresh(day)
  }

  /** Opens what has been signed, and what has come of it instead. */
  private openFresh(day: number): void {
    for (let next = this.fresh.pop(); next !== undefined; next = this.fresh.pop())
      this.open(next, day)
  }

  private open(a: number, day: number): void {
    // Columns are taken anew: an act in another's place may have made them grow.
    const { agreements } = this.world
    const count = agreements.columns.partyCount[a]
    for (let p = 0; p < count && agreements.columns.status[a] === status.consented; p++)
      this.openSide(a, p, day)
    if (agreements.columns.status[a] !== status.consented) return
    if (this.isCleared(a)) this.enter(a, day)
    else {
      agreements.columns.status[a] = status.underReview
      this.tell('reviewBegun', a, this.firstWaiting(a), day)
    }
  }

  private openSide(a: number, p: number, day: number): void {
    const { agreements } = this.world
    const { columns: c } = agreements
    const row = c.firstParty[a] + p
    const { parties } = agreements
    const finding = this.docket.find(a, p, day)
    if (finding === undefined) {
      this.clear(row, legalPath.free)
      return
    }
    parties.rule[row] = finding.rule
    const { answer, rule } = finding
    const evasion = rule < 0 ? undefined : this.evasion(a, p, rule)
    switch (answer.verdict) {
      case 'free':
        if (evasion === 'blocked') this.refuse(a, p, day, 'blocked', 'its right stays on paper')
        else this.clear(row, legalPath.free)
        return
      case 'reviewed':
        if (evasion === undefined) this.openStep(a, p, this.firstStep(rule), day)
        else this.evade(a, p, day, evasion, 'its steps were not taken')
        return
      case 'barred':
        if (evasion === 'breach') this.evade(a, p, day, evasion, 'it went ahead though barred')
        else this.refuse(a, p, day, 'barred', 'the law bars it', evasion === 'informal')
    }
  }

  /** What becomes of an act that does not go as the rule says; undefined if it does. */
  private evasion(a: number, p: number, rule: number): Evasion | undefined {
    const { legalRules } = this.world
    if (!this.context.parameters.practice) return undefined
    if (this.draw(a, p, 0, 'comply') < legalRules.compliance[rule]) return undefined
    return evasions[legalRules.otherwise[rule]]
  }

  private evade(a: number, p: number, day: number, evasion: Evasion, why: string): void {
    if (evasion !== 'breach') {
      const informal = evasion === 'informal'
      this.refuse(a, p, day, informal ? 'unsubmitted' : 'blocked', why, informal)
      return
    }
    const { legalRules, legalSteps, agreements } = this.world
    const row = agreements.columns.firstParty[a] + p
    const rule = agreements.parties.rule[row]
    this.clear(row, legalPath.breach)
    for (let s = 0; s < legalSteps.n; s++) if (legalSteps.rule[s] === rule) legalSteps.skipped[s]++
    this.tell('breached', a, p, day, why)
    if (this.draw(a, p, 0, 'found') >= legalRules.enforcement[rule]) return
    agreements.parties.due[row] =
      day + waitOf(this.context.parameters.watch, this.draw(a, p, 0, 'notice'))
  }

  /** The organ that comes next gets the case, and has until its deadline. */
  private openStep(a: number, p: number, step: number, day: number): void {
    const { legalSteps, agreements } = this.world
    const { parties, columns: c } = agreements
    const row = c.firstParty[a] + p
    this.leaveStep(row)
    const waiting = this.waitingAt(row, step)
    const u = this.draw(a, p, this.position(step), 'time')
    const kind = stepKinds[legalSteps.kind[step]]
    parties.step[row] = step
    this.countAt(row, 1)
    parties.opened[row] = day
    parties.acts[row] = day + daysToDecision(kind, waiting, this.context.parameters, u)
    parties.due[row] = legalSteps.days[step] > 0 ? day + legalSteps.days[step] : never
  }

  /** The day on which a waiting case moves next: its organ acts, or its deadline passes and silence says something. */
  dueDay(row: number): number {
    const { parties } = this.world.agreements
    const step = parties.step[row]
    if (step < 0) return never
    const silence = this.world.legalSteps.silence[step]
    const speaks = silence === approved || silence === refused
    return speaks ? Math.min(parties.acts[row], parties.due[row]) : parties.acts[row]
  }

  private move(a: number, p: number, day: number): void {
    const { legalSteps, agreements } = this.world
    const { parties, columns: c } = agreements
    const row = c.firstParty[a] + p
    const step = parties.step[row]
    const wait = day - parties.opened[row]
    legalSteps.longest[step] = Math.max(legalSteps.longest[step], wait)
    if (parties.acts[row] > day) {
      legalSteps.silent[step]++
      if (legalSteps.silence[step] === refused) {
        this.refuse(a, p, day, 'refused', `${this.stepName(step)}: silence by the deadline`)
        return
      }
      parties.path[row] = legalPath.silence
      this.tell('silence', a, p, day, this.stepName(step), wait)
    } else {
      const lets = letsPass(
        this.world,
        this.matter(a, p, step, day),
        this.context.parameters,
        this.draw(a, p, this.position(step), 'decide'),
      )
      if (!lets) {
        legalSteps.refused[step]++
        this.refuse(a, p, day, 'refused', this.stepName(step))
        return
      }
      legalSteps.passed[step]++
      this.tell('stepPassed', a, p, day, this.stepName(step), wait)
    }
    const next = step + 1
    if (next < legalSteps.n && legalSteps.rule[next] === legalSteps.rule[step]) {
      this.openStep(a, p, next, day)
      return
    }
    this.clear(
      row,
      parties.path[row] === legalPath.silence ? legalPath.silence : legalPath.approved,
    )
    if (this.isCleared(a)) this.enter(a, day)
  }

  private clear(row: number, path: number): void {
    const { parties } = this.world.agreements
    parties.cleared[row] = 1
    parties.path[row] = path
    this.leaveStep(row)
    parties.acts[row] = never
    parties.due[row] = never
  }

  private enter(a: number, day: number): void {
    const { agreements, instruments } = this.world
    const { columns: c } = agreements
    c.status[a] = status.inForce
    c.inForceOn[a] = day
    const term = c.term[a] > 0 ? c.term[a] : instruments.term[c.instrument[a]]
    if (term > 0) c.endsOn[a] = day + Math.round(term * daysPerYear)
    this.tell('inForce', a, 0, day, this.rulesOf(a), day - c.proposedOn[a])
  }

  private refuse(
    a: number,
    p: number,
    day: number,
    type: string,
    why: string,
    surely = false,
  ): void {
    const { agreements } = this.world
    const { columns: c, parties } = agreements
    c.status[a] = status.refused
    for (let k = 0; k < c.partyCount[a]; k++) {
      this.leaveStep(c.firstParty[a] + k)
      parties.acts[c.firstParty[a] + k] = never
      parties.due[c.firstParty[a] + k] = never
    }
    this.tell(type, a, p, day, why)
    const { informal } = this.context.parameters
    if (surely || this.draw(a, p, 0, 'informal') < informal) this.replace(a, p, day)
  }

  /** The parties do in a form that binds nobody, and is theirs to choose, what they could not do in one that binds. */
  private replace(a: number, p: number, day: number): void {
    const { agreements, instruments } = this.world
    const { columns: c } = agreements
    if (instruments.binding[c.instrument[a]] === 0 || instruments.level[c.instrument[a]] !== 0)
      return
    const first = agreements.party(a, 0)
    const second = agreements.party(a, 1)
    let cheapest = -1
    for (let m = 0; m < instruments.n; m++) {
      if (instruments.binding[m] === 1 || !isOpenToUnits(instruments, m)) continue
      if (agreements.holds(m, c.issue[a], first, second)) continue
      if (cheapest < 0 || instruments.cost[m] < instruments.cost[cheapest]) cheapest = m
    }
    if (cheapest < 0) return
    const parties = Array.from({ length: c.partyCount[a] }, (_, k) => agreements.party(a, k))
    const row = agreements.propose({
      instrument: cheapest,
      issue: c.issue[a],
      day,
      parties,
      commitment: instruments.pledge[cheapest],
      effect: instruments.effect[cheapest],
      appeal: c.appeal[a],
      insteadOf: a,
    })
    agreements.conclude(row, day)
    this.tell('wentInformal', row, p, day, this.ruleName(a, p), a)
    this.fresh.push(row)
  }

  matter(a: number, p: number, step: number, day: number) {
    const { agreements, legalSteps } = this.world
    const actor = agreements.party(a, p)
    const issue = agreements.columns.issue[a]
    const state = this.docket.stateOf(actor)
    return {
      step: stepKinds[legalSteps.kind[step]],
      actor,
      state,
      issue,
      direction: this.direction(a),
      competence: this.docket.competence(state, issue, day),
    }
  }

  /** +1 for an act whose parties want action on the issue, −1 for one whose parties do not. */
  direction(a: number): number {
    const { agreements, actors, n } = this.world
    const { columns: c } = agreements
    let sum = 0
    for (let p = 0; p < c.partyCount[a]; p++)
      sum += actors.position[c.issue[a] * n + agreements.party(a, p)]
    return sum < 0 ? -1 : 1
  }

  /** A draw that belongs to this party's side of this act and to nothing else. */
  draw(a: number, p: number, step: number, purpose: Purpose): number {
    const { agreements, issues } = this.world
    const { columns: c } = agreements
    const act = c.instrument[a] * issues.n + c.issue[a]
    const k = (act * room + step) * purposes.length + purposes.indexOf(purpose)
    return this.context.draws.pair(agreements.party(a, p), agreements.party(a, p === 0 ? 1 : 0), k)
  }

  tell(type: string, a: number, p: number, day: number, reason = '', value = 0): void {
    const { agreements } = this.world
    this.context.events.add(type, {
      day,
      agreement: a,
      issue: agreements.columns.issue[a],
      actor: agreements.party(a, p),
      other: agreements.party(a, p === 0 ? 1 : 0),
      value,
      reason:
        type === 'inForce' ? reason : [this.ruleName(a, p), reason].filter(Boolean).join(': '),
    })
  }

  private isCleared(a: number): boolean {
    return this.firstWaiting(a) < 0
  }

  private firstWaiting(a: number): number {
    const { columns: c, parties } = this.world.agreements
    for (let p = 0; p < c.partyCount[a]; p++)
      if (parties.cleared[c.firstParty[a] + p] === 0) return p
    return -1
  }

  /** Other cases that wait at the organ of a step: that of the party itself, or that of its state. */
  private waitingAt(row: number, step: number): number {
    return this.load.length === 0 ? 0 : this.load[this.placeOf(row, step)]
  }

  private leaveStep(row: number): void {
    this.countAt(row, -1)
    this.world.agreements.parties.step[row] = -1
  }

  private countAt(row: number, by: number): void {
    const step = this.world.agreements.parties.step[row]
    if (step >= 0 && this.load.length > 0) this.load[this.placeOf(row, step)] += by
  }

  private placeOf(row: number, step: number): number {
    const { agreements, legalSteps, legalOrgans, n } = this.world
    const organ = legalSteps.organ[step]
    const actor = agreements.parties.actor[row]
    return organ * n + (legalOrgans.local[organ] === 1 ? actor : this.docket.stateOf(actor))
  }

  private firstStep(rule: number): number {
    const { legalSteps } = this.world
    for (let s = 0; s < legalSteps.n; s++) if (legalSteps.rule[s] === rule) return s
    throw new Error(`Rule ${this.world.legalRules.ids[rule]} is reviewed and has no steps.`)
  }

  /** Position of a step within its rule, from 0. */
  private position(step: number): number {
    return step - this.firstStep(this.world.legalSteps.rule[step])
  }

  private stepName(step: number): string {
    const { legalSteps, legalOrgans } = this.world
    return `${stepKinds[legalSteps.kind[step]]}, ${legalOrgans.ids[legalSteps.organ[step]]}`
  }

  ruleName(a: number, p: number): string {
    const { agreements, legalRules } = this.world
    return legalRules.ids[agreements.parties.rule[agreements.columns.firstParty[a] + p]] ?? ''
  }

  private rulesOf(a: number): string {
    const { columns: c } = this.world.agreements
    const names = Array.from({ length: c.partyCount[a] }, (_, p) => this.ruleName(a, p))
    return names.filter(Boolean).join('; ')
  }
}
