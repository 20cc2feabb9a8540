import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/calendar/index.js'
import { gravityScore, openLibrary, pairKey, tiedPairs } from '../../src/experiment/index.js'
import { judgeIncidence, judgeValue } from '../../src/experiment/judgeNumbers.js'
import { judgePairs } from '../../src/experiment/judgePairs.js'
import { medianInterval } from '../../src/experiment/medianInterval.js'
import { verdictOf } from '../../src/experiment/verdict.js'
import { buildModel, type Check } from '../../src/scenario/index.js'
import { auc } from '../../src/statistics/index.js'
import { gravity } from '../../src/world/index.js'
import { fixtureLibrary, fixtureScenario } from './run.js'

const head = {
  id: 'x',
  title: 'X',
  role: 'validation',
  band: [0, 1],
  source: 'none',
  grade: 'assumed',
} as const

describe('medianInterval', () => {
  it('takes the order statistics that the binomial distribution says', () => {
    // R: qbinom(0.025, n, 0.5) gives the lower position; the upper one is its mirror image.
    for (const [n, low, high] of [
      [6, 1, 6],
      [10, 2, 9],
      [20, 6, 15],
      [50, 18, 33],
      [100, 40, 61],
    ]) {
      const values = Float64Array.from({ length: n }, (_, k) => n - k)
      expect(medianInterval(values)).toEqual({
        estimate: (n + 1) / 2,
        lower: low,
        upper: high,
        level: 0.95,
      })
    }
  })

  it('knows when there are too few values, and holds for many', () => {
    expect(medianInterval([1, 2, 3])).toMatchObject({ lower: -Infinity, upper: Infinity })
    expect(medianInterval([]).estimate).toBeNaN()
    const many = medianInterval(Float64Array.from({ length: 100_001 }, (_, k) => k))
    // About 1.96 · √n / 2 on either side.
    expect(many.estimate - many.lower).toBeGreaterThan(308)
    expect(many.estimate - many.lower).toBeLessThan(312)
  })
})

describe('verdictOf', () => {
  const interval = (estimate: number, lower: number, upper: number) => ({
    estimate,
    lower,
    upper,
    level: 0.95,
  })

  it('looks at the statistic, and says when its interval straddles an edge', () => {
    expect(verdictOf(interval(2, 1.5, 2.5), [1, 3])).toEqual({
      verdict: 'within',
      uncertain: false,
    })
    expect(verdictOf(interval(1, 0.5, 1.5), [1, 3])).toEqual({ verdict: 'within', uncertain: true })
    expect(verdictOf(interval(0.9, 0.5, 1.5), [1, 3])).toEqual({
      verdict: 'short',
      uncertain: true,
    })
    expect(verdictOf(interval(5, 4, 6), [1, 3])).toEqual({ verdict: 'short', uncertain: false })
    expect(verdictOf(interval(NaN, NaN, NaN), [1, 3]).verdict).toBe('short')
  })
})

describe('judges of numbers', () => {
  it('leave out runs without a value, and count them', () => {
    const check: Check = { ...head, kind: 'value', outcome: 'x', statistic: 'mean' }
    const found = judgeValue(check, [1, NaN, 2, 3, NaN], 's')
    expect(found).toMatchObject({ missing: 2, statistic: 'mean' })
    expect(found.interval.estimate).toBe(2)
    expect(found.interval.lower).toBeGreaterThanOrEqual(1)
    expect(judgeValue(check, [NaN], 's').interval.estimate).toBeNaN()
    expect(judgeValue(check, [4], 's').interval.estimate).toBe(4)
  })

  it('count dates between two days, both included, out of all runs', () => {
    const check: Check = {
      ...head,
      kind: 'incidence',
      outcome: 'x',
      from: '1990-01-01',
      to: '1990-12-31',
    }
    const days = ['1989-12-31', '1990-01-01', '1990-12-31', '1991-01-01'].map(
      (d) => parseDate(d) ?? 0,
    )
    const { interval, missing } = judgeIncidence(check, [...days, NaN])
    expect(missing).toBe(1)
    // Wilson (1927) for 2 of 5.
    expect(interval.estimate).toBe(0.4)
    expect(interval.lower).toBeCloseTo(0.1176, 4)
    expect(interval.upper).toBeCloseTo(0.7693, 4)
  })
})

describe('judgePairs', async () => {
  const library = await openLibrary(fixtureLibrary)
  const model = buildModel(fixtureScenario().document, library)
  const check: Extract<Check, { kind: 'pairs' }> = {
    ...head,
    kind: 'pairs',
    instrument: 'memorandum',
    to: '1980-12-31',
    documented: ['b1|a1', 'a3|b3', 'a1|a2', 'a1|nobody'],
  }
  const ties = ['a1|b1;a2|b1', 'a1|b1;a1|a2', 'a1|b1;a2|b2;a2|b1', '']

  it('ranks pairs of units of different states by how often they are tied', () => {
    const { interval, pairs } = judgePairs(check, ties, model, 's', gravityScore)
    const names = ['a1', 'a2', 'a3'].flatMap((a) => ['b1', 'b2', 'b3'].map((b) => pairKey(a, b)))
    const score = new Map([
      ['a1|b1', 3 / 4],
      ['a2|b1', 2 / 4],
      ['a2|b2', 1 / 4],
    ])
    const expected = auc(
      names.map((name) => score.get(name) ?? 0),
      names.map((name) => name === 'a1|b1' || name === 'a3|b3'),
    )
    expect(interval.estimate).toBeCloseTo(expected, 12)
    expect(interval.lower).toBeLessThan(expected)
    expect(interval.upper).toBeGreaterThanOrEqual(expected)
    expect(pairs.candidates).toBe(9)
    expect(pairs.outside).toEqual(['a1|a2', 'a1|nobody'])
    expect(pairs.top[0]).toEqual({ a: 'a1', b: 'b1', frequency: 0.75, rank: 1, documented: true })
    expect(pairs.missed).toEqual([
      expect.objectContaining({ a: 'a3', b: 'b3', frequency: 0, documented: true }),
    ])
  })

  it('compares with gravity alone, or with any other score', () => {
    const score = gravityScore(model)
    const [i, j] = [model.world.actors.ids.indexOf('a1'), model.world.actors.ids.indexOf('b1')]
    const weights = { distance: -1, size: 0.2, disparity: 0 }
    expect(score?.(i, j)).toBe(gravity(weights, model.world.geography.distance(i, j), 1e6, 1e6))
    const other = judgePairs(check, ties, model, 's', () => () => 0)
    expect(other.pairs.gravity).toBe(0.5)
    expect(judgePairs(check, ties, model, 's', () => undefined).pairs.gravity).toBeNull()
  })

  it('can tell nothing without documented pairs or runs', () => {
    const none = judgePairs({ ...check, documented: ['a1|a2'] }, ties, model, 's', gravityScore)
    expect(none.interval.estimate).toBeNaN()
    expect(judgePairs(check, [], model, 's', gravityScore).interval.estimate).toBeNaN()
  })

  it('reads ties off a run: by the day, each once, in order', () => {
    const { world } = model.run({ seed: 's' })
    const all = tiedPairs(world, 'memorandum', parseDate('1982-12-31') ?? 0)
    const early = tiedPairs(world, 'memorandum', parseDate('1980-01-01') ?? 0)
    expect(all.length).toBeGreaterThan(early.length)
    expect([...all].sort()).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
    for (const pair of all) expect(pair).toMatch(/^a\d\|b\d$/)
    expect(tiedPairs(world, 'nothing', Infinity)).toEqual([])
  })
})
