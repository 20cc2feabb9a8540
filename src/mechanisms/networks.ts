import { defineMechanism, type WorldView } from '../contract/index.js'
import { code, membershipColumns } from '../world/index.js'

const writes = {
  memberships: {
    counted: code({
      meaning: 'counts at present, because its network is active',
      unit: '1',
      range: [0, 1],
    }),
  },
} as const

const standing = {
  coMembership: {
    shape: 'matrix',
    meaning: 'number of active networks that both belong to',
    unit: 'network',
  },
} as const

const reads = { memberships: membershipColumns } as const

/** Who sits with whom in a standing body. Membership is given by the scenario; a body may be founded or closed on a day. */
export default defineMechanism({
  name: 'networks',
  summary:
    'Members of the same active network sit together; the tie counts the bodies that two units share.',
  source: 'EHNE, "Territorial Diplomacy" (multi-actor regional networks)',
  parameters: {},
  reads,
  writes,
  ties: standing,
  prepare: count,
  step(world) {
    const { memberships, actors } = world
    for (let a = 0; a < memberships.n; a++) {
      if (memberships.counted[a] === actors.active[memberships.network[a]]) continue
      count(world)
      return
    }
  },
})

function count({
  n,
  memberships,
  actors: { active },
  ties,
}: WorldView<typeof reads & typeof writes, typeof standing>): void {
  const { network, member, counted } = memberships
  const shared = ties.coMembership.values
  shared.fill(0)
  for (let a = 0; a < memberships.n; a++) {
    counted[a] = active[network[a]]
    if (counted[a] === 0) continue
    for (let b = 0; b < memberships.n; b++) {
      if (a !== b && network[a] === network[b]) shared[member[a] * n + member[b]]++
    }
  }
}
