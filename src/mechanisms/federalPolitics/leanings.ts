import { logistics } from '../../numeric/index.js'
import type { Arena } from './columns.js'
import { compensationValue } from './compensationValue.js'
import { chanceOfYes, copartisans, seatsAt } from './delegations.js'
import type { Rules } from './parameters.js'
import { committee, executive, leader, type Question } from './question.js'

/**
 * What units and gates lean to. A committee leans as the member in its middle and its chair; a leader as the people
 * at home and, in part, the leader's president; an executive by its own line alone; a floor by its share of votes.
 */
export class Leanings {
  private readonly arena: Arena
  private readonly rules: Rules
  /** Leaning of the units of the question's state; not a number for others. */
  private readonly ofUnit: Float64Array
  /** Chance that a vote of each unit is a yes, of those who follow the president's line and of the others. */
  private readonly following: Float64Array
  private readonly others: Float64Array
  /** Members of a committee in rising order of leaning, in blocks of one home unit. */
  private readonly memberLeaning: Float64Array
  private readonly memberCount: Float64Array

  constructor(arena: Arena, rules: Rules) {
    this.arena = arena
    this.rules = rules
    const { n, seats, scratch } = arena
    this.ofUnit = scratch.reals(n)
    this.following = scratch.reals(n)
    this.others = scratch.reals(n)
    this.memberLeaning = scratch.reals(seats.n)
    this.memberCount = scratch.reals(seats.n)
  }

  /** Turns to a question, or back to it when compensation has been promised or withdrawn. */
  turnTo(question: Question): void {
    const { ofUnit, following, others } = this
    const { precision, floorParty } = this.rules
    const cue = floorParty * this.arena.actors.line[question.at]
    const units = this.arena.unitsOf(question.state)
    ofUnit.fill(Number.NaN)
    for (let k = 0; k < units.length; k++) {
      const leaning = this.weigh(question, units[k])
      ofUnit[units[k]] = leaning
      following[k] = precision * (leaning + cue)
      others[k] = precision * leaning
    }
    logistics(following, units.length)
    logistics(others, units.length)
  }

  /** Leaning of the gate: logit for holders, share of votes for floors and assents. */
  scoreOf(question: Question, g: number): number {
    const { gates, actors } = this.arena
    const kind = gates.kind[g]
    const own = gates.stance[g]
    const unexplained = gates.disposition[g]
    if (kind === executive) {
      return own + unexplained + this.rules.pressure * actors.pressure[question.at]
    }
    if (kind === leader) {
      const follows = gates.party[g] >= 0 && gates.party[g] === question.presidentsParty
      const cue = follows ? this.rules.party * actors.line[question.at] : 0
      return this.leaningOf(question, gates.home[g]) + cue + own + unexplained
    }
    if (kind === committee) return this.median(question, g) + own + unexplained
    return this.voteShare(question, g)
  }

  opens(g: number, score: number): boolean {
    const { kind, threshold } = this.arena.gates
    if (kind[g] === executive || kind[g] === leader || kind[g] === committee)
      return score > -this.rules.tolerance
    return score >= threshold[g]
  }

  /** Chance that a vote of the unit's delegation is a yes, were the unit to lean further by so many logits. */
  yes(question: Question, g: number, i: number, extra: number): number {
    return chanceOfYes(this.arena, this.rules, question, g, i, this.ofUnit[i] + extra)
  }

  /** Leaning of a unit's people in office; those of the question's own state have been weighed already. */
  private leaningOf(question: Question, i: number): number {
    return Number.isNaN(this.ofUnit[i]) ? this.weigh(question, i) : this.ofUnit[i]
  }

  /** What leans people in office: what action is worth to the unit, what the bill adds, and pressure. */
  private weigh({ issue, sponsored }: Question, i: number): number {
    const { n, actors, issues } = this.arena
    const { rules } = this
    const at = issue * n + i
    const saved = sponsored && rules.trading ? rules.tradingSaving * actors.costBurden[at] : 0
    const bundle = sponsored && rules.bundling ? rules.bundle : 0
    const paid = compensationValue(
      issues.dollarValue[issue],
      actors.transfer[at],
      actors.population[i],
    )
    const felt = rules.pressure * actors.pressure[issue * n + actors.state[i]]
    return actors.value[at] + saved + bundle + paid + felt
  }

  /** Leaning of the member in the middle of a committee; of the chair's home if no member is known. */
  private median(question: Question, g: number): number {
    const { arena, memberLeaning: leaning, memberCount: count } = this
    const { seats, gates, actors } = arena
    const line = this.rules.party * actors.line[question.at]
    let blocks = 0
    let total = 0
    for (let r = 0; r < seats.n; r++) {
      const members = seats.members[r]
      if (seats.gate[r] !== g || members === 0) continue
      const i = seats.unit[r]
      const mine = copartisans(arena, question, g, i, seatsAt(arena, g, i))
      const x = this.leaningOf(question, i) + line * mine
      let at = blocks++
      for (; at > 0 && leaning[at - 1] > x; at--) {
        leaning[at] = leaning[at - 1]
        count[at] = count[at - 1]
      }
      leaning[at] = x
      count[at] = members
      total += members
    }
    if (blocks === 0) return this.leaningOf(question, gates.home[g])
    let passed = 0
    for (let at = 0; at < blocks; at++) {
      passed += count[at]
      if (passed * 2 >= total) return leaning[at]
    }
    return leaning[blocks - 1]
  }

  private voteShare(question: Question, g: number): number {
    const { arena, following, others } = this
    const units = arena.unitsOf(question.state)
    let votes = 0
    let all = 0
    for (let k = 0; k < units.length; k++) {
      const held = seatsAt(arena, g, units[k])
      if (held === 0) continue
      const mine = copartisans(arena, question, g, units[k], held)
      votes += held * (mine * following[k] + (1 - mine) * others[k])
      all += held
    }
    return all > 0 ? votes / all : 0
  }
}
