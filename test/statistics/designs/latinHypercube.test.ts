import { describe, expect, it } from 'vitest'
import { deriveKey } from '../../../src/random/index.js'
import { latinHypercube, pearson } from '../../../src/statistics/index.js'

const key = deriveKey('1', 0, 'design')

describe('latinHypercube', () => {
  it('puts one point into each stratum of each dimension', () => {
    for (const n of [1, 7, 100]) {
      const points = latinHypercube(n, 6, key)
      expect(points).toHaveLength(n)
      for (let j = 0; j < 6; j++) {
        const strata = points.map((point) => Math.floor(point[j] * n)).sort((a, b) => a - b)
        expect(strata).toEqual(Array.from({ length: n }, (_, i) => i))
      }
    }
  })

  it('pairs strata at random and spreads points within them', () => {
    const points = latinHypercube(2000, 3, key)
    const column = (j: number) => points.map((point) => point[j])
    // Standard error 0.022.
    expect(Math.abs(pearson(column(0), column(1)))).toBeLessThan(0.08)
    expect(Math.abs(pearson(column(1), column(2)))).toBeLessThan(0.08)
    const within = column(0).map((x) => (x * 2000) % 1)
    expect(Math.abs(within.reduce((a, b) => a + b) / 2000 - 0.5)).toBeLessThan(0.025)
  })

  it('estimates a sum of monotone functions better than chance', () => {
    // Stein (1987): the variance of the additive part vanishes. ∫ x² + y³ = 7/12, at random ± 0.041.
    let squares = 0
    for (let r = 0; r < 50; r++) {
      const points = latinHypercube(100, 2, deriveKey('s', r, 'design'))
      const mean = points.reduce((total, [x, y]) => total + x * x + y * y * y, 0) / 100
      squares += (mean - 7 / 12) ** 2
    }
    expect(Math.sqrt(squares / 50)).toBeLessThan(0.001)
  })

  it('leaves a dimension as it is when others come', () => {
    const few = latinHypercube(20, 2, key)
    const many = latinHypercube(20, 5, key)
    expect(many.map((point) => [...point.slice(0, 2)])).toEqual(few.map((point) => [...point]))
    expect(latinHypercube(0, 2, key)).toEqual([])
    expect(latinHypercube(2, 0, key)).toEqual([new Float64Array(0), new Float64Array(0)])
    expect(() => latinHypercube(1.5, 2, key)).toThrow(RangeError)
  })
})
