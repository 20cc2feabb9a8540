import { logistic } from '../../numeric/index.js'
import type { Arena } from './columns.js'
import type { Rules } from './parameters.js'
import type { Question } from './question.js'

const lower = 1

/** Seats of a unit at a floor. Where no chamber is named, every unit that the programme makes cut has one. */
export function seatsAt({ n, gates, actors }: Arena, g: number, i: number): number {
  if (gates.chamber[g] === 0) return actors.programmeCut[i] > 0 ? 1 : 0
  const held = gates.chamber[g] === lower ? actors.lowerSeats : actors.upperSeats
  let all = 0
  for (let at = i; at < held.length; at += n) all += held[at]
  return all
}

/**
 * Share of a unit's delegation that is of the president's party.
 *
 * @param seats of the unit at this gate
 */
export function copartisans(
  { n, gates, actors }: Arena,
  { presidentsParty: party }: Question,
  g: number,
  i: number,
  seats: number,
): number {
  if (party < 0 || seats === 0) return 0
  const held = gates.chamber[g] === lower ? actors.lowerSeats : actors.upperSeats
  return held[party * n + i] / seats
}

/**
 * Chance that a vote of the unit's delegation is a yes: logistic in how the unit leans, and for the president's party
 * also in the president's line.
 *
 * @param leaning of the unit, in logits
 */
export function chanceOfYes(
  arena: Arena,
  rules: Rules,
  question: Question,
  g: number,
  i: number,
  leaning: number,
): number {
  const mine = copartisans(arena, question, g, i, seatsAt(arena, g, i))
  const cue = rules.floorParty * arena.actors.line[question.at]
  const { precision } = rules
  return mine * logistic(precision * (leaning + cue)) + (1 - mine) * logistic(precision * leaning)
}
