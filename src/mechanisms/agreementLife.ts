import { defineMechanism } from '../contract/index.js'
import { actorColumns, instrumentColumns, status } from '../world/index.js'

/** Agreements cost upkeep while in force, and end with their term or when a party can no longer pay. */
export default defineMechanism({
  name: 'agreementLife',
  summary: 'Agreements take upkeep from their parties, and expire.',
  source: 'Encyclopaedia "Paradiplomacy" (offices and agreements open and close with means)',
  parameters: {},
  reads: { instruments: instrumentColumns },
  writes: { actors: { budget: actorColumns.budget } },
  step({ agreements, instruments, actors: { budget } }, { day, dt, events }) {
    const { columns: c } = agreements
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      const due = instruments.upkeep[c.instrument[a]] * dt
      // It may have entered into force on any day of this tick.
      const fresh = c.inForceOn[a] >= day ? instruments.expense[c.instrument[a]] : 0
      let paid = true
      for (let p = 0; p < c.partyCount[a]; p++) {
        const actor = agreements.party(a, p)
        paid = paid && budget[actor] >= due
        budget[actor] = Math.max(0, budget[actor] - due - fresh)
      }
      if (paid && c.endsOn[a] > day) continue
      c.status[a] = paid ? status.expired : status.terminated
      c.endsOn[a] = Math.max(c.inForceOn[a], Math.min(c.endsOn[a], day))
      events.add(paid ? 'expired' : 'terminated', {
        agreement: a,
        issue: c.issue[a],
        reason: paid ? 'its term ended' : 'a party could not pay its upkeep',
      })
    }
  },
})
