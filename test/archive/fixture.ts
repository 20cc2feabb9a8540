import { Timeline } from '../../src/calendar/index.js'
import {
  defineMeasure,
  defineMechanism,
  number,
  type Parameters,
  type ParameterValue,
  type ParameterValues,
} from '../../src/contract/index.js'
import { Model, type ModelPlan } from '../../src/engine/index.js'
import { entityKeys } from '../../src/random/index.js'
import type { ScenarioDocument } from '../../src/scenario/document.js'
import {
  actorColumns,
  actorHead,
  actorKinds,
  type Column,
  type ColumnArray,
  status,
  type TablePlan,
} from '../../src/world/index.js'

/** Attention wanders at random: two issues, a number a unit and issue. */
export const wandering = defineMechanism({
  name: 'wandering',
  summary: 'Attention wanders.',
  source: 'none',
  parameters: {
    step: number({
      default: 0.5,
      range: [0, 1],
      unit: '1/yr',
      meaning: 'size of a step',
      source: 'none',
      grade: 'assumed',
    }),
  },
  writes: { actors: { salience: actorColumns.salience } },
  step({ n, issues, actors: { salience } }, { draws, parameters: { step } }) {
    const u = draws.block(issues.n)
    for (let i = 0; i < n * issues.n; i++) salience[i] = Math.max(0, salience[i] + step * u[i])
  },
})

/** Now and then two units sign, and the log says why, in words that a spreadsheet might take for a formula. */
export const signing = defineMechanism({
  name: 'signing',
  summary: 'Units sign.',
  source: 'none',
  parameters: {
    chance: number({
      default: 0.3,
      range: [0, 1],
      unit: '1',
      meaning: 'chance of a signature in a tick',
      source: 'none',
      grade: 'assumed',
    }),
  },
  step(world, { draws, day, events, parameters: { chance } }) {
    const { units, agreements } = world
    for (let k = 0; k + 1 < units.length; k++) {
      if (draws.at(units[k], 0) > chance) continue
      const row = agreements.propose({
        instrument: 0,
        issue: k % 2,
        day,
        parties: [units[k], units[k + 1]],
        commitment: 0.1,
        effect: 1,
        appeal: 0.5,
      })
      agreements.columns.status[row] = status.inForce
      agreements.columns.signedOn[row] = day
      agreements.columns.inForceOn[row] = day
      events.add('signed', {
        actor: units[k],
        other: units[k + 1],
        agreement: row,
        issue: k % 2,
        value: draws.at(units[k], 1),
        reason: k === 0 ? '=HYPERLINK("http://example.org","both"), wanted\nit' : "'tis so",
      })
    }
  },
})

export const salienceMeasure = defineMeasure({
  name: 'salience',
  title: 'Attention',
  meaning: 'attention that the unit gives to the issue',
  unit: 'sd',
  of: ['units', 'issues'],
  reads: { actors: { salience: actorColumns.salience } },
  observe({ n, units, issues, actors: { salience } }, out, at) {
    for (let k = 0; k < units.length; k++)
      for (let q = 0; q < issues.n; q++) out[at + k * issues.n + q] = salience[q * n + units[k]]
  },
})

export const signedMeasure = defineMeasure({
  name: 'signed',
  title: 'Agreements',
  meaning: 'number of agreements signed so far',
  unit: 'agreement',
  of: [],
  whole: true,
  observe({ agreements }, out, at) {
    out[at] = agreements.n
  },
})

export const attentionByIssue = defineMeasure({
  name: 'attention',
  title: 'Mean attention',
  meaning: 'mean attention of all actors; unknown on the first day',
  unit: 'sd',
  of: ['issues'],
  reads: { actors: { salience: actorColumns.salience } },
  observe({ n, issues, actors: { salience } }, out, at, { tick }) {
    for (let q = 0; q < issues.n; q++) {
      let total = 0
      for (let i = 0; i < n; i++) total += salience[q * n + i]
      out[at + q] = tick === 0 ? NaN : total / n
    }
  },
})

function table(
  name: string,
  ids: readonly string[],
  columns: { readonly [name: string]: Column } = {},
  given: { readonly [name: string]: ColumnArray } = {},
): TablePlan {
  return {
    name,
    ids,
    keys: entityKeys(ids),
    columns: new Map(Object.entries(columns)),
    given: new Map(Object.entries(given)),
  }
}

/** Values as a step sees them. */
function settings(values: {
  readonly [name: string]: ParameterValue
}): ParameterValues<Parameters> {
  return values as ParameterValues<Parameters>
}

export const actorIds = ['NA', 'Ωland', 'NO', 'b-1', 'b.1', '@c'] as const

/** Two states with two units each; two issues whose ids give the same name of a column. */
export function fixturePlan(step = 0.5): ModelPlan {
  const kinds = ['state', 'state', 'city', 'city', 'city', 'region'] as const
  const actors = table(
    'actors',
    actorIds,
    { ...actorHead, salience: actorColumns.salience },
    {
      kind: Uint8Array.from(kinds, (kind) => actorKinds.indexOf(kind)),
      state: Int32Array.of(-1, -1, 0, 0, 1, 1),
    },
  )
  const issues = table('issues', ['acid rain', 'acid-rain'])
  const salience = { ...actorColumns.salience }
  return {
    timeline: new Timeline(0, 730, 4),
    world: {
      tables: [
        { ...actors, columns: new Map([...actors.columns, ['salience', salience]]) },
        issues,
        table('instruments', ['memorandum']),
      ],
      ties: {},
      assignments: [],
      announcements: [],
    },
    mechanisms: [
      { mechanism: wandering, parameters: settings({ step }) },
      { mechanism: signing, parameters: settings({ chance: 0.3 }) },
    ],
    measures: [salienceMeasure, signedMeasure, attentionByIssue],
  }
}

export function fixtureModel(step = 0.5): Model {
  return new Model(fixturePlan(step))
}

export const fixtureDocument: ScenarioDocument = {
  format: 1,
  name: 'fixture',
  title: 'A fixture',
  question: 'Does it hold?',
  summary: 'Two states, four units.',
  licence: 'CC-BY-4.0',
  time: { start: '1970-01-01', end: '1972-01-01', ticksPerYear: 4 },
  tables: { actors: { NA: { kind: 'state' }, NO: { kind: 'city' } } },
  mechanisms: { wandering: {}, signing: {} },
}

export const fixtureLoaded = {
  document: fixtureDocument,
  files: [{ name: 'scenario.yaml', sha256: 'ab'.repeat(32) }],
}
