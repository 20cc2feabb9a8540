import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/calendar/index.js'
import { entityKeys } from '../../src/random/index.js'
import {
  buildModel,
  describeScenario,
  loadScenario,
  type ScenarioDocument,
} from '../../src/scenario/index.js'
import { digest } from '../../src/world/index.js'
import { lake } from './edit.js'
import { library } from './library.js'

const { document } = await loadScenario(lake, library, { formulas: false })
const model = buildModel(document, library)
const column = (table: string, name: string) => [
  ...(model.world.tables.get(table)?.arrays.get(name) ?? []),
]
const day = (text: string) => parseDate(text) ?? Number.NaN

describe('buildModel', () => {
  test('reads every type of column', () => {
    expect(column('actors', 'kind')).toEqual([0, 0, 2, 2, 2, 2])
    expect(column('actors', 'state')).toEqual([-1, -1, 0, 0, 1, 1])
    expect(column('actors', 'active')).toEqual([1, 1, 1, 1, 1, 1])
    expect(column('actors', 'population')).toEqual([1000, 2000, 100, 200, 300, 50])
    expect(column('instruments', 'binding')).toEqual([0, 1])
    expect(column('instruments', 'available')).toEqual([1, 1])
    expect(column('gates', 'town')).toEqual([2, 3])
    expect(column('gates', 'since')).toEqual([day('1848-09-12'), 0])
    expect(column('gates', 'quota')).toEqual([7, 0])
    expect(column('issues', 'storm')).toEqual([1])
  })

  test('lays one block of rows after the other where a column has a second dimension', () => {
    expect(column('actors', 'seats')).toEqual([0, 0, 3, 5, 0, 0, 0, 0, 4, 0, 0, 0])
    expect(column('actors', 'member')).toEqual([0, 0, 1, 1, 0, 0])
  })

  test('keys rows by their ids', () => {
    expect(model.world.actors.keys).toEqual(entityKeys(['N', 'S', 'N-1', 'N.2', 'S-1', '01']))
  })

  test('takes mechanisms in the order of the library, their parameters filled and frozen', () => {
    const { mechanisms } = model.plan
    expect(mechanisms.map((m) => [m.mechanism.name, m.parameters])).toEqual([
      ['weather', {}],
      ['drift', { rate: 0.3, rule: 'mean', bounded: false }],
      ['council', { quorum: 0.6 }],
    ])
    expect(mechanisms.every((m) => Object.isFrozen(m.parameters))).toBe(true)
  })

  test('dates changes and events', () => {
    expect(model.plan.world.assignments).toEqual([
      { day: day('1981-01-01'), table: 'actors', column: 'seats', at: 8, value: 6 },
      { day: day('1983-01-01'), table: 'instruments', column: 'available', at: 0, value: 0 },
      { day: day('1982-03-01'), table: 'issues', column: 'storm', at: 0, value: 2 },
    ])
    expect(model.plan.world.announcements).toEqual([
      { day: day('1982-03-01'), title: 'A storm', issue: 0, actor: -1 },
    ])
    expect(model.plan.timeline.n).toBe(60)
  })

  test('needs nothing but the document as JSON', () => {
    const again = buildModel(JSON.parse(JSON.stringify(document)), library)
    const end = (m: typeof model) => {
      m.run({ seed: 'a' })
      return digest(m.world)
    }
    expect(end(again)).toBe(end(model))
  })

  test('builds 64 actors in well under a tenth of a second', () => {
    const actors = Object.fromEntries(
      Array.from({ length: 64 }, (_, i) => [
        `T${i}`,
        { kind: 'city', state: 'N', population: String(i), latitude: '47', 'seats:D': '1' },
      ]),
    )
    const large: ScenarioDocument = {
      ...document,
      tables: { ...document.tables, actors: { ...document.tables.actors, ...actors } },
    }
    buildModel(large, library)
    const start = performance.now()
    buildModel(large, library)
    expect(performance.now() - start).toBeLessThan(100)
  })

  test('says what does not fit, without places', () => {
    const broken = { ...document, mechanisms: { ...document.mechanisms, drift: { rate: 9 } } }
    expect(() => buildModel(broken, library)).toThrow('drift.rate: "9" is out of range.')
  })
})

describe('describeScenario', () => {
  const description = describeScenario(document, library)

  test('gives every parameter with what it stands on', () => {
    const rows = description.parameters.map((p) => [
      `${p.mechanism}.${p.parameter}`,
      p.value,
      p.default,
      p.unit,
      p.range,
      p.source,
      p.grade,
      p.changed,
    ])
    expect(rows).toEqual([
      ['drift.rate', 0.3, 0.2, '1/yr', [0, 1], 'set in the scenario', 'assumed', true],
      ['drift.rule', 'mean', 'mean', '1', ['mean', 'median'], 'design', 'assumed', false],
      ['drift.bounded', false, true, '1', undefined, 'set in the scenario', 'assumed', true],
      ['council.quorum', 0.6, 0.5, '1', [0.3, 0.7], 'Town law', 'found', true],
    ])
  })

  test('gives columns with their sources, tables and treatments', () => {
    const seats = description.columns.find((c) => c.column === 'seats')
    expect(seats).toMatchObject({ given: true, by: 'council', source: 'Census', grade: 'found' })
    expect(description.columns.find((c) => c.column === 'concern')?.given).toBe(false)
    expect(description.tables).toContainEqual({ name: 'groups', rows: 1 })
    expect(description.treatments.map((t) => t.changes)).toEqual([
      ['switch off weather'],
      [
        'tables.instruments.treaty.available = no',
        'actors where state = S: population = 100',
        'drift.rule = median',
      ],
    ])
    expect(description.measures).toEqual(['meanConcern', 'people', 'openGates'])
  })
})
