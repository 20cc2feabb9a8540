import { defineMechanism } from '../contract/index.js'
import { logistic } from '../numeric/index.js'
import { status } from '../world/index.js'

/** A tie needs both sides: each partner asked agrees with the logistic chance of what the tie is worth to it. */
export default defineMechanism({
  name: 'negotiation',
  summary: 'Partners that have been asked consent, or decline.',
  source:
    'Snijders and Steglich (unilateral initiative and reciprocal confirmation); McFadden 1974',
  parameters: {},
  step(world, { day, draws, events }) {
    const { agreements } = world
    const { columns: c, parties } = agreements
    const instruments = world.view('instruments').n
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.proposed) continue
      const proposer = agreements.party(a, 0)
      let agreed = true
      for (let p = 1; p < c.partyCount[a]; p++) {
        const partner = agreements.party(a, p)
        const row = c.firstParty[a] + p
        const u = draws.pair(partner, proposer, c.issue[a] * instruments + c.instrument[a])
        const accepts = u < logistic(c.appeal[a])
        parties.consent[row] = accepts ? 1 : 0
        agreed = agreed && accepts
      }
      c.status[a] = agreed ? status.consented : status.declined
      if (agreed) c.signedOn[a] = day
      events.add(agreed ? 'signed' : 'declined', {
        agreement: a,
        actor: proposer,
        other: agreements.party(a, 1),
        issue: c.issue[a],
      })
    }
  },
})
