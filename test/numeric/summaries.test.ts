import { describe, expect, it } from 'vitest'
import { median, standardDeviation, sum } from '../../src/numeric/index.js'

describe('sum', () => {
  it('adds in index order', () => {
    expect(sum([1e16, 1, -1e16])).toBe(0)
    expect(sum([1e16, -1e16, 1])).toBe(1)
    expect(sum(Float64Array.of(1, 2, 3), 2)).toBe(3)
    expect(sum([])).toBe(0)
  })
})

describe('median', () => {
  it('takes the middle by size and leaves the input alone', () => {
    const values = [10, 9, 2, 33, 1]
    expect(median(values)).toBe(9)
    expect(values).toEqual([10, 9, 2, 33, 1])
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median(Float64Array.of(5, 1, 100), 2)).toBe(3)
    expect(median([])).toBeNaN()
    expect(median([1, NaN, 2])).toBeNaN()
  })
})

describe('standardDeviation', () => {
  it('divides by n', () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2)
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9, 1000], 8)).toBe(2)
    expect(standardDeviation([3])).toBe(0)
    expect(standardDeviation([])).toBeNaN()
  })

  it('is not fooled by a large mean', () => {
    expect(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBeCloseTo(
      Math.sqrt(22.5),
      12,
    )
  })
})
