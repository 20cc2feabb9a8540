import { code, never, real, whole } from './column.js'

/** Networks of cities: of the world, or of one state, each of which is an actor as well. */
export const networkColumns = {
  actor: whole({
    meaning: 'the network as an actor',
    unit: '1',
    references: 'actors',
    kinds: ['network'],
    input: 'required',
  }),
  founded: whole({ meaning: 'day from which cities can join', unit: 'day', input: 'required' }),
  dissolved: whole({
    meaning: 'day on which it ends and has no members any more',
    unit: 'day',
    ends: 'founded',
    initial: never,
    input: 'optional',
  }),
  fee: real({
    meaning: 'what the fee takes from the worth of membership',
    unit: 'logit',
    range: [0, 20],
    input: 'optional',
  }),
  smallest: real({
    meaning: 'population that a city needs to join',
    unit: 'person',
    range: [0, 1e8],
    input: 'optional',
  }),
  state: whole({
    meaning: 'state whose cities may join; none: all',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'optional',
  }),
  issue: whole({
    meaning: 'issue on which it speaks for its members; none: it has no voice',
    unit: '1',
    references: 'issues',
    input: 'optional',
  }),
} as const

/** Who is in which network. */
export const networkMemberColumns = {
  membership: code({
    meaning: 'is a member of the network (1) or not (0)',
    unit: '1',
    range: [0, 1],
    per: 'networks',
    input: 'optional',
  }),
  members: whole({
    meaning:
      "members of the network: of the state (rows of states), of all (the network's own row)",
    unit: 'city',
    per: 'networks',
    range: [0, 2147483647],
  }),
} as const
