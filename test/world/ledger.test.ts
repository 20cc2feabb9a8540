import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementStatuses, Ledger, never, status } from '../../src/world/index.js'

const proposal = (parties: readonly number[], instrument = 0, issue = 0, day = 100) => ({
  instrument,
  issue,
  day,
  parties,
  commitment: 0.25,
  effect: 1,
  appeal: -2,
})

describe('the ledger', () => {
  it('enters a proposal to which its first party consents', () => {
    const ledger = new Ledger()
    const row = ledger.propose(proposal([4, 9, 2]))
    expect(row).toBe(0)
    const { columns: c, parties } = ledger
    expect([c.status[0], c.proposedOn[0], c.signedOn[0], c.inForceOn[0], c.endsOn[0]]).toEqual([
      status.proposed,
      100,
      never,
      never,
      never,
    ])
    expect([c.commitment[0], c.effect[0], c.appeal[0]]).toEqual([0.25, 1, -2])
    expect([0, 1, 2].map((at) => ledger.party(0, at))).toEqual([4, 9, 2])
    expect([...parties.consent.subarray(0, 3)]).toEqual([1, 0, 0])
    expect([...parties.voice.subarray(0, 3)]).toEqual([1, 1, 1])
  })

  it('grows without losing a row, and starts rows afresh after it has been cleared', () => {
    const ledger = new Ledger(2)
    for (let k = 0; k < 500; k++) {
      const row = ledger.propose(
        proposal(k % 3 === 0 ? [k, k + 1, k + 2] : [k, k + 1], k % 5, 0, k),
      )
      expect(row).toBe(k)
      ledger.conclude(row, k + 1)
    }
    expect(ledger.n).toBe(500)
    for (let k = 0; k < 500; k++) {
      expect(ledger.columns.proposedOn[k]).toBe(k)
      expect(ledger.columns.signedOn[k]).toBe(k + 1)
      expect(ledger.columns.partyCount[k]).toBe(k % 3 === 0 ? 3 : 2)
      expect(ledger.party(k, 1)).toBe(k + 1)
    }
    const rows = ledger.partyRows
    expect(ledger.parties.consent.subarray(0, rows).every((x) => x === 1)).toBe(true)
    ledger.clear()
    ledger.propose(proposal([7, 8]))
    expect([...ledger.parties.consent.subarray(0, 2)]).toEqual([1, 0])
    expect(ledger.columns.signedOn[0]).toBe(never)
    expect(ledger.holds(0, 0, 0, 1)).toBe(false)
  })

  it('copies itself: what happens to one leaves the other alone', () => {
    const ledger = new Ledger()
    ledger.propose(proposal([1, 2]))
    const copy = ledger.copy()
    ledger.conclude(0, 5)
    ledger.propose(proposal([3, 4]))
    expect(copy.n).toBe(1)
    expect(copy.columns.status[0]).toBe(status.proposed)
    expect(copy.parties.consent[1]).toBe(0)
    for (let k = 0; k < 200; k++) copy.propose(proposal([k, k + 1]))
    expect(copy.n).toBe(201)
  })

  it('knows whether a pair holds an agreement or has one on its way, as a plain search does', () => {
    const live: readonly number[] = [
      status.proposed,
      status.consented,
      status.underReview,
      status.inForce,
    ]
    const entry = fc.record({
      a: fc.integer({ min: 0, max: 6 }),
      b: fc.integer({ min: 0, max: 6 }),
      instrument: fc.integer({ min: 0, max: 2 }),
      issue: fc.integer({ min: 0, max: 1 }),
      status: fc.integer({ min: 0, max: agreementStatuses.length - 1 }),
    })
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 90 }),
        fc.array(entry, { maxLength: 9 }),
        (ins, asks) => {
          const ledger = new Ledger(4)
          ins.forEach((e, k) => {
            ledger.propose(proposal([e.a, e.b], e.instrument, e.issue))
            // Statuses change after an answer has been given once.
            if (k % 7 === 0) ledger.holds(e.instrument, e.issue, e.b, e.a)
            ledger.columns.status[k] = e.status
          })
          for (const ask of [...asks, ...ins]) {
            const plain = ins.some(
              (e) =>
                e.instrument === ask.instrument &&
                e.issue === ask.issue &&
                live.includes(e.status) &&
                ((e.a === ask.a && e.b === ask.b) || (e.a === ask.b && e.b === ask.a)),
            )
            expect(ledger.holds(ask.instrument, ask.issue, ask.a, ask.b)).toBe(plain)
            expect(ledger.copy().holds(ask.instrument, ask.issue, ask.b, ask.a)).toBe(plain)
          }
        },
      ),
    )
  })
})
