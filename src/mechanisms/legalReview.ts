import { defineMechanism } from '../contract/index.js'
import { status } from '../world/index.js'
import { reads, writes } from './legalReview/columns.js'
import { type Move, MoveQueue } from './legalReview/MoveQueue.js'
import { parameters } from './legalReview/parameters.js'
import { Proceedings } from './legalReview/proceedings.js'
import { apply, nextSequel, type Sequence } from './legalReview/sequels.js'

/**
 * What has been signed passes the law of each party's state. Each side of an act becomes a case: it is free, or waits
 * at one step after another until the organ acts or silence speaks at the deadline, or it is barred. What law does
 * not let pass may go ahead in a form that binds nobody; what goes ahead against the law is recorded as a breach.
 * Acts in force may be denounced, taken over, overridden, voted on, or lapse. Everything happens on a day of its own,
 * in the order of days, whatever the length of a tick.
 */
export default defineMechanism({
  name: 'legalReview',
  summary:
    "Each signed act passes the law of its parties' states: free, step by step through the organs that the law names, or barred; and what law allows may follow later.",
  source:
    'Encyclopaedia "Paradiplomacy" (2019): only the internal law of a state decides what its units may conclude',
  parameters,
  reads,
  writes,
  step(world, context) {
    const { tick, day, timeline } = context
    const end = timeline.start(tick + 1)
    const { agreements } = world
    const proceedings = new Proceedings(world, context)
    let seen = agreements.n
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      if (agreements.columns.status[live.rows[l]] === status.consented)
        proceedings.file(live.rows[l], day)
    }
    const moves = new MoveQueue()
    let waiting = 0
    const sequences: Sequence[] = []
    for (let l = 0; l < live.n; l++) take(live.rows[l])
    for (;;) {
      // Acts that have come in the place of others stand at the end of the ledger.
      for (; seen < agreements.n; seen++) take(seen)
      const move = nextMove()
      const sequence = firstSequence()
      if (sequence !== undefined && (move === undefined || sequence.day < move.day)) {
        apply(proceedings, sequence)
        const others = sequences.filter((s) => s.agreement !== sequence.agreement)
        sequences.splice(0, sequences.length, ...others)
        take(sequence.agreement, sequence)
      } else if (move !== undefined) {
        moves.drop()
        proceedings.advance(move.agreement, move.party, move.day)
        if (agreements.columns.status[move.agreement] === status.underReview)
          expect(move.agreement, move.order)
        else take(move.agreement)
      } else return
    }

    /** Notes what an act still has before it within the tick, but for a vote that was just held. */
    function take(a: number, held?: Sequence): void {
      const { columns: c } = agreements
      if (c.status[a] === status.underReview) expect(a, waiting++)
      if (c.status[a] !== status.inForce) return
      for (let party = 0; party < c.partyCount[a]; party++) {
        const from = Math.max(day, c.inForceOn[a])
        const but = held?.party === party ? held.sequel : undefined
        const sequence = nextSequel(proceedings, a, party, from, end, but)
        if (sequence) sequences.push(sequence)
      }
    }

    /** Notes when the sides of an act that waits will move. */
    function expect(a: number, order: number): void {
      const { columns: c } = agreements
      for (let party = 0; party < c.partyCount[a]; party++) {
        const due = proceedings.dueDay(c.firstParty[a] + party)
        if (due < end) moves.add({ agreement: a, party, day: due, order })
      }
    }

    /** The first move that is still to come: an act may have moved on another way since it was noted. */
    function nextMove(): Move | undefined {
      const { columns: c } = agreements
      for (let move = moves.first; move !== undefined; move = moves.first) {
        const { agreement: a, party, day: due } = move
        const waits = c.status[a] === status.underReview
        if (waits && proceedings.dueDay(c.firstParty[a] + party) === due) return move
        moves.drop()
      }
      return undefined
    }

    /** Cases come before sequels of the same day, these in the order in which they were noted. */
    function firstSequence(): Sequence | undefined {
      let first: Sequence | undefined
      for (const sequence of sequences) {
        if (first === undefined || sequence.day < first.day) first = sequence
      }
      return first
    }
  },
})
