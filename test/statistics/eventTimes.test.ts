import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cumulativeIncidence, kaplanMeier, restrictedMean } from '../../src/statistics/index.js'

// Freireich et al. (1963), weeks to relapse under 6-MP, censored times marked apart; the example of
// Kalbfleisch & Prentice and of Cox & Oakes.
const relapse = [6, 6, 6, 7, 10, 13, 16, 22, 23]
const left = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
const times = [...relapse, ...left.map(() => NaN)]
const censored = [...relapse.map(() => Infinity), ...left]

describe('kaplanMeier', () => {
  it('gives the published survival of the leukaemia patients', () => {
    const steps = kaplanMeier(times, 100, 0.95, censored)
    expect(steps.map((step) => step.time)).toEqual([6, 7, 10, 13, 16, 22, 23])
    expect(steps.map((step) => step.atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6])
    expect(steps.map((step) => step.events)).toEqual([3, 1, 1, 1, 1, 1, 1])
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    steps.forEach((step, i) => {
      expect(step.estimate).toBeCloseTo(published[i], 3)
    })
  })

  it('gives the log(−log) interval of R’s survfit', () => {
    const [first] = kaplanMeier(times, 100, 0.95, censored)
    expect(first.lower).toBeCloseTo(0.6197, 4)
    expect(first.upper).toBeCloseTo(0.9516, 4)
  })

  it('has no bounds where nobody is left', () => {
    const steps = kaplanMeier([1, 2], 5)
    expect(steps[0].estimate).toBe(0.5)
    expect(steps[1]).toMatchObject({ estimate: 0, lower: NaN, upper: NaN })
    expect(kaplanMeier([NaN, Infinity, 9], 5)).toEqual([])
    expect(kaplanMeier([], 5)).toEqual([])
  })
})

describe('cumulativeIncidence', () => {
  it('counts what came by the horizon', () => {
    const steps = cumulativeIncidence([3, NaN, 1, 3, Infinity, 8, 5, 2], 5)
    expect(steps.map((step) => [step.time, step.events, step.atRisk, step.estimate])).toEqual([
      [1, 1, 8, 0.125],
      [2, 1, 7, 0.25],
      [3, 2, 6, 0.5],
      [5, 1, 4, 0.625],
    ])
    expect(steps[2].lower).toBeCloseTo(0.2152, 4)
    expect(steps[2].upper).toBeCloseTo(0.7848, 4)
  })

  it('mirrors Kaplan and Meier when all are watched equally long', () => {
    const time = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(NaN))
    fc.assert(
      fc.property(fc.array(time), (sample) => {
        const survival = kaplanMeier(sample, 20)
        cumulativeIncidence(sample, 20).forEach((step, i) => {
          expect(step.time).toBe(survival[i].time)
          expect(step.estimate).toBeCloseTo(1 - survival[i].estimate, 12)
        })
      }),
    )
  })
})

describe('restrictedMean', () => {
  it('is the area under the survival curve', () => {
    expect(restrictedMean([1, 2, NaN, 30], 10).estimate).toBe((1 + 2 + 10 + 10) / 4)
    const time = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Infinity))
    fc.assert(
      fc.property(fc.array(time, { minLength: 1 }), (sample) => {
        let area = 0
        let from = 0
        let height = 1
        for (const step of kaplanMeier(sample, 20)) {
          area += height * (step.time - from)
          from = step.time
          height = step.estimate
        }
        area += height * (20 - from)
        expect(restrictedMean(sample, 20).estimate).toBeCloseTo(area, 10)
      }),
    )
  })
})
