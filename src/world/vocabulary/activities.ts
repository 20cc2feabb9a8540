import { real, whole } from '../column.js'

/** What a unit does abroad, or about abroad, without the signature of a partner (INET 2021). */
export const activityColumns = {
  appeal: real({
    meaning: 'what it is worth to a unit of 100,000 with usual means, before all else',
    unit: 'logit',
    range: [-100, 100],
    input: 'optional',
  }),
  expense: real({
    meaning: 'means that it takes',
    unit: 'allowance-year/yr',
    range: [0, 100],
    input: 'optional',
  }),
  complexity: real({
    meaning: 'know-how that it takes',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  visibility: real({
    meaning: 'how much of it residents see and take part in',
    unit: '1',
    initial: 0.5,
    range: [0, 1],
    input: 'optional',
  }),
  relief: real({
    meaning: 'how far it answers distress: what it is worth more when distress is at its worst',
    unit: 'logit',
    range: [-20, 20],
    input: 'optional',
  }),
  issue: whole({
    meaning: 'issue that it is about; none: no one in particular',
    unit: '1',
    references: 'issues',
    input: 'optional',
  }),
} as const
