import { code, never, real, whole } from '../column.js'

/** Programmes that fund units' action abroad, by calls to which units apply. */
export const callColumns = {
  funder: whole({
    meaning: 'programme, organisation or state that gives the money',
    unit: '1',
    references: 'actors',
    input: 'optional',
  }),
  opens: whole({ meaning: 'first day of the programme', unit: 'day', input: 'required' }),
  closes: whole({
    meaning: 'day on which it ends; none: it stays open',
    unit: 'day',
    ends: 'opens',
    initial: never,
    input: 'optional',
  }),
  rounds: real({
    meaning: 'calls a year',
    unit: '1/yr',
    initial: 1,
    range: [0.05, 52],
    input: 'optional',
  }),
  kind: code({
    meaning:
      "competition for outside money, or an earmark: a share of a unit's own budget that the law lets it spend abroad",
    unit: '1',
    values: ['competition', 'earmark'],
    input: 'optional',
  }),
  envelope: real({
    meaning: 'money that it gives a year; 0: no limit',
    unit: 'EUR/yr',
    range: [0, 1e12],
    input: 'optional',
  }),
  smallest: real({
    meaning: 'smallest grant',
    unit: 'EUR',
    range: [0, 1e10],
    input: 'optional',
  }),
  largest: real({
    meaning: 'largest grant; 0, or none given: there is no ceiling',
    unit: 'EUR',
    ends: 'smallest',
    range: [0, 1e10],
    input: 'optional',
  }),
  ownShare: real({
    meaning: 'share of the cost that the unit and its partners must bear at least',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  years: real({
    meaning: 'longest duration of a project',
    unit: 'yr',
    initial: 3,
    range: [0.1, 50],
    input: 'optional',
  }),
  complexity: real({
    meaning: 'what an application takes of staff and experience',
    unit: 'logit',
    range: [-20, 20],
    input: 'optional',
  }),
  instrument: whole({
    meaning: 'instrument in which a funded project is concluded',
    unit: '1',
    references: 'instruments',
    input: 'required',
  }),
  issue: whole({
    meaning: 'issue that it is for; none: any',
    unit: '1',
    references: 'issues',
    input: 'optional',
  }),
  state: whole({
    meaning: 'state whose units may apply; none: all',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'optional',
  }),
  applicants: whole({
    meaning: 'group whose members, or whose states and their units, may apply; none: all',
    unit: '1',
    references: 'groups',
    input: 'optional',
  }),
  partnerState: whole({
    meaning: 'state that the partner must belong to; none: any abroad',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'optional',
  }),
  neighbours: code({
    meaning: 'only for partners that touch each other across a border (1) or for all (0)',
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
  earmark: real({
    meaning:
      "largest share of the unit's budget for the issue at home that an earmark may take; no issue: of all that are given",
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const

/** What has become of each call so far. */
export const callTally = {
  applied: whole({ meaning: 'applications so far', unit: 'application' }),
  granted: whole({ meaning: 'applications granted so far', unit: 'grant' }),
  paid: real({ meaning: 'money granted so far', unit: 'EUR', range: [0, 1e15] }),
} as const
