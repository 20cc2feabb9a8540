import { defineMechanism } from '../contract/index.js'
import { membershipColumns } from '../world/index.js'

/** Who sits with whom in a standing body. Membership is given by the scenario and does not change yet. */
export default defineMechanism({
  name: 'networks',
  summary:
    'Members of the same active network sit together; the tie counts the bodies that two units share.',
  source: 'EHNE, "Territorial Diplomacy" (multi-actor regional networks)',
  parameters: {},
  reads: { memberships: membershipColumns },
  ties: {
    coMembership: {
      shape: 'matrix',
      meaning: 'number of active networks that both belong to',
      unit: 'network',
    },
  },
  prepare({ n, memberships, actors: { active }, ties }) {
    const shared = ties.coMembership.values
    shared.fill(0)
    for (let a = 0; a < memberships.n; a++) {
      if (active[memberships.network[a]] === 0) continue
      for (let b = 0; b < memberships.n; b++) {
        if (a !== b && memberships.network[a] === memberships.network[b]) {
          shared[memberships.member[a] * n + memberships.member[b]]++
        }
      }
    }
  },
  step() {},
})
