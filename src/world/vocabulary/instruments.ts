import { code, real, whole } from '../column.js'
import { eras } from '../eras.js'

/** By what an agreement begins: its parties' own doing, a call that pays for it, or the renewal of another. */
export const beginnings = ['parties', 'call', 'renewal'] as const

const levels = ['unit', 'state'] as const

export const instrumentColumns = {
  binding: code({
    meaning: 'binds in law (1) or not (0)',
    unit: '1',
    range: [0, 1],
    input: 'required',
  }),
  level: code({
    meaning: 'who concludes it: units with units abroad, or states with states',
    unit: '1',
    values: levels,
    input: 'required',
  }),
  begunBy: code({
    meaning:
      'what it takes to begin one: its parties alone, a call that pays for it, or another that is renewed in this form',
    unit: '1',
    values: beginnings,
    input: 'optional',
  }),
  available: code({
    meaning: 'may be concluded at all',
    unit: '1',
    initial: 1,
    range: [0, 1],
    input: 'optional',
  }),
  cost: real({
    meaning: 'threshold of utility that its conclusion takes',
    unit: 'logit',
    range: [0, 100],
    input: 'optional',
  }),
  expense: real({
    meaning: 'means that its conclusion takes from each party',
    unit: 'allowance-year',
    range: [0, 100],
    input: 'optional',
  }),
  upkeep: real({
    meaning: 'means that it takes from each party each year while in force',
    unit: 'allowance-year/yr',
    range: [0, 100],
    input: 'optional',
  }),
  pledge: real({
    meaning: 'cut that each party pledges, as a share of its starting emissions',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  term: real({
    meaning: 'years until it expires; 0 is without term',
    unit: 'yr',
    range: [0, 1000],
    input: 'optional',
  }),
  era: code({
    meaning: 'era of city diplomacy that it belongs to (Bianchi)',
    unit: '1',
    values: eras,
    input: 'optional',
  }),
  issue: whole({
    meaning: 'issue that it is for; none: any',
    unit: '1',
    references: 'issues',
    input: 'optional',
  }),
  neighbours: code({
    meaning: 'only for units that touch each other across a border (1) or for all (0)',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  partners: code({
    meaning: 'part of the world, by income, that the partner must belong to',
    unit: '1',
    values: ['none', 'north', 'south'],
    input: 'optional',
  }),
  complexity: real({
    meaning: 'know-how that it takes',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  yields: real({
    meaning: 'benefit that a year of usual contact brings each party',
    unit: '1/yr',
    initial: 1,
    range: [0, 100],
    input: 'optional',
  }),
  visibility: real({
    meaning: 'how much of it residents see and take part in',
    unit: '1',
    initial: 0.5,
    range: [0, 1],
    input: 'optional',
  }),
  effect: real({
    meaning: 'political effect of one in force, relative to a full one (0: signed but inert)',
    unit: '1',
    initial: 1,
    range: [0, 10],
    input: 'optional',
  }),
} as const

/** Whether units may begin one by themselves, now: what waits for a call or for a renewal is not theirs to choose. */
export function isOpenToUnits(
  {
    available,
    level,
    begunBy,
  }: {
    readonly available: ArrayLike<number>
    readonly level: ArrayLike<number>
    readonly begunBy: ArrayLike<number>
  },
  instrument: number,
): boolean {
  return (
    available[instrument] === 1 &&
    levels[level[instrument]] === 'unit' &&
    beginnings[begunBy[instrument]] === 'parties'
  )
}
