import type { Ledger } from './ledger.js'
import { status } from './ledger.js'
import type { Scratch } from './Scratch.js'

/**
 * Who is tied to whom by agreements of units in force or on their way: for each actor the list of its partners, a
 * partner of two agreements twice. Built from the ledger when a step begins, and good for that step only: what it
 * stands on is lent by the scratch.
 */
export class Partnerships {
  private readonly first: Int32Array
  private readonly partners: Int32Array
  private readonly marked: Int32Array
  private mark = 0

  constructor(ledger: Ledger, n: number, scratch: Scratch) {
    const { columns: c, parties } = ledger
    const first = scratch.wholes(n + 1)
    let sides = 0
    const live = ledger.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (!stands(c.status[a]) || c.partyCount[a] !== 2) continue
      first[parties.actor[c.firstParty[a]] + 1]++
      first[parties.actor[c.firstParty[a] + 1] + 1]++
      sides += 2
    }
    for (let i = 0; i < n; i++) first[i + 1] += first[i]
    // The scratch lends by length: rounded up, so that few lengths occur.
    const partner = scratch.wholes(roundedUp(sides))
    const filled = scratch.wholes(n)
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (!stands(c.status[a]) || c.partyCount[a] !== 2) continue
      const i = parties.actor[c.firstParty[a]]
      const j = parties.actor[c.firstParty[a] + 1]
      partner[first[i] + filled[i]++] = j
      partner[first[j] + filled[j]++] = i
    }
    this.first = first
    this.partners = partner
    this.marked = scratch.wholes(n)
  }

  /** Agreements of an actor. */
  degree(i: number): number {
    return this.first[i + 1] - this.first[i]
  }

  /** The partner of an actor in one of its agreements, from 0 to one less than its degree. */
  partner(i: number, at: number): number {
    return this.partners[this.first[i] + at]
  }

  /** The actors who are partners of both, each counted once. */
  shared(i: number, j: number): number {
    const { first, partners, marked } = this
    this.mark += 2
    for (let a = first[i]; a < first[i + 1]; a++) marked[partners[a]] = this.mark
    let common = 0
    for (let a = first[j]; a < first[j + 1]; a++) {
      if (marked[partners[a]] !== this.mark) continue
      marked[partners[a]] = this.mark + 1
      common++
    }
    return common
  }
}

function stands(s: number): boolean {
  return (
    s === status.inForce ||
    s === status.underReview ||
    s === status.consented ||
    s === status.proposed
  )
}

function roundedUp(n: number): number {
  let power = 64
  while (power < n) power *= 2
  return power
}
