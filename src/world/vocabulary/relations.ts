import { real, whole } from '../column.js'

/** How two states stand to each other. */
export const relationColumns = {
  first: whole({
    meaning: 'one state',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'required',
  }),
  second: whole({
    meaning: 'other state',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    otherThan: 'first',
    input: 'required',
  }),
  hostility: real({
    meaning: 'hostility between the two peoples: 0 none, 1 as after a war',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  encouragement: real({
    meaning: 'how far the two centres encourage contacts of their units: 0 not at all, 1 wholly',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const
