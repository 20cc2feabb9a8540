import { log } from '../../numeric/index.js'
import type { Draws } from '../../random/index.js'
import type { EventLog } from '../../world/index.js'
import type { Arena } from './columns.js'
import type { Compensation } from './compensation.js'
import type { Leanings } from './leanings.js'
import { executive, floor, type Question } from './question.js'

/** The gates form their opinion of the bill, whether or not it has come to them. */
export function formOpinions(arena: Arena, leanings: Leanings, question: Question): void {
  const { gates, actors } = arena
  const { issue, path, at } = question
  leanings.turnTo(question)
  let closed = 0
  for (const g of path) {
    const score = leanings.scoreOf(question, g)
    const open = leanings.opens(g, score)
    gates.score[issue * gates.n + g] = score
    gates.open[issue * gates.n + g] = open ? 1 : 0
    if (!open) closed++
  }
  actors.blockage[at] = closed / path.length
}

/** A bill on its way. It becomes law when every gate has let it pass or has been overridden. */
export class Bill {
  private readonly arena: Arena
  private readonly question: Question
  private readonly compensation: Compensation
  private readonly events: EventLog

  constructor(arena: Arena, question: Question, compensation: Compensation, events: EventLog) {
    this.arena = arena
    this.question = question
    this.compensation = compensation
    this.events = events
  }

  get isLaw(): boolean {
    return this.arena.actors.policy[this.question.at] >= 1
  }

  /** The legislature is elected anew: what it has not finished begins again at the first gate. */
  dieWithSession(): void {
    const { arena, question } = this
    const { stage } = arena.actors
    if (stage[question.at] === 0 || !sessionEnds(arena, question.path)) return
    this.log('billDied', this.nextGate, { reason: 'the session ended' })
    stage[question.at] = 0
    this.compensation.withdraw(question)
  }

  /**
   * Gates take the bill up at random times at a constant pace, however long the tick.
   *
   * @param dt length of the tick in years
   * @param usualPace times a year, for gates without a pace of their own
   */
  proceed(draws: Draws, dt: number, usualPace: number, day: number): void {
    const { gates, issues, actors } = this.arena
    const { issue, state } = this.question
    const hi = issues.keys.hi[issue] ^ actors.keys.hi[state]
    const lo = issues.keys.lo[issue] ^ actors.keys.lo[state]
    let time = 0
    for (let k = 0; !this.isLaw; k++) {
      const g = this.nextGate
      const pace = gates.pace[g] > 0 ? gates.pace[g] : usualPace
      time += pace > 0 ? -log(Math.max(draws.keyed(hi, lo, k), 1e-300)) / pace : dt
      if (time >= dt) return
      this.takeUp(g, day)
    }
  }

  private get nextGate(): number {
    return this.question.path[this.arena.actors.stage[this.question.at]]
  }

  private takeUp(g: number, day: number): void {
    const { gates, actors } = this.arena
    const { issue, at, path } = this.question
    const { stage, heldBy } = actors
    const value = gates.score[issue * gates.n + g]
    const passes = gates.open[issue * gates.n + g] === 1
    if (!passes && !this.compensation.wins(this.question, g) && !this.overrides(g)) {
      if (heldBy[at] !== g) this.log('billHeld', g, { value, reason: 'the gate is closed' })
      heldBy[at] = g
      return
    }
    if (gates.kind[g] === executive && !passes) this.log('vetoOverridden', g, {})
    this.log('billPassed', g, { value })
    stage[at]++
    if (stage[at] === path.length) this.enact(day)
  }

  private overrides(g: number): boolean {
    const { gates } = this.arena
    const { issue, path } = this.question
    if (gates.override[g] === 0) return false
    for (const other of path) {
      const votes = gates.score[issue * gates.n + other]
      if (gates.kind[other] === floor && votes < gates.override[g]) return false
    }
    return true
  }

  private enact(day: number): void {
    const { policy, adoptedOn, heldBy } = this.arena.actors
    const { at, sponsored } = this.question
    policy[at] = 1
    // What a court has ordered keeps its deadlines.
    adoptedOn[at] = Math.min(adoptedOn[at], day)
    heldBy[at] = -1
    const reason = sponsored ? 'a package of the executive' : 'a bill of its own'
    this.log('policyEnacted', -1, { value: 1, reason })
  }

  private log(type: string, gate: number, more: { value?: number; reason?: string }): void {
    this.events.add(type, {
      actor: this.question.state,
      issue: this.question.issue,
      gate,
      ...more,
    })
  }
}

function sessionEnds({ gates: { renewal, kind } }: Arena, path: Int32Array): boolean {
  for (let k = 0; k < path.length; k++)
    if (renewal[path[k]] === 1 && kind[path[k]] !== executive) return true
  return false
}
