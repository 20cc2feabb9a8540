import { code, never, real, whole } from '../column.js'

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

/** Kinds that are territorial units. */
export const territorialKinds: readonly ActorKind[] = ['region', 'city', 'grouping']

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
  passive: code({
    meaning: 'answers when it is asked, and never asks (1), or acts of its own accord (0)',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
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
  interest: real({
    meaning: 'standing interest in the issue that no theory of the scenario explains',
    unit: 'sd',
    range: [0, 100],
    per: 'issues',
    input: 'optional',
  }),
  motive: real({
    meaning:
      'what draws the unit to the issue in this tick, added up by the theories that speak of it',
    unit: 'sd',
    range: [-100, 100],
    per: 'issues',
    pulse: true,
  }),
  eagerness: real({
    meaning:
      'what makes any tie worth more or less to the unit that seeks it in this tick, added up by the theories',
    unit: 'logit',
    range: [-100, 100],
    pulse: true,
  }),
  attraction: real({
    meaning:
      'what makes the unit worth more or less as a partner in this tick, added up by the theories',
    unit: 'logit',
    range: [-100, 100],
    pulse: true,
  }),
  fitness: real({
    meaning:
      'what makes the instrument worth more or less in the hands of the unit in this tick, added up by the theories',
    unit: 'logit',
    range: [-100, 100],
    per: 'instruments',
    pulse: true,
  }),
  knowHow: real({
    meaning: 'know-how of external action: 0 none, 1 all that can be had',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  learned: real({
    meaning:
      'part of the know-how that came from abroad: from partners and from members of networks',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  staff: real({
    meaning: 'staff for external action',
    unit: 'full-time person',
    range: [0, 10000],
    input: 'optional',
  }),
  support: real({
    meaning: "share of residents who approve of the unit's external action",
    unit: '1',
    initial: 0.5,
    range: [0, 1],
    input: 'optional',
  }),
  participation: real({
    meaning: "share of the unit's external action that residents see and take part in",
    unit: '1',
    range: [0, 1],
  }),
  election: code({
    meaning: 'councils are elected in this tick (rows of units, or of states for all their units)',
    unit: '1',
    range: [0, 1],
    pulse: true,
    input: 'optional',
  }),
  distress: real({
    meaning: 'how far a crisis asks units for relief: 0 not, 1 as much as can be (rows of states)',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  squeeze: real({
    meaning:
      'rate at which means fall for want of money where nobody supports them (rows of states)',
    unit: '1/yr',
    range: [0, 10],
    input: 'optional',
  }),
  engaged: code({
    meaning: 'carries on the activity (1) or not (0)',
    unit: '1',
    range: [0, 1],
    per: 'activities',
    input: 'optional',
  }),
  grouping: whole({
    meaning: 'grouping of municipalities that the city belongs to',
    unit: '1',
    references: 'actors',
    kinds: ['grouping'],
    rowsOf: territorialKinds,
    otherThan: 'id',
    input: 'optional',
  }),
  development: code({
    meaning: 'part of the world by income: North or South',
    unit: '1',
    values: ['none', 'north', 'south'],
    input: 'optional',
  }),
  travel: real({
    meaning: 'how freely people travel abroad: 1 as usual, 0 not at all (rows of states)',
    unit: '1',
    initial: 1,
    range: [0, 1],
    input: 'optional',
  }),
  videoUse: real({
    meaning: 'how far it meets by video: 0 not at all, 1 wherever it can (units and states)',
    unit: '1',
    range: [0, 1],
  }),
  host: whole({
    meaning: 'unit that hosts the seat (rows of networks, programmes and organisations)',
    unit: '1',
    references: 'actors',
    kinds: territorialKinds,
    input: 'optional',
  }),
  endowment: real({
    meaning: 'means for external action that a year brings, in usual allowances',
    unit: 'allowance-year/yr',
    initial: 1,
    range: [0, 1e5],
    input: 'optional',
  }),
  sectorBudget: real({
    meaning: "the unit's yearly budget for the issue at home, of which an earmark may take a share",
    unit: 'EUR/yr',
    range: [0, 1e12],
    per: 'issues',
    input: 'optional',
  }),
  externalBudget: real({
    meaning: 'money for external action that a year brings',
    unit: 'EUR/yr',
    range: [0, 1e12],
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
