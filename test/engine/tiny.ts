import type { AnyMeasure, AnyMechanism } from '../../src/contract/index.js'
import type { Model } from '../../src/engine/index.js'
import { buildModel, type ScenarioDocument } from '../../src/scenario/index.js'

/** Two small states with two towns each, a question before them, and nothing else. */
export const towns = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  alba: { kind: 'city', state: 'north' },
  brig: { kind: 'city', state: 'north' },
  cove: { kind: 'city', state: 'south' },
  dune: { kind: 'city', state: 'south' },
}

export interface Tiny {
  readonly mechanisms: readonly AnyMechanism[]
  readonly measures?: readonly AnyMeasure[]
  readonly document?: Partial<ScenarioDocument>
}

/** A model of two years by quarters with theories of the test's own. */
export function tinyModel({ mechanisms, measures = [], document = {} }: Tiny): Model {
  return buildModel(
    {
      format: 1,
      name: 'tiny',
      title: 'Tiny',
      question: 'Does it work?',
      summary: 'Four towns.',
      licence: 'CC0-1.0',
      time: { start: '1970-01-01', end: '1971-12-31', ticksPerYear: 4 },
      tables: { actors: towns, issues: { harbour: {} } },
      mechanisms: Object.fromEntries(mechanisms.map(({ name }) => [name, {}])),
      ...document,
    },
    { mechanisms, measures },
  )
}
