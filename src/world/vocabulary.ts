/**
 * Columns that several theories speak of. A mechanism declares those that it reads or writes; a column that only
 * one mechanism knows is declared in that mechanism's own file.
 */
import { code, never, real, whole } from './column.js'

/** Kinds of actor (Despins 2024; Encyclopaedia "Paradiplomacy"; INET 2021). */
export const actorKinds = [
  'state',
  'region',
  'city',
  'grouping',
  'network',
  'programme',
  'organisation',
] as const

export type ActorKind = (typeof actorKinds)[number]

/** Every world has these columns of actors. */
export const actorHead = {
  kind: code({ meaning: 'kind of actor', unit: '1', values: actorKinds, input: 'required' }),
  state: whole({
    meaning: 'state that the actor belongs to',
    unit: '1',
    references: 'actors',
    input: 'optional',
  }),
  active: code({
    meaning: 'takes part in the run (1) or not (0)',
    unit: '1',
    initial: 1,
    range: [0, 1],
    input: 'optional',
  }),
  latitude: real({
    meaning: 'latitude of the seat or centre',
    unit: 'degree',
    range: [-90, 90],
    input: 'optional',
  }),
  longitude: real({
    meaning: 'longitude of the seat or centre',
    unit: 'degree',
    range: [-180, 180],
    input: 'optional',
  }),
} as const

export const actorColumns = {
  population: real({
    meaning: 'resident population',
    unit: 'person',
    range: [0, 2e9],
    input: 'optional',
  }),
  /** Upper bound: twice what the largest emitter of the world released in 1980. */
  emissions: real({
    meaning: 'yearly emissions of the pollutant',
    unit: 'kt/yr',
    range: [0, 60000],
  }),
  baseEmissions: real({
    meaning: 'yearly emissions at the start of the run',
    unit: 'kt/yr',
    range: [0, 60000],
    input: 'optional',
  }),
  trend: real({
    meaning: 'yearly growth of emissions without any policy (rows of states)',
    unit: '1/yr',
    range: [-0.5, 0.5],
    input: 'optional',
  }),
  baseline: real({
    meaning: 'emissions without any policy, relative to the start of the run',
    unit: '1',
    initial: 1,
    range: [0, 10],
  }),
  deposition: real({
    meaning: 'yearly deposition at the receptor',
    unit: 'kg/ha/yr',
    range: [0, 1000],
  }),
  programmeCut: real({
    meaning: "share of starting emissions that the unit gives up under its state's full programme",
    unit: '1',
    range: [0, 1],
  }),
  abatement: real({
    meaning: 'share of baseline emissions removed by policy',
    unit: '1',
    range: [0, 1],
  }),
  ownProgramme: real({
    meaning: "share of starting emissions that the unit's own law removes",
    unit: '1',
    range: [0, 1],
    per: 'issues',
  }),
  /** Dollars, because transfers are paid in them. */
  programmeCost: real({
    meaning: "yearly cost of the state's full programme to the unit",
    unit: 'million USD/yr',
    range: [0, 1e6],
  }),
  sensitivity: real({
    meaning: 'sensitivity of the receptor',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  member: code({ meaning: 'belongs to the group', unit: '1', range: [0, 1], per: 'groups' }),
  harmSlope: real({
    meaning: 'harm that one more unit of deposition does (0 below the threshold)',
    unit: 'sd per kg/ha/yr',
    range: [0, 100],
    per: 'issues',
  }),
  costBurden: real({
    meaning: "what the state's full programme takes from the unit's value of action by its cost",
    unit: 'logit',
    range: [0, 100],
    per: 'issues',
  }),
  harm: real({
    meaning: 'harm suffered, in standard deviations over units',
    unit: 'sd',
    range: [0, 100],
    per: 'issues',
  }),
  cost: real({
    meaning:
      "yearly cost per head of the state's full programme, in standard deviations over units",
    unit: 'sd',
    range: [0, 100],
    per: 'issues',
  }),
  jobs: real({
    meaning:
      "jobs lost per head under the state's full programme, in standard deviations over units",
    unit: 'sd',
    range: [0, 100],
    per: 'issues',
  }),
  value: real({
    meaning: 'latent value that the unit puts on action (positive: for, negative: against)',
    unit: 'logit',
    range: [-100, 100],
    per: 'issues',
  }),
  position: real({
    meaning: 'position on action: −1 against, +1 for',
    unit: '1',
    range: [-1, 1],
    per: 'issues',
  }),
  stake: real({
    meaning: 'what the unit stands to lose by inaction and by action together',
    unit: 'sd',
    range: [0, 100],
    per: 'issues',
  }),
  salience: real({
    meaning: 'attention that the unit gives to the issue',
    unit: 'sd',
    range: [0, 100],
    per: 'issues',
  }),
  budget: real({
    meaning: 'means for external action that are left, in years of the usual allowance',
    unit: 'allowance-year',
    range: [0, 1e6],
  }),
  line: real({
    meaning:
      "the central executive's line on the issue: −1 against action, +1 for it (rows of states)",
    unit: '1',
    range: [-1, 1],
    per: 'issues',
  }),
  policy: real({
    meaning: "share of the state's programme that is law (rows of states)",
    unit: '1',
    range: [0, 1],
    per: 'issues',
  }),
  adoptedOn: whole({
    meaning: "day on which the state's programme became law (rows of states)",
    unit: 'day',
    initial: never,
    per: 'issues',
  }),
  pressure: real({
    meaning: 'pressure for action that the centre feels (rows of states)',
    unit: 'sd',
    range: [-100, 100],
    per: 'issues',
  }),
  blockage: real({
    meaning: 'share of the gates of federal politics that are closed (rows of states)',
    unit: '1',
    range: [0, 1],
    per: 'issues',
  }),
} as const

export const issueColumns = {
  costScale: real({
    meaning: 'standard deviation over units of the yearly programme cost per head',
    unit: 'USD/person/yr',
    range: [0, 1e9],
  }),
  dollarValue: real({
    meaning: 'value of one dollar a head and year to a unit',
    unit: 'logit per USD/person/yr',
    range: [0, 1e9],
  }),
  harmValue: real({
    meaning: 'weight of one standard deviation of harm',
    unit: 'logit/sd',
    range: [0, 100],
  }),
  shock: real({
    meaning: 'a dated report or crisis that raises attention, in units of the shock parameter',
    unit: '1',
    range: [0, 10],
    pulse: true,
    input: 'optional',
  }),
} as const

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
    values: ['unit', 'state'],
    input: 'required',
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
  effect: real({
    meaning: 'political effect of one in force, relative to a full one (0: signed but inert)',
    unit: '1',
    initial: 1,
    range: [0, 10],
    input: 'optional',
  }),
} as const

export const gateKinds = ['committee', 'leader', 'floor', 'executive', 'assent'] as const

/** The gates that a bill passes in a state, in the order of their rows (Tsebelis's veto players). */
export const gateColumns = {
  state: whole({
    meaning: 'state whose bills pass here',
    unit: '1',
    references: 'actors',
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

/** Which actors belong to which networks. */
export const membershipColumns = {
  network: whole({ meaning: 'network', unit: '1', references: 'actors', input: 'required' }),
  member: whole({ meaning: 'member', unit: '1', references: 'actors', input: 'required' }),
} as const

/** Steps in which a state's programme must be fulfilled once it is law. */
export const phaseColumns = {
  state: whole({
    meaning: 'state whose programme it is',
    unit: '1',
    references: 'actors',
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

export const partyColumns = {
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
