import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { applyPatches, enablePatches } from 'immer'
import { afterAll, describe, expect, test } from 'vitest'
import {
  buildModel,
  listScenarios,
  loadScenario,
  measureSymbols,
} from '../../src/scenario/index.js'
import { edited, lake } from './edit.js'
import { library } from './library.js'

enablePatches()
const folders: string[] = []
const copy = async (find: string, put: string) => {
  const folder = await edited([{ find, put }])
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('loadScenario', () => {
  test('finds a scenario by its name on a shelf, by its folder and by its file', async () => {
    const shelf = dirname(lake)
    const byName = await loadScenario('lake', library, { shelf, formulas: false })
    const byFolder = await loadScenario(lake, library, { formulas: false })
    const byFile = await loadScenario(join(lake, 'scenario.yaml'), library, { formulas: false })
    expect(byFolder.document).toEqual(byName.document)
    expect(byFile.document).toEqual(byName.document)
    expect(byName.folder).toBe(lake)
    expect(byName.path).toBe('test/scenario/lake/scenario.yaml')
  })

  test('an unknown name gets the nearest', async () => {
    const shelf = dirname(lake)
    await expect(loadScenario('lkae', library, { shelf })).rejects.toThrow(
      'there is no scenario "lkae". Expected lake, or the path of yours. Did you mean "lake"?',
    )
  })

  test('names every file with its hash', async () => {
    const { files } = await loadScenario(lake, library)
    expect(files.map((f) => f.name)).toEqual([
      'scenario.yaml',
      'actors.csv',
      'gates.csv',
      'changes.csv',
      'concern.csv',
      'twins.csv',
    ])
    for (const { name, sha256, bytes } of files) {
      const content = await readFile(join(lake, name))
      expect(bytes).toBe(content.length)
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })

  test('keeps ids, dates and NO as text', async () => {
    const folder = await copy('north: {title: Northern shore', 'NO: {title: Northern shore')
    const other = await loadScenario(folder, library, { formulas: false })
    expect(Object.keys(other.document.groups ?? {})).toEqual(['NO'])
    const { document } = await loadScenario(lake, library)
    expect(Object.keys(document.tables.actors)).toEqual(['N', 'S', 'N-1', 'N.2', 'S-1', '01'])
    expect(document.time.start).toBe('1980-01-01')
    expect(document.tables.actors['N-1'].title).toBe('Port, North')
  })

  test('reads points, pairs, changes and loose dates', async () => {
    const { document } = await loadScenario(lake, library)
    expect(document.history?.series?.[0].points).toEqual([
      { date: '1980', value: 0.1 },
      { date: '1982', value: 0.4 },
    ])
    expect(document.history?.targets?.[0].from).toBe('1982')
    const pairs = document.checks?.find((c) => c.kind === 'pairs')
    expect(pairs?.documented).toEqual(['N-1|S-1', 'N.2|01'])
    expect(document.changes?.map((c) => c.value)).toEqual(['6', 'no'])
  })

  test('a change with its patches gives the document', async () => {
    const loaded = await loadScenario(lake, library, {
      treatment: 'soft',
      settings: ['drift.rate=0.5', 'actors.N.2.population=7'],
      until: '1983-12-31',
    })
    expect(applyPatches(loaded.original, [...loaded.patches])).toEqual(loaded.document)
    expect(loaded.original.time.end).toBe('1984-12-31')
    expect(loaded.document.time.end).toBe('1983-12-31')
    expect(loaded.patches).toContainEqual({
      op: 'replace',
      path: ['mechanisms', 'drift', 'rate'],
      value: 0.5,
    })
  })

  test('lists the scenarios of a shelf', async () => {
    expect(await listScenarios(dirname(lake))).toEqual([
      {
        name: 'lake',
        title: 'The lake',
        question: 'Does concern spread around a lake?',
        summary: 'Two states, four shore towns, one question.',
      },
    ])
    expect(await listScenarios('/nowhere')).toEqual([])
  })
})

describe('treatments and settings', () => {
  const changed = async (...settings: string[]) =>
    (await loadScenario(lake, library, { settings, formulas: false })).document

  test('a treatment updates all rows that fit, and nothing else', async () => {
    const { document } = await loadScenario(lake, library, { treatment: 'soft' })
    const populations = Object.values(document.tables.actors).map((row) => Number(row.population))
    expect(populations).toEqual([1000, 2000, 100, 200, 100, 100])
    expect(document.tables.instruments.treaty.available).toBe(false)
    expect(document.mechanisms.drift.rule).toBe('median')
  })

  test('a mechanism is switched off by a treatment or a setting', async () => {
    const { document } = await loadScenario(lake, library, { treatment: 'calm' })
    expect(document.mechanisms.weather.enabled).toBe(false)
    expect((await changed('weather.enabled=off')).mechanisms.weather.enabled).toBe(false)
    const model = buildModel(document, library)
    expect(model.plan.mechanisms.map((m) => m.mechanism.name)).toEqual(['drift', 'council'])
    expect(model.plan.world.tables.find((t) => t.name === 'issues')?.columns.has('storm')).toBe(
      true,
    )
  })

  test.each([
    ['drift.bounded=on', ['mechanisms', 'drift', 'bounded'], true],
    ['mechanisms.drift.bounded=No', ['mechanisms', 'drift', 'bounded'], false],
    ['council.quorum=0.25', ['mechanisms', 'council', 'quorum'], 0.25],
    ['drift.rule=median', ['mechanisms', 'drift', 'rule'], 'median'],
    ['time.ticksPerYear=4', ['time', 'ticksPerYear'], 4],
    ['time.end=1990-06-30', ['time', 'end'], '1990-06-30'],
    ['actors.N.2.seats:E=9', ['tables', 'actors', 'N.2', 'seats:E'], 9],
    ['actors.01.state=N', ['tables', 'actors', '01', 'state'], 'N'],
    ['tables.gates.N.2/floor.kind=chair', ['tables', 'gates', 'N.2/floor', 'kind'], 'chair'],
    ['gates.N.2/floor.since=1901-01-01', ['tables', 'gates', 'N.2/floor', 'since'], '1901-01-01'],
    ['instruments.treaty.binding=0', ['tables', 'instruments', 'treaty', 'binding'], false],
    ['issues.clean-water.storm=.5', ['tables', 'issues', 'clean-water', 'storm'], 0.5],
  ])('--set %s', async (setting, path, value) => {
    let at: unknown = await changed(setting)
    for (const key of path) at = (at as Record<string, unknown>)[key]
    expect(at).toBe(value)
  })

  test('a setting can break what only shows in the whole', async () => {
    await expect(changed('time.start=1999-01-01')).rejects.toThrow(
      '--set time.start=1999-01-01: the end, 1984-12-31, does not lie after the start, 1999-01-01.',
    )
  })
})

describe('measures', () => {
  test('symbols name the ids along each dimension', async () => {
    const { document } = await loadScenario(lake, library)
    expect(measureSymbols(document, library)).toEqual({
      series: {
        meanConcern: { summary: 'mean concern (sd)', subjects: [['north'], ['clean-water']] },
        people: { summary: 'people of a state (person)', subjects: [['N', 'S']] },
        openGates: { summary: 'whether a gate is open', subjects: [['N-1/floor', 'N.2/floor']] },
      },
      constants: {},
    })
  })

  test('one whose columns nobody declares is left out, and refused if it is asked for', async () => {
    const { document } = await loadScenario(lake, library)
    const { council: _, ...mechanisms } = document.mechanisms
    const { changes: _c, sources: _s, ...rest } = document
    const { actors, issues } = document.tables
    const bare = Object.fromEntries(
      Object.entries(actors).map(([id, row]) => [
        id,
        Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('seats'))),
      ]),
    )
    const less = { ...rest, mechanisms, tables: { actors: bare, issues } }
    expect(Object.keys(measureSymbols(less, library).series)).toEqual(['meanConcern', 'people'])
    expect(() => buildModel({ ...less, measures: ['openGates'] }, library)).toThrow(
      'measure "openGates" needs gates.open, which no mechanism of this scenario has. It belongs to "council"',
    )
  })
})
