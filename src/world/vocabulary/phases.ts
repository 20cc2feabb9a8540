import { real, whole } from '../column.js'

/** Steps in which a state's programme must be fulfilled once it is law. */
export const phaseColumns = {
  state: whole({
    meaning: 'state whose programme it is',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'required',
  }),
  issue: whole({
    meaning: 'issue that it serves',
    unit: '1',
    references: 'issues',
    input: 'required',
  }),
  years: real({
    meaning: 'years from adoption to the deadline',
    unit: 'yr',
    range: [0, 100],
    input: 'required',
  }),
  share: real({
    meaning: 'share of the cut due by then',
    unit: '1',
    range: [0, 1],
    input: 'required',
  }),
} as const
