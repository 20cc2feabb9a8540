import { code, real } from '../column.js'

/** What bands are of. */
export const bandSubjects = ['budget', 'staff'] as const

/** Bands of means in which surveys ask and measures count. */
export const bandColumns = {
  of: code({
    meaning:
      'what it is a band of: yearly money for external action (EUR), or staff for it (persons)',
    unit: '1',
    values: bandSubjects,
    input: 'required',
  }),
  from: real({
    meaning: 'lower bound, which belongs to the band',
    unit: 'EUR/yr or person',
    range: [0, 1e12],
    input: 'optional',
  }),
  to: real({
    meaning: 'upper bound, which does not belong to it',
    unit: 'EUR/yr or person',
    range: [0, 1e12],
    initial: 1e12,
    input: 'optional',
  }),
} as const
