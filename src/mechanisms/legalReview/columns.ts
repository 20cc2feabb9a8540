import type { WorldView } from '../../contract/index.js'
import {
  evasions,
  forms,
  partyKinds,
  sequelKinds,
  silences,
  stepKinds,
  subjects,
} from '../../law/index.js'
import {
  actorColumns,
  borderColumns,
  code,
  gateColumns,
  instrumentColumns,
  never,
  real,
  type TableColumns,
  whole,
} from '../../world/index.js'

/** For columns that may leave the law's own word unsaid. */
const unsaid = 'unsaid'

/** Which state has which law; a state without a row lets its units do as they like, one with several is under several laws above. */
export const regimeColumns = {
  state: whole({
    meaning: 'state whose units are under the law',
    unit: '1',
    references: 'actors',
    kinds: ['state'],
    input: 'required',
  }),
  law: whole({
    meaning: 'law of external action, by its id in the catalogue',
    unit: '1',
    references: 'laws',
    input: 'required',
  }),
  above: whole({
    meaning: 'law above the state that it shares with others; each more stands in a row more',
    unit: '1',
    references: 'laws',
    input: 'optional',
  }),
  asOf: whole({
    meaning: 'day whose law counts throughout; unsaid, it is the day of each act',
    unit: 'day',
    initial: never,
    input: 'optional',
  }),
} as const

/** What the law sees in actors, issues and instruments where the model has no word for it. */
export const legalKinds = [unsaid, ...partyKinds] as const
export const legalForms = [unsaid, ...forms] as const
export const legalSubjects = [unsaid, ...subjects] as const

export const legalKind = code({
  meaning: 'kind of party in law, where it is another than the kind of actor',
  unit: '1',
  values: legalKinds,
  input: 'optional',
})

export const legalForm = code({
  meaning:
    'form of act in law; unsaid, it is an agreement or, between states, a treaty if it binds, and else a memorandum',
  unit: '1',
  values: legalForms,
  input: 'optional',
})

export const legalSubject = code({
  meaning: 'subject in law; unsaid, it is general',
  unit: '1',
  values: legalSubjects,
  input: 'optional',
})

const law = whole({
  meaning: 'law that it belongs to',
  unit: '1',
  references: 'laws',
  input: 'required',
})
const from = whole({ meaning: 'first day on which it holds', unit: 'day', input: 'required' })
const until = whole({
  meaning: 'first day on which it no longer holds',
  unit: 'day',
  initial: never,
  input: 'optional',
})
const rule = whole({
  meaning: 'rule that it belongs to',
  unit: '1',
  references: 'legalRules',
  input: 'required',
})
const organ = whole({
  meaning: 'organ that takes it',
  unit: '1',
  references: 'legalOrgans',
  input: 'required',
})
const bits = (what: string) =>
  whole({
    meaning: `${what}, a bit for each name of the vocabulary in its order; 0: any`,
    unit: '1',
    input: 'optional',
  })
const share = (meaning: string) =>
  real({ meaning, unit: '1', initial: 1, range: [0, 1], input: 'optional' })

/** Tables that the loader fills from the catalogue of regimes. */
export const lawTables = {
  laws: { from, until },
  legalOrgans: {
    law,
    local: code({
      meaning: 'each unit has one of its own (1), or the state has one for all (0)',
      unit: '1',
      range: [0, 1],
      input: 'optional',
    }),
  },
  legalRules: {
    law,
    from,
    until,
    by: bits('kinds of party whose acts it speaks of'),
    with: bits('partners that it speaks of'),
    forms: bits('forms that it speaks of'),
    subjects: bits('subjects that it speaks of'),
    barred: code({
      meaning: 'such acts may not be done',
      unit: '1',
      range: [0, 1],
      input: 'optional',
    }),
    compliance: share('share of acts that go as the law says'),
    enforcement: share('share of breaches that the state acts upon'),
    otherwise: code({
      meaning: 'what becomes of acts that do not go as the law says',
      unit: '1',
      values: evasions,
      initial: evasions.indexOf('breach'),
      input: 'optional',
    }),
  },
  legalSteps: {
    rule,
    kind: code({ meaning: 'kind of step', unit: '1', values: stepKinds, input: 'required' }),
    organ,
    days: whole({
      meaning: 'days that the organ has; 0: as many as it likes',
      unit: '1',
      range: [0, 36500],
      input: 'optional',
    }),
    silence: code({
      meaning: 'what no answer by the deadline means',
      unit: '1',
      values: silences,
      initial: silences.indexOf('none'),
      input: 'optional',
    }),
  },
  legalSequels: {
    rule,
    kind: code({ meaning: 'what may follow', unit: '1', values: sequelKinds, input: 'required' }),
    organ,
    days: whole({
      meaning: 'days to ask for it, or until it comes; 0: none',
      unit: '1',
      range: [0, 36500],
      input: 'optional',
    }),
    units: whole({
      meaning: 'how many units must ask; 0: none',
      unit: '1',
      range: [0, 1000],
      input: 'optional',
    }),
  },
  legalClasses: {
    law,
    from,
    exclusive: bits("subjects that are the units' alone"),
    shared: bits('subjects of both levels'),
  },
} as const

/** What legal review counts at each step of law, over the whole run. */
export const stepCounters = {
  passed: whole({ meaning: 'cases that have passed the step by a decision', unit: 'case' }),
  silent: whole({ meaning: 'cases that silence has decided', unit: 'case' }),
  refused: whole({ meaning: 'cases that a decision has refused', unit: 'case' }),
  skipped: whole({ meaning: 'acts that took effect without taking the step', unit: 'case' }),
  longest: whole({ meaning: 'longest that a decided case has waited', unit: 'd' }),
} as const

export const reads = {
  actors: {
    // Where no mechanism of the scenario computes them, it may give them.
    line: { ...actorColumns.line, input: 'optional' },
    position: { ...actorColumns.position, input: 'optional' },
    salience: { ...actorColumns.salience, input: 'optional' },
    population: actorColumns.population,
    legalKind,
  },
  issues: { legalSubject },
  instruments: { ...instrumentColumns, legalForm },
  gates: { kind: gateColumns.kind, open: gateColumns.open },
  borders: borderColumns,
  regimes: regimeColumns,
  ...lawTables,
} as const satisfies TableColumns

export const writes = { legalSteps: stepCounters } as const satisfies TableColumns

export type LegalWorld = WorldView<typeof reads & typeof writes, Record<never, never>>
