import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc, holm, ks2, mannWhitney } from '../../src/statistics/index.js'

// Hollander & Wolfe (1973), 69: permeability of the chorioamnion; the example of R's wilcox.test.
const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
const early = [1.15, 0.88, 0.9, 0.74, 1.21]
const tiedA = [1, 2, 2, 3, 5, 5, 7]
const tiedB = [2, 4, 5, 6, 8, 8, 9, 9]

describe('mannWhitney', () => {
  it('gives the exact p of the textbook', () => {
    const result = mannWhitney(term, early)
    expect(result.u).toBe(35)
    expect(result.exact).toBe(true)
    expect(result.p).toBeCloseTo(0.2544122544122544, 13)
    expect(result.superiority).toBeCloseTo(0.7, 15)
  })

  it('corrects for ties and continuity', () => {
    const result = mannWhitney(tiedA, tiedB)
    expect(result.u).toBe(11)
    expect(result.exact).toBe(false)
    expect(result.p).toBeCloseTo(0.05400644371208492, 13)
  })

  it('stays exact up to 49 values', () => {
    const x = Array.from({ length: 49 }, (_, i) => i)
    const y = Array.from({ length: 40 }, (_, i) => i + 3.5)
    expect(mannWhitney(x, y).u).toBe(1020)
    expect(mannWhitney(x, y).p).toBeCloseTo(0.7458098339190479, 11)
    expect(mannWhitney([...x, 100], y).exact).toBe(false)
  })

  it('sees no difference where there is none, and tells of missing data', () => {
    expect(mannWhitney([1, 1], [1, 1, 1])).toEqual({
      u: 3,
      superiority: 0.5,
      p: 1,
      exact: false,
    })
    expect(mannWhitney([], [1]).p).toBeNaN()
    expect(mannWhitney([NaN], [1]).p).toBeNaN()
  })

  it('is the same in both directions', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const forth = mannWhitney(a, b)
        const back = mannWhitney(b, a)
        expect(back.p).toBeCloseTo(forth.p, 12)
        expect(back.u + forth.u).toBe(a.length * b.length)
        let wins = 0
        for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0
        expect(forth.u).toBe(wins)
      }),
    )
  })
})

describe('auc', () => {
  it('is the share of pairs in order', () => {
    expect(auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75)
    expect(auc([1, 2, 3, 4], [false, false, true, true])).toBe(1)
    expect(auc([4, 3, 2, 1], [false, false, true, true])).toBe(0)
    expect(auc([1, 1, 1], [0, 1, 1])).toBe(0.5)
    expect(auc(tiedA.concat(tiedB), [...tiedA.map(() => 1), ...tiedB.map(() => 0)])).toBe(11 / 56)
  })

  it('needs both outcomes and all scores', () => {
    expect(auc([1, 2], [1, 1])).toBeNaN()
    expect(auc([1, 2], [0, 0])).toBeNaN()
    expect(auc([], [])).toBeNaN()
    expect(auc([1, NaN], [0, 1])).toBeNaN()
    expect(() => auc([1, 2], [1])).toThrow(RangeError)
  })
})

describe('ks2', () => {
  it('agrees with the definition', () => {
    expect(ks2(term, early).statistic).toBeCloseTo(0.6, 14)
    expect(ks2(tiedA, tiedB).statistic).toBe(0.5)
    expect(ks2([1, 2, 3], [1, 2, 3])).toEqual({ statistic: 0, p: 1 })
    expect(ks2([1, 2], [3, 4]).statistic).toBe(1)
    expect(ks2([], [1]).p).toBeNaN()
    expect(ks2([1], [NaN]).p).toBeNaN()
  })

  it('gives Smirnov’s five per cent point', () => {
    // D = 1.358 √((n + m)/nm) for large samples: 0.136 at 200 against 200.
    const a = Array.from({ length: 200 }, (_, i) => i)
    const b = a.map((v) => v + 27)
    const { statistic, p } = ks2(a, b)
    expect(statistic).toBeCloseTo(0.135, 12)
    expect(p).toBeCloseTo(0.0522, 4)
  })

  it('looks at the order alone', () => {
    const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const cube = (v: number) => v * v * v
        expect(ks2(a.map(cube), b.map(cube))).toEqual(ks2(a, b))
        expect(ks2(b, a)).toEqual(ks2(a, b))
      }),
    )
  })
})

describe('holm', () => {
  it('adjusts as R’s p.adjust does', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    ;[0.03, 0.06, 0.06, 0.02].forEach((wanted, i) => {
      expect(adjusted[i]).toBeCloseTo(wanted, 15)
    })
  })

  it('never exceeds 1 and passes NaN over', () => {
    expect(holm([0.9, 0.8])).toEqual([1, 1])
    expect(holm([NaN, 0.04])).toEqual([NaN, 0.04])
    expect(holm([])).toEqual([])
  })

  it('keeps the order of the p-values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const adjusted = holm(p)
        for (let i = 0; i < p.length; i++) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p[i])
          for (let j = 0; j < p.length; j++) {
            if (p[i] <= p[j]) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j])
          }
        }
      }),
    )
  })
})
