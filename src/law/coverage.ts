import type { Regime } from './regime.js'
import { type Act, review } from './review.js'
import { forms, partyKinds, subjects } from './vocabulary.js'

/** The days on which something in a regime changes, its first day included, in order. */
export function changeDays(regime: Regime): number[] {
  const days = new Set([regime.from])
  for (const { from } of regime.classes) days.add(from)
  for (const { from, until } of regime.rules) days.add(from).add(until)
  return [...days]
    .filter((d) => d >= regime.from && d < regime.until && Number.isFinite(d))
    .sort((a, b) => a - b)
}

const partners: readonly Act['with'][] = [
  { kind: 'state', neighbour: false },
  { kind: 'state', neighbour: true },
  { kind: 'region', neighbour: false },
  { kind: 'region', neighbour: true },
]

/** Every kind of act that the vocabulary can tell apart. */
export function* everyAct(): Generator<Act> {
  for (const by of partyKinds) {
    for (const partner of partners) {
      for (const form of forms) {
        for (const subject of subjects) yield { by, with: partner, form, subject }
      }
    }
  }
}

/** The first act, on the earliest day of change, of which no rule speaks. */
export function findHole(regime: Regime): { readonly act: Act; readonly date: number } | undefined {
  for (const date of changeDays(regime)) {
    for (const act of everyAct()) {
      if (review(regime, act, date) === undefined) return { act, date }
    }
  }
  return undefined
}

/** Ids of the rules that answer for no act on any day. */
export function findUnreached(regime: Regime): string[] {
  const reached = new Set<string>()
  for (const date of changeDays(regime)) {
    for (const act of everyAct()) {
      const answer = review(regime, act, date)
      if (answer) reached.add(answer.basis.rule)
    }
  }
  return regime.rules.map(({ id }) => id).filter((id) => !reached.has(id))
}
