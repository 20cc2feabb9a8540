import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mean,
  meanInterval,
  midranks,
  pearson,
  quantile,
  quantileOfSorted,
  spearman,
  variance,
  wilson,
} from '../../src/statistics/index.js'

describe('mean and variance', () => {
  it('divide by n and by n − 1', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(variance([1, 2, 6])).toBe(7)
    expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 6])).toBe(7)
    expect(mean([])).toBeNaN()
    expect(variance([1])).toBeNaN()
  })
})

describe('quantile', () => {
  it('interpolates as type 7 of Hyndman and Fan', () => {
    // R: quantile(c(1, 3, 4, 10, 20), c(.1, .25, .5, .9))
    const values = [20, 3, 10, 1, 4]
    expect(quantile(values, 0)).toBe(1)
    expect(quantile(values, 0.1)).toBeCloseTo(1.8, 14)
    expect(quantile(values, 0.25)).toBe(3)
    expect(quantile(values, 0.5)).toBe(4)
    expect(quantile(values, 0.9)).toBeCloseTo(16, 14)
    expect(quantile(values, 1)).toBe(20)
    expect(values).toEqual([20, 3, 10, 1, 4])
  })

  it('bears infinities, and tells of NaN and of nothing', () => {
    expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity)
    expect(quantile([-Infinity, 1], 0.5)).toBe(-Infinity)
    expect(quantile([1, NaN], 0.1)).toBeNaN()
    expect(quantile([], 0.5)).toBeNaN()
    expect(quantileOfSorted([7], 0.3)).toBe(7)
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
    expect(() => quantile([1], NaN)).toThrow(RangeError)
  })
})

describe('wilson', () => {
  it.each([
    // Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval for %d of %d', (k, n, lower, upper) => {
    const interval = wilson(k, n)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
    expect(interval.estimate).toBe(k / n)
  })

  it('agrees with SciPy in all digits', () => {
    expect(wilson(7, 20).lower).toBeCloseTo(0.1811918241010821, 14)
    expect(wilson(7, 20).upper).toBeCloseTo(0.5671457233147637, 14)
    expect(wilson(0, 10).upper).toBeCloseTo(0.27753279986288926, 14)
  })

  it('reaches the ends, and knows nothing without trials', () => {
    expect(wilson(0, 10).lower).toBe(0)
    expect(wilson(10, 10).upper).toBe(1)
    expect(wilson(0, 0)).toEqual({ estimate: NaN, lower: 0, upper: 1, level: 0.95 })
    expect(() => wilson(3, 2)).toThrow(RangeError)
    expect(() => wilson(1, 2, 95)).toThrow(RangeError)
  })

  it('holds the estimate, mirrors failures and widens with the level', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (k, failures) => {
        const n = k + failures + 1
        const narrow = wilson(k, n, 0.8)
        const wide = wilson(k, n, 0.99)
        expect(narrow.lower).toBeLessThanOrEqual(narrow.estimate)
        expect(narrow.upper).toBeGreaterThanOrEqual(narrow.estimate)
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
        expect(wilson(n - k, n).lower).toBeCloseTo(1 - wilson(k, n).upper, 12)
      }),
    )
  })
})

describe('meanInterval', () => {
  it('gives the interval of Student for his sleep data', () => {
    // Student (1908), additional hours of sleep, difference of two drugs; R: t.test(…)$conf.int
    const interval = meanInterval([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4])
    expect(interval.estimate).toBeCloseTo(1.58, 12)
    expect(interval.lower).toBeCloseTo(0.7001142, 7)
    expect(interval.upper).toBeCloseTo(2.4598858, 7)
  })

  it('knows nothing of the spread from one value', () => {
    expect(meanInterval([3])).toEqual({ estimate: 3, lower: NaN, upper: NaN, level: 0.95 })
    expect(meanInterval([]).estimate).toBeNaN()
    expect(meanInterval([2, 2, 2])).toEqual({ estimate: 2, lower: 2, upper: 2, level: 0.95 })
    expect(() => meanInterval([1, 2], 1)).toThrow(RangeError)
  })
})

describe('midranks', () => {
  it('shares ranks among ties', () => {
    const { ranks, tieSum } = midranks([3, 1, 3, Infinity, 3, Infinity])
    expect(Array.from(ranks)).toEqual([3, 1, 3, 5.5, 3, 5.5])
    expect(tieSum).toBe(24 + 6)
    expect(midranks([2, 1]).tieSum).toBe(0)
  })
})

describe('correlation', () => {
  const x = [1, 2, 2, 3, 5, 5, 7]
  const y = [2, 4, 5, 6, 8, 8, 9]

  it('agrees with SciPy', () => {
    expect(pearson(x, y)).toBeCloseTo(0.9552522088014073, 14)
    expect(spearman(x, y)).toBeCloseTo(0.9908673886137246, 14)
  })

  it("gives Anscombe's 0.816", () => {
    const a = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const b = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(pearson(a, b)).toBeCloseTo(0.81642, 5)
  })

  it('stays within ±1 and is blind to monotone change', () => {
    const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(list, (values) => {
        if (new Set(values).size < 2) return
        expect(pearson(values, values)).toBeCloseTo(1, 14)
        expect(pearson(values, values)).toBeLessThanOrEqual(1)
        const cubes = values.map((v) => v * v * v)
        expect(spearman(values, cubes)).toBe(spearman(values, values))
        const falling = cubes.map((v) => -v)
        expect(spearman(values, falling)).toBeCloseTo(-1, 14)
      }),
    )
  })

  it('is undefined where nothing varies or something is missing', () => {
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeNaN()
    expect(spearman([1, 2, 3], [5, 5, 5])).toBeNaN()
    expect(spearman([1, NaN, 3], [5, 6, 7])).toBeNaN()
    expect(pearson([1], [2])).toBeNaN()
    expect(() => pearson([1, 2], [1])).toThrow(RangeError)
    expect(() => spearman([1, 2], [1, 2, 3])).toThrow(RangeError)
  })
})
