import {
  choice,
  defineMeasure,
  defineMechanism,
  type Library,
  number,
  onOff,
} from '../../src/contract/index.js'
import { code, never, real, whole } from '../../src/world/index.js'

/** Small theories of a lake and its shore towns, enough to use every kind of column and parameter. */
const population = real({
  meaning: 'people',
  unit: 'person',
  range: [0, 1e8],
  input: 'required',
})
const concern = real({ meaning: 'concern', unit: 'sd', range: [-10, 10], per: 'issues' })
const seats = real({
  meaning: 'seats in the council',
  unit: 'seat',
  range: [0, 500],
  per: 'parties',
  input: 'optional',
})
const member = code({ meaning: 'belongs to the group', unit: '1', range: [0, 1], per: 'groups' })

export const drift = defineMechanism({
  name: 'drift',
  summary: 'Concern drifts.',
  source: 'Nobody 1999',
  parameters: {
    rate: number({
      default: 0.2,
      range: [0, 1],
      limits: [-2, 2],
      unit: '1/yr',
      meaning: 'yearly drift of concern',
      source: 'Nobody 1999, table 2',
      grade: 'recalled',
    }),
    rule: choice({
      default: 'mean',
      values: ['mean', 'median'],
      meaning: 'what concern drifts to',
      source: 'design',
      grade: 'assumed',
    }),
    bounded: onOff({
      default: true,
      meaning: 'whether concern stays within bounds',
      source: 'design',
      grade: 'assumed',
    }),
  },
  reads: { actors: { population } },
  writes: { actors: { concern } },
  step({ n, actors }, { dt, parameters: { rate } }) {
    for (let i = 0; i < n; i++) actors.concern[i] += rate * dt
  },
})

export const council = defineMechanism({
  name: 'council',
  summary: 'Councils open gates.',
  source: 'Nobody 2001',
  parameters: {
    quorum: number({
      default: 0.5,
      range: [0.3, 0.7],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of seats that must be present',
      source: 'statute',
      grade: 'found',
    }),
  },
  reads: {
    actors: { seats },
    instruments: {
      binding: code({ meaning: 'binds', unit: '1', range: [0, 1], input: 'required' }),
      available: code({ meaning: 'open', unit: '1', initial: 1, range: [0, 1], input: 'optional' }),
    },
    gates: {
      town: whole({
        meaning: 'town',
        unit: '1',
        references: 'actors',
        kinds: ['city', 'region'],
        input: 'required',
      }),
      kind: code({ meaning: 'kind', unit: '1', values: ['floor', 'chair'], input: 'required' }),
      since: whole({ meaning: 'founded', unit: 'day', input: 'optional' }),
      quota: whole({ meaning: 'votes', unit: 'vote', range: [0, 100], input: 'optional' }),
      closed: whole({
        meaning: 'shut',
        unit: 'day',
        initial: never,
        ends: 'since',
        input: 'optional',
      }),
      most: whole({
        meaning: 'most votes',
        unit: 'vote',
        range: [0, 900],
        ends: 'quota',
        input: 'optional',
      }),
      heir: whole({
        meaning: 'gate that follows',
        unit: '1',
        references: 'gates',
        otherThan: 'id',
        input: 'optional',
      }),
    },
  },
  writes: { gates: { open: code({ meaning: 'open', unit: '1', range: [0, 1] }) } },
  ties: { boats: { shape: 'matrix', meaning: 'ferries', unit: '1/day' } },
  step() {},
})

export const weather = defineMechanism({
  name: 'weather',
  summary: 'Storms come and go.',
  source: 'Nobody 2003',
  parameters: {},
  reads: {
    issues: {
      storm: real({ meaning: 'storm', unit: '1', range: [0, 9], pulse: true, input: 'optional' }),
    },
  },
  step() {},
})

/** Declares `seats` in another way than `council`. */
export const rival = defineMechanism({
  name: 'rival',
  summary: 'Another theory of councils.',
  source: 'Nobody 2005',
  parameters: {},
  reads: { actors: { seats: whole({ meaning: 'seats', unit: 'seat', input: 'optional' }) } },
  step() {},
})

export const meanConcern = defineMeasure({
  name: 'meanConcern',
  title: 'Concern',
  meaning: 'mean concern',
  unit: 'sd',
  of: ['groups', 'issues'],
  reads: { actors: { concern } },
  asks: { actors: { member } },
  observe({ actors }, out, at) {
    out[at] = actors.member[0]
  },
})

export const people = defineMeasure({
  name: 'people',
  title: 'People',
  meaning: 'people of a state',
  unit: 'person',
  of: ['states'],
  reads: { actors: { population } },
  whole: true,
  observe() {},
})

export const openGates = defineMeasure({
  name: 'openGates',
  title: 'Open gates',
  meaning: 'whether a gate is open',
  unit: '1',
  of: ['gates'],
  reads: { gates: { open: code({ meaning: 'open', unit: '1', range: [0, 1] }) } },
  ties: { boats: { shape: 'matrix', meaning: 'ferries', unit: '1/day' } },
  observe() {},
})

export const library: Library = {
  mechanisms: [weather, drift, council, rival],
  measures: [meanConcern, people, openGates],
}
