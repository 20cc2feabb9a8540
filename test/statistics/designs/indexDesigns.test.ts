import { describe, expect, it } from 'vitest'
import { deriveKey } from '../../../src/random/index.js'
import {
  grid,
  oneAtATime,
  saltelliBlock,
  saltelliSample,
  sobolSequence,
} from '../../../src/statistics/index.js'

describe('grid', () => {
  it('lists every combination, the last factor fastest', () => {
    expect(grid([2, 3])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ])
    expect(grid([])).toEqual([[]])
    expect(grid([2, 0])).toEqual([])
    expect(() => grid([1.5])).toThrow(RangeError)
  })
})

describe('oneAtATime', () => {
  it('lists the base and each departure from it', () => {
    expect(oneAtATime([3, 1, 2], [1, 0, 0])).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [2, 0, 0],
      [1, 0, 1],
    ])
    expect(oneAtATime([], [])).toEqual([[]])
    expect(() => oneAtATime([2], [2])).toThrow(/base of factor 0/)
    expect(() => oneAtATime([2, 2], [0])).toThrow(RangeError)
  })
})

describe('saltelliSample', () => {
  const scramble = deriveKey('1', 0, 'design')

  it('lays out blocks of A, B and their mixtures', () => {
    const d = 3
    const base = sobolSequence(8, 2 * d, { scramble })
    const points = saltelliSample(8, d, { second: true, scramble })
    expect(points).toHaveLength(8 * saltelliBlock(d, true))
    base.forEach((row, j) => {
      const a = [...row.slice(0, d)]
      const b = [...row.slice(d)]
      expect(points.slice(8 * j, 8 * (j + 1)).map((point) => [...point])).toEqual([
        a,
        b,
        [b[0], a[1], a[2]],
        [a[0], b[1], a[2]],
        [a[0], a[1], b[2]],
        [a[0], b[1], b[2]],
        [b[0], a[1], b[2]],
        [b[0], b[1], a[2]],
      ])
    })
  })

  it('has shorter blocks without second order, and prefixes', () => {
    const whole = saltelliSample(8, 2, { second: false, scramble })
    expect(whole).toHaveLength(8 * 4)
    expect(saltelliSample(4, 2, { second: false, scramble })).toEqual(whole.slice(0, 16))
    const both = saltelliSample(8, 2, { second: true, scramble })
    expect(both.slice(0, 4)).toEqual(whole.slice(0, 4))
    expect(saltelliSample(1, 80, { second: false, scramble })).toHaveLength(82)
    expect(() => saltelliSample(1, 81, { second: false, scramble })).toThrow(RangeError)
  })
})
