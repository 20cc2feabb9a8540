import { gateKinds } from '../../world/index.js'
import type { Arena } from './columns.js'

export const [committee, leader, floor, executive] = gateKinds.map((_, at) => at)

/** One state's bill on one issue, and what all its gates know of it in this tick. */
export interface Question {
  readonly issue: number
  readonly state: number
  /** Where the state's value on the issue stands in the columns of actors. */
  readonly at: number
  /** The gates in the order in which the bill meets them. */
  readonly path: Int32Array
  /** The executive favours action, and so makes the bill a package. */
  readonly sponsored: boolean
  /** Party of the executive; −1 if there is none. */
  readonly presidentsParty: number
}

/** @returns undefined where nothing can be decided: a state without gates, or without a programme to enact */
export function questionOf(arena: Arena, issue: number, state: number): Question | undefined {
  const path = arena.gatesOf(state)
  if (path.length === 0 || !hasProgramme(arena, state)) return undefined
  const at = issue * arena.n + state
  const sponsored = arena.actors.line[at] > 0
  return { issue, state, at, path, sponsored, presidentsParty: presidentsParty(arena, path) }
}

function hasProgramme(arena: Arena, state: number): boolean {
  for (const i of arena.unitsOf(state)) if (arena.actors.programmeCut[i] > 0) return true
  return false
}

function presidentsParty({ gates }: Arena, path: Int32Array): number {
  for (const g of path) if (gates.kind[g] === executive) return gates.party[g]
  return -1
}
