import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/diagnostics/index.js'
import { openLibrary, planSweep, type WrittenSweep } from '../../../src/experiment/index.js'
import { horizonOf } from '../../../src/experiment/outcomeHeads.js'
import { placeOf } from '../../../src/experiment/plan.js'
import { library, scenario } from '../sensitivity/run.js'

const written: WrittenSweep = {
  format: 1,
  scenario: 'ishigami',
  outcomes: [{ id: 'y', formula: '1' }],
}

async function plan(more: Partial<WrittenSweep>, choices: object = {}) {
  return planSweep(
    scenario(),
    await openLibrary(library),
    { ...written, ...more },
    { version: 'test', mechanismFiles: [], file: 'plan.yaml', ...choices },
  )
}

const complaint = (asked: Promise<unknown>) =>
  asked.then(
    () => 'nothing was wrong',
    (error) => (error instanceof InputError ? error.message : String(error)),
  )

describe('factors', () => {
  it('may not stand twice at one place, however it is written', async () => {
    const factors = {
      'ishigami.x1': { values: [0, 1] },
      'mechanisms.ishigami.x1': { values: [2, 3] },
    }
    expect(await complaint(plan({ factors }))).toMatch(
      /"ishigami.x1" and "mechanisms.ishigami.x1" are the same place/,
    )
  })

  it('may not have one name', async () => {
    const factors = {
      'ishigami.x1': { values: [0, 1], name: 'a' },
      'ishigami.x2': { values: [0, 1], name: 'a' },
    }
    expect(await complaint(plan({ factors }))).toMatch(/are both named "a"/)
  })

  it('may not be set for all runs as well', async () => {
    const factors = { 'ishigami.x1': { values: [0, 1] } }
    const both = /"ishigami.x1" is both varied and set/
    expect(await complaint(plan({ factors, set: { 'mechanisms.ishigami.x1': 1 } }))).toMatch(both)
    expect(await complaint(plan({ factors }, { fixed: ['ishigami.x1'] }))).toMatch(both)
  })

  it('may not have a value twice', async () => {
    const factors = { 'ishigami.x1': { values: [0.5, '0.5'] } }
    expect(await complaint(plan({ factors }))).toMatch(/the value "0.5" is there twice/)
  })

  it('that switch mechanisms are told apart by their titles', async () => {
    const { factors } = await plan({ factors: { 'ishigami.enabled': {} } })
    expect(factors[0].title).toBe('mechanism ishigami')
  })
})

describe('a list', () => {
  const design = { kind: 'list', file: 'points.csv' } as const
  const listed = [
    { 'ishigami.x2': '2', 'ishigami.x1': '0.5' },
    { 'ishigami.x2': '1', 'ishigami.x1': '0.25' },
  ]

  it('lends its columns to formulas, by the names that the plan gives them', async () => {
    const factors = { 'ishigami.x1': { name: 'a' }, 'ishigami.x3': { formula: 'a * 2' } }
    const { points } = await plan({ factors, design }, { listed })
    expect(points.map(({ values }) => values)).toEqual([
      [2, 0.5, 1],
      [1, 0.25, 0.5],
    ])
  })

  it('leaves no factor without a column, or with other values', async () => {
    const without = plan({ factors: { 'ishigami.x3': {} }, design }, { listed })
    expect(await complaint(without)).toMatch(/ishigami.x3 is no column of the list/)
    const other = plan({ factors: { 'ishigami.x1': { from: 0, to: 1 } }, design }, { listed })
    expect(await complaint(other)).toMatch(/has its values from the list, and others/)
  })
})

it('dates are watched up to the earliest end of all runs', async () => {
  const ends = { 'time.end': { values: ['1980-06-30', '1980-12-31'] } }
  const varied = await plan({ factors: ends })
  expect(placeOf(varied, 1).point).toBe(1)
  expect(horizonOf(varied)).toBeCloseTo(1980 + 181 / 366, 6)
  expect(horizonOf(await plan({}))).toBeCloseTo(1980 + 365 / 366, 6)
})
