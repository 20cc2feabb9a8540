import { code, real, whole } from '../column.js'

export const gateKinds = ['committee', 'leader', 'floor', 'executive', 'assent'] as const

/** The gates that a bill passes in a state, in the order of their rows (Tsebelis's veto players). */
export const gateColumns = {
  state: whole({
    meaning: 'state whose bills pass here',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'required',
  }),
  kind: code({ meaning: 'kind of gate', unit: '1', values: gateKinds, input: 'required' }),
  chamber: code({
    meaning: 'chamber whose seats count',
    unit: '1',
    values: ['none', 'lower', 'upper'],
    input: 'optional',
  }),
  threshold: real({
    meaning: 'share of votes that opens a floor or an assent',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  override: real({
    meaning: 'share of votes in every floor that overrides this gate; 0: it cannot be overridden',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  pace: real({
    meaning: 'times a year that the gate takes a bill up; 0: as often as the mechanism says',
    unit: '1/yr',
    range: [0, 1000],
    input: 'optional',
  }),
  scheduled: whole({
    meaning: 'holder by the calendar',
    unit: '1',
    references: 'holders',
    input: 'optional',
  }),
  renewal: code({
    meaning: 'the office is filled anew in this tick',
    unit: '1',
    range: [0, 1],
    pulse: true,
    input: 'optional',
  }),
  home: whole({ meaning: 'home unit of the holder', unit: '1', references: 'actors' }),
  party: whole({ meaning: 'party of the holder', unit: '1', references: 'parties' }),
  stance: real({
    meaning: "the holder's own line on action: −1 against, +1 for",
    unit: '1',
    range: [-1, 1],
  }),
  disposition: real({
    meaning: "the holder's unexplained leaning, drawn once",
    unit: 'logit',
    range: [-20, 20],
  }),
  score: real({
    meaning: 'leaning of the gate: logit for holders, share of votes for floors',
    unit: '1',
    per: 'issues',
  }),
  open: code({ meaning: 'would let a bill pass', unit: '1', range: [0, 1], per: 'issues' }),
} as const

export const partyColumns = {
  state: whole({
    meaning: 'state in which the party stands; none: in all',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'optional',
  }),
  stance: real({
    meaning: "usual line of the party's executives: −1 against action, +1 for it",
    unit: '1',
    range: [-1, 1],
    input: 'optional',
  }),
  odds: real({
    meaning: 'relative chance to win the executive when offices are drawn',
    unit: '1',
    initial: 1,
    range: [0, 100],
    input: 'optional',
  }),
} as const

export const holderColumns = {
  office: whole({
    meaning: 'gate that this person held',
    unit: '1',
    references: 'gates',
    input: 'required',
  }),
  home: whole({ meaning: 'home unit', unit: '1', references: 'actors', input: 'optional' }),
  party: whole({ meaning: 'party', unit: '1', references: 'parties', input: 'optional' }),
  stance: real({
    meaning: 'public line on action: −1 against, 0 none known, +1 for',
    unit: '1',
    range: [-1, 1],
    input: 'optional',
  }),
} as const

export const chamberColumns = {
  lowerSeats: real({
    meaning: 'seats in the lower chamber',
    unit: 'seat',
    range: [0, 2000],
    per: 'parties',
    input: 'optional',
  }),
  upperSeats: real({
    meaning: 'seats in the upper chamber',
    unit: 'seat',
    range: [0, 2000],
    per: 'parties',
    input: 'optional',
  }),
} as const
