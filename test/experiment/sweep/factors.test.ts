import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/diagnostics/index.js'
import { type Factor, levelsOf, valueAt } from '../../../src/experiment/factors/Factor.js'
import { readVary } from '../../../src/experiment/factors/readVary.js'
import { designPoints } from '../../../src/experiment/sweep/designPoints.js'

const head = { id: 'x', title: 'x', unit: '1', path: ['x'] }
const range = (low: number, high: number, more: object = {}): Factor => ({
  ...head,
  kind: 'number',
  domain: { kind: 'range', low, high, scale: 'linear', whole: false, ...more },
})
const list = (...values: (string | boolean | number)[]): Factor => ({
  ...head,
  kind: 'category',
  values,
  domain: { kind: 'list', values },
})

describe('--vary', () => {
  it.each([
    ['a.b=0:1:0.25', ['a.b', { values: [0, 0.25, 0.5, 0.75, 1] }]],
    ['a.b=0:0.3:0.1', ['a.b', { values: [0, 0.1, 0.2, 0.3] }]],
    ['a.b=3:1:-1', ['a.b', { values: [3, 2, 1] }]],
    ['a.b=0..2', ['a.b', { from: 0, to: 2 }]],
    ['a.b=-1..-0.5', ['a.b', { from: -1, to: -0.5 }]],
    ['a.b=on,off', ['a.b', { values: ['on', 'off'] }]],
    ['a.b=7', ['a.b', { values: ['7'] }]],
    ['time.end=1990-01-01, 1995-01-01', ['time.end', { values: ['1990-01-01', '1995-01-01'] }]],
    ['a.b', ['a.b', {}]],
  ])('%s', (text, read) => expect(readVary(text)).toEqual(read))

  it.each(['', '=1', 'a=', 'a=1:2', 'a=1:2:x', 'a=0:1:0', 'a=1,,2', 'a=1..x', 'a=0:1:1e-9'])(
    'refuses %j',
    (text) => expect(() => readVary(text)).toThrow(InputError),
  )
})

describe('a factor', () => {
  it('spans its range, ends included', () => {
    expect([0, 0.25, 1].map((u) => valueAt(range(2, 6), u))).toEqual([2, 3, 6])
    expect(valueAt(range(1, 100, { scale: 'log' }), 0.5)).toBeCloseTo(10, 12)
    expect([0, 1].map((u) => valueAt(range(1, 100, { scale: 'log' }), u))).toEqual([1, 100])
  })

  it('gives each whole number and each choice an equal share', () => {
    const die = range(1, 6, { whole: true })
    const counts = new Map<unknown, number>()
    for (let k = 0; k < 600; k++) {
      const value = valueAt(die, k / 600)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    expect([...counts]).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, 100]))
    expect([0, 0.4, 0.7, 1].map((u) => valueAt(list('a', 'b', 'c'), u))).toEqual([
      'a',
      'b',
      'c',
      'c',
    ])
  })

  it('spreads whole numbers over a log scale', () => {
    const wide = range(1, 1000, { whole: true, scale: 'log' })
    const values = Array.from({ length: 300 }, (_, k) => Number(valueAt(wide, k / 299)))
    expect([values[0], values[299]]).toEqual([1, 1000])
    expect(values.every(Number.isInteger)).toBe(true)
    // A third of a scale from 1 to 1001 lies below 10, a third above 100.
    expect(values.filter((x) => x < 10).length / 300).toBeCloseTo(1 / 3, 1)
    expect(values.filter((x) => x >= 100).length / 300).toBeCloseTo(1 / 3, 1)
  })

  it('has the levels of its list, its steps, or its whole numbers', () => {
    expect(levelsOf(list(true, false))).toEqual([true, false])
    expect(levelsOf(range(0, 0.3, { steps: 4 }))).toEqual([0, 0.1, 0.2, 0.3])
    expect(levelsOf(range(2, 5, { whole: true }))).toEqual([2, 3, 4, 5])
    expect(levelsOf(range(0, 1))).toBeUndefined()
  })
})

describe('a design', () => {
  it('of a grid has every combination, the last factor changing fastest', () => {
    expect(designPoints({ kind: 'grid' }, [list('a', 'b'), list(1, 2)], 's')).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ])
    expect(designPoints({ kind: 'grid' }, [], 's')).toEqual([[]])
  })

  it('of one at a time starts from what the scenario has', () => {
    const factors = [{ ...list(1, 2, 3), present: 2 }, list('a', 'b')]
    expect(designPoints({ kind: 'oneAtATime' }, factors, 's')).toEqual([
      [2, 'a'],
      [1, 'a'],
      [3, 'a'],
      [2, 'b'],
    ])
  })

  it.each([
    ['latinHypercube', 8, 8],
    ['sobol', 8, 8],
    ['morris', 4, 4 * 3],
    ['saltelli', 4, 4 * 4],
  ] as const)('%s of %i has %i points within the ranges, by the seed alone', (kind, n, points) => {
    const factors = [range(2, 4), range(1, 3, { whole: true })]
    const design = () => designPoints({ kind, points: n }, factors, 's')
    expect(design()).toHaveLength(points)
    expect(design()).toEqual(design())
    for (const [x, k] of design() as number[][]) {
      expect(x >= 2 && x <= 4).toBe(true)
      expect([1, 2, 3]).toContain(k)
    }
    expect(designPoints({ kind, points: n }, factors, 't')).not.toEqual(design())
  })

  it('says what it lacks', () => {
    expect(() => designPoints({ kind: 'grid' }, [range(0, 1)], 's')).toThrow(/needs some values/)
    expect(() => designPoints({ kind: 'sobol' }, [range(0, 1)], 's')).toThrow(/number of points/)
    const many = Array.from({ length: 7 }, () => range(0, 9, { whole: true }))
    expect(() => designPoints({ kind: 'grid' }, many, 's')).toThrow(/10000000 points/)
  })
})
