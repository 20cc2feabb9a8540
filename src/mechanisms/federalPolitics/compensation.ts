import { logit } from '../../numeric/index.js'
import type { EventLog } from '../../world/index.js'
import type { Arena } from './columns.js'
import { compensationFor } from './compensationValue.js'
import { seatsAt } from './delegations.js'
import type { Leanings } from './leanings.js'
import type { Rules } from './parameters.js'
import { floor, type Question } from './question.js'

/** What it takes to bring one unit's delegation from no to indifference, and the votes that this brings. */
interface Offer {
  readonly unit: number
  readonly million: number
  readonly votes: number
}

/**
 * Compensation for what a programme costs. It never pays for jobs, goes to the cheapest votes, keeps within a share
 * of the programme's cost, and once promised also counts at later gates.
 */
export class Compensation {
  private readonly arena: Arena
  private readonly rules: Rules
  private readonly leanings: Leanings
  private readonly events: EventLog

  constructor(arena: Arena, rules: Rules, leanings: Leanings, events: EventLog) {
    this.arena = arena
    this.rules = rules
    this.leanings = leanings
    this.events = events
  }

  /** Tries to open a closed floor. True if it could be paid, and then it is. */
  wins(question: Question, g: number): boolean {
    const { gates, issues, actors, n } = this.arena
    const { issue, state } = question
    if (!this.rules.transfers || gates.kind[g] !== floor) return false
    const money = this.meansLeft(question)
    if (money <= 0 || issues.dollarValue[issue] === 0) return false
    const bought = this.cheapest(question, g, money)
    for (const { unit, million } of bought) {
      actors.transfer[issue * n + unit] += million
      this.events.add('compensated', {
        actor: state,
        other: unit,
        issue,
        gate: g,
        value: million,
        reason: 'million USD a year',
      })
    }
    if (bought.length > 0) this.leanings.turnTo(question)
    return bought.length > 0
  }

  /** A bill that dies takes its promises with it. */
  withdraw(question: Question): void {
    const { n, actors } = this.arena
    for (const i of this.arena.unitsOf(question.state)) actors.transfer[question.issue * n + i] = 0
    this.leanings.turnTo(question)
  }

  /** Million dollars a year that are not promised yet. */
  private meansLeft({ issue, state }: Question): number {
    const { n, actors } = this.arena
    const units = this.arena.unitsOf(state)
    let promised = 0
    for (const i of units) promised += actors.transfer[issue * n + i]
    let money = -promised
    for (const i of units) money += this.rules.transferBudget * actors.programmeCost[i]
    return money
  }

  /** The offers with the cheapest votes that together open the floor; none if they cannot. */
  private cheapest(question: Question, g: number, money: number): readonly Offer[] {
    const { n, gates, actors } = this.arena
    const { issue, state } = question
    const offers: Offer[] = []
    let seats = 0
    for (const i of this.arena.unitsOf(state)) {
      seats += seatsAt(this.arena, g, i)
      const offer = this.offerTo(question, g, i)
      if (offer) offers.push(offer)
    }
    offers.sort((a, b) => a.million / a.votes - b.million / b.votes || a.unit - b.unit)
    let missing = (gates.threshold[g] - gates.score[issue * gates.n + g]) * seats
    let left = money
    const bought: Offer[] = []
    for (const offer of offers) {
      if (missing <= 0) break
      const { unit, million, votes } = offer
      const cost = Math.max(0, actors.programmeCost[unit] - actors.transfer[issue * n + unit])
      if (million > Math.min(left, cost)) continue
      bought.push(offer)
      left -= million
      missing -= votes
    }
    return missing <= 0 ? bought : []
  }

  /** @returns undefined for a delegation without seats, or one that already leans to yes */
  private offerTo(question: Question, g: number, unit: number): Offer | undefined {
    const { issues, actors } = this.arena
    const seats = seatsAt(this.arena, g, unit)
    const now = this.leanings.yes(question, g, unit, 0)
    if (seats === 0 || now >= 0.5) return undefined
    const short = -logit(now) / this.rules.precision
    const votes = seats * (this.leanings.yes(question, g, unit, short) - now)
    const people = actors.population[unit]
    const million = compensationFor(issues.dollarValue[question.issue], short, people)
    return { unit, million, votes }
  }
}
