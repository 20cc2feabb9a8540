import { isOver, type Ledger } from './ledger.js'
import type { Scratch } from './Scratch.js'

/**
 * Who is tied to whom by agreements of units in force or on their way: for each actor the list of its partners, a
 * partner of two agreements twice. Built from the ledger when a step begins, and good for that step only: what it
 * stands on is lent by the scratch.
 */
export class Partnerships {
  private readonly first: Int32Array
  private readonly partners: Int32Array

  constructor(ledger: Ledger, n: number, scratch: Scratch) {
    const { columns: c, parties } = ledger
    const first = scratch.wholes(n + 1)
    let sides = 0
    const live = ledger.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (isOver(c.status[a]) || c.partyCount[a] !== 2) continue
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
      if (isOver(c.status[a]) || c.partyCount[a] !== 2) continue
      const i = parties.actor[c.firstParty[a]]
      const j = parties.actor[c.firstParty[a] + 1]
      partner[first[i] + filled[i]++] = j
      partner[first[j] + filled[j]++] = i
    }
    this.first = first
    this.partners = partner
  }

  /** Agreements of an actor. */
  degree(i: number): number {
    return this.first[i + 1] - this.first[i]
  }

  /** The partner of an actor in one of its agreements, from 0 to one less than its degree. */
  partner(i: number, at: number): number {
    return this.partners[this.first[i] + at]
  }

  /**
   * Puts each partner of an actor once at the beginning of its list, in the order in which they stand there.
   *
   * @param mark a number for each actor, 0 before the first is asked: who was last seen to be its partner
   * @returns how many partners there are
   */
  moveDistinctFirst(i: number, mark: Int32Array): number {
    const { partners } = this
    const from = this.first[i]
    let to = from
    for (let at = from, end = this.first[i + 1]; at < end; at++) {
      const j = partners[at]
      if (mark[j] === i + 1) continue
      mark[j] = i + 1
      partners[at] = partners[to]
      partners[to++] = j
    }
    return to - from
  }
}

function roundedUp(n: number): number {
  let power = 64
  while (power < n) power *= 2
  return power
}
