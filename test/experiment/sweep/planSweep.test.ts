import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/diagnostics/index.js'
import { openLibrary, planSweep, type WrittenSweep } from '../../../src/experiment/index.js'
import { horizonOf, outcomeHead } from '../../../src/experiment/outcomeHeads.js'
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

describe('factors of whole numbers', () => {
  const design = { kind: 'latinHypercube', points: 5 } as const
  const ticks = (factor: object) => plan({ factors: { 'time.ticksPerYear': factor }, design })

  it('take whole values, without being told', async () => {
    const { points, factors } = await ticks({ from: 1, to: 12 })
    expect(factors[0].kind).toBe('integer')
    for (const { values } of points) expect(Number.isInteger(values[0])).toBe(true)
  })

  it('refuse what no run could have, when they are planned', async () => {
    expect(await complaint(ticks({ from: 0, to: 12 }))).toBe(
      'plan.yaml: 0 ticks a year are not possible. Expected a whole number from 1 to 365 (12: a tick is a month).',
    )
    expect(await complaint(ticks({ from: 1, to: 400 }))).toMatch(/400 ticks a year/)
    expect(await complaint(ticks({ values: [1, 2.5] }))).toMatch(/2.5 ticks a year/)
    expect(await complaint(ticks({ from: 1, to: 12, whole: false }))).toMatch(
      /takes whole numbers alone/,
    )
    expect(await complaint(ticks({}))).toMatch(/time.ticksPerYear: it has no range of its own/)
    const factors = {
      'ishigami.x1': { values: [1, 2.5], name: 'a' },
      'time.ticksPerYear': { formula: 'a * 3' },
    }
    expect(await complaint(plan({ factors }))).toMatch(/7.5 ticks a year are not possible/)
  })
})

describe('a question at a date', () => {
  const asked = (outcome: object, more: Partial<WrittenSweep> = {}) =>
    complaint(plan({ outcomes: [{ id: 'y', formula: 'value()', ...outcome }], ...more }))

  it('lies within the time of the runs', async () => {
    const outside =
      '1981-01-01 lies outside the time of the runs. Expected a day from 1980-01-01 to 1980-12-31. Did you mean "1980-12-31"?'
    expect(await asked({ at: '1981-01-01' })).toBe(`plan.yaml: outcome "y": ${outside}`)
    expect(await asked({ at: 'date("1981-01-01")' })).toBe(`plan.yaml: outcome "y": ${outside}`)
    expect(await asked({ formula: 'at(value(), "1981-01-01")' })).toContain(outside)
    expect(await asked({ formula: 'change(value(), "1979-01-01", "1980-02-01")' })).toMatch(
      /1979-01-01 lies outside the time of the runs.*Did you mean "1980-01-01"/,
    )
    expect(await asked({ at: '1980-12-31' })).toBe('nothing was wrong')
  })

  it('may be any where the runs differ in their time', async () => {
    const factors = { 'time.end': { values: ['1980-12-31', '1982-12-31'] } }
    expect(await asked({ at: '1981-01-01' }, { factors })).toBe('nothing was wrong')
  })

  it('may be any in what is only compared', async () => {
    expect(await asked({ formula: 'first(value() > 0) < date("1999-01-01")' })).toBe(
      'nothing was wrong',
    )
  })
})

it('a year of the calendar is told from a number', async () => {
  const outcomes = [
    { id: 'a', formula: 'year(first(value() > 0))' },
    { id: 'b', formula: 'max(year(first(value() > 0)), year(last(value() > 0)))', unit: 'year' },
    { id: 'c', formula: 'year(last(value() > 0)) - year(first(value() > 0))', unit: 'year' },
  ]
  const { ask } = await plan({ outcomes })
  const units = ask.numbers.map((asked) => outcomeHead(asked).unit)
  expect(units).toEqual(['calendar year', 'calendar year', 'year'])
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
