import { describe, expect, it } from 'vitest'
import { deriveKey } from '../../src/random/index.js'
import {
  type Interval,
  mean,
  morrisIndices,
  morrisTrajectories,
  pairsOf,
  saltelliSample,
  sobolIndices,
} from '../../src/statistics/index.js'

const key = deriveKey('1', 0, 'statistics')
const scramble = deriveKey('1', 0, 'design')

/** Ishigami & Homma (1990) with a = 7, b = 0.1; its indices in closed form, Sobol' & Levitan (1999). */
function ishigami(point: ArrayLike<number>): number {
  const [x, y, z] = Array.from(point, (u) => Math.PI * (2 * u - 1))
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
}
const ishigamiTruth = (() => {
  const one = 0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2
  const two = 49 / 8
  const oneThree = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50)
  const all = one + two + oneThree
  return {
    mean: 3.5,
    variance: all,
    first: [one / all, two / all, 0],
    total: [(one + oneThree) / all, two / all, oneThree / all],
    second: [0, oneThree / all, 0],
  }
})()

/** Sobol's g-function; Saltelli & Sobol' (1995). */
const weights = [0, 0.5, 3, 9, 99, 99]
const gFunction = (point: ArrayLike<number>) =>
  weights.reduce((product, a, i) => (product * (Math.abs(4 * point[i] - 2) + a)) / (1 + a), 1)
const gTruth = (() => {
  const parts = weights.map((a) => 1 / (3 * (1 + a) ** 2))
  const product = parts.reduce((total, v) => total * (1 + v), 1)
  const all = product - 1
  return {
    mean: 1,
    variance: all,
    first: parts.map((v) => v / all),
    total: parts.map((v) => (v * product) / (1 + v) / all),
    second: pairsOf(6).map(([i, j]) => (parts[i] * parts[j]) / all),
  }
})()

function estimate(
  f: (point: ArrayLike<number>) => number,
  n: number,
  factors: number,
  second: boolean,
  replicates = 100,
) {
  const outputs = saltelliSample(n, factors, { second, scramble }).map(f)
  return sobolIndices(outputs, { factors, second, key, replicates })
}

function furthest(found: readonly Interval[], truth: readonly number[]): number {
  expect(found).toHaveLength(truth.length)
  return Math.max(...found.map(({ estimate }, i) => Math.abs(estimate - truth[i])))
}

describe('sobolIndices', () => {
  it('knows the numbers in print', () => {
    // What the literature quotes for a = 7, b = 0.1 and for these weights.
    expect(ishigamiTruth.first[0]).toBeCloseTo(0.3139, 4)
    expect(ishigamiTruth.first[1]).toBeCloseTo(0.4424, 4)
    expect(ishigamiTruth.total[2]).toBeCloseTo(0.2437, 4)
    expect(gTruth.first[0]).toBeCloseTo(0.5868, 3)
    expect(gTruth.first[1]).toBeCloseTo(0.2608, 3)
    expect(gTruth.first[2]).toBeCloseTo(0.0367, 3)
    expect(gTruth.total[0]).toBeCloseTo(0.6901, 3)
  })

  it.each([
    ['Ishigami', ishigami, ishigamiTruth, 3, [0.01, 0.01, 0.015]],
    ['g', gFunction, gTruth, 6, [0.005, 0.005, 0.01]],
  ] as const)(
    'finds the indices of the function of %s',
    (_, f, truth, d, [first, total, second]) => {
      const found = estimate(f, 2048, d, true)
      expect(found.mean).toBeCloseTo(truth.mean, 2)
      expect(Math.abs(found.variance / truth.variance - 1)).toBeLessThan(0.01)
      expect(furthest(found.first, truth.first)).toBeLessThan(first)
      expect(furthest(found.total, truth.total)).toBeLessThan(total)
      expect(furthest(found.second, truth.second)).toBeLessThan(second)
      expect(found).toMatchObject({ basePoints: 2048, dropped: 0 })
      // Without the points of second order, fewer runs and a little less exact.
      const plain = estimate(f, 2048, d, false)
      expect(plain.second).toEqual([])
      expect(furthest(plain.first, truth.first)).toBeLessThan(2 * first)
      expect(furthest(plain.total, truth.total)).toBeLessThan(2 * total)
    },
  )

  it('has intervals that hold the truth, and shrink', () => {
    let held = 0
    let asked = 0
    let width = 0
    for (let trial = 0; trial < 20; trial++) {
      const own = deriveKey('cover', trial, 'design')
      const outputs = saltelliSample(256, 3, { second: false, scramble: own }).map(ishigami)
      const found = sobolIndices(outputs, {
        factors: 3,
        second: false,
        key: own,
        replicates: 400,
        level: 0.9,
      })
      for (const order of ['first', 'total'] as const) {
        found[order].forEach(({ lower, upper }, i) => {
          asked++
          if (lower <= ishigamiTruth[order][i] && ishigamiTruth[order][i] <= upper) held++
        })
      }
      width += (found.first[0].upper - found.first[0].lower) / 20
    }
    // Wide for the points of a Sobol' sequence, so nothing but a lower bound.
    expect(held / asked).toBeGreaterThan(0.87)
    const { upper, lower } = estimate(ishigami, 1024, 3, false, 400).first[0]
    expect(upper - lower).toBeLessThan(0.8 * width)
  })

  it('tells how the indices converge', () => {
    const outputs = saltelliSample(100, 3, { second: true, scramble }).map(ishigami)
    const options = { factors: 3, second: true, key, replicates: 20 }
    const { convergence, first, total, second } = sobolIndices(outputs, options)
    expect(convergence.map(({ basePoints }) => basePoints)).toEqual([16, 32, 64, 100])
    const last = convergence[3]
    for (const [list, numbers] of [
      [first, last.first],
      [total, last.total],
      [second, last.second],
    ] as const) {
      list.forEach(({ estimate }, i) => {
        expect(numbers[i]).toBeCloseTo(estimate, 12)
      })
    }
    // The prefix is the smaller sample, but for the centre, which the estimates do not depend on.
    const half = sobolIndices(outputs.slice(0, 64 * 8), options)
    half.first.forEach(({ estimate }, i) => {
      expect(convergence[2].first[i]).toBeCloseTo(estimate, 10)
    })
    const asked = sobolIndices(outputs, { ...options, prefixes: [50] }).convergence
    expect(asked.map(({ basePoints }) => basePoints)).toEqual([50])
    expect(() => sobolIndices(outputs, { ...options, prefixes: [101] })).toThrow(RangeError)
  })

  it('does not mind a large constant or another unit', () => {
    const outputs = saltelliSample(64, 3, { second: true, scramble }).map(ishigami)
    const options = { factors: 3, second: true, key, replicates: 20 }
    const plain = sobolIndices(outputs, options)
    const moved = sobolIndices(
      outputs.map((y) => 1e6 - 1000 * y),
      options,
    )
    for (const order of ['first', 'total', 'second'] as const) {
      plain[order].forEach((interval, i) => {
        expect(moved[order][i].estimate).toBeCloseTo(interval.estimate, 7)
        expect(moved[order][i].lower).toBeCloseTo(interval.lower, 7)
      })
    }
  })

  it('leaves out base points with an output missing', () => {
    const outputs = saltelliSample(32, 3, { second: false, scramble }).map(ishigami)
    const options = { factors: 3, second: false, key, replicates: 20 }
    const holed = [...outputs]
    holed[5 * 7 + 3] = NaN
    holed[5 * 20] = Infinity
    const kept = outputs.filter((_, i) => Math.floor(i / 5) !== 7 && Math.floor(i / 5) !== 20)
    const found = sobolIndices(holed, options)
    expect(found).toMatchObject({ basePoints: 30, dropped: 2 })
    expect(found.first).toEqual(sobolIndices(kept, options).first)
    expect(found.convergence.map(({ basePoints }) => basePoints)).toEqual([16, 32])
  })

  it('has nothing to say of an output that does not vary', () => {
    const options = { factors: 2, second: true, key, replicates: 20 }
    const points = saltelliSample(16, 2, { second: true, scramble })
    for (const constant of [0, 0.1, 1e9 / 3]) {
      const found = sobolIndices(
        points.map(() => constant),
        options,
      )
      expect(found.variance).toBeCloseTo(0, 12)
      for (const { estimate, lower } of [...found.first, ...found.total, ...found.second]) {
        expect(estimate).toBeNaN()
        expect(lower).toBeNaN()
      }
    }
    const none = sobolIndices([], options)
    expect(none.first[0].estimate).toBeNaN()
    expect(none.basePoints).toBe(0)
    expect(() => sobolIndices([1, 2, 3], options)).toThrow(RangeError)
  })

  it('allows factors that are switches', () => {
    // y = s₁ + s₁s₂ of two fair coins: V = 11/16, V₁ = 9/16, V₂ = V₁₂ = 1/16.
    const { first, total, second } = estimate(
      (point) => (point[0] < 0.5 ? 0 : point[1] < 0.5 ? 1 : 2),
      1024,
      2,
      true,
    )
    expect(furthest(first, [9 / 11, 1 / 11])).toBeLessThan(0.03)
    expect(furthest(total, [10 / 11, 2 / 11])).toBeLessThan(0.03)
    expect(furthest(second, [1 / 11])).toBeLessThan(0.03)
  })
})

describe('morrisIndices', () => {
  it('is exact for a linear model', () => {
    const design = morrisTrajectories(8, 4, 4, key)
    const slopes = [3, -2, 0, 0.5]
    const outputs = design.points.map((p) => slopes.reduce((y, s, i) => y + s * p[i], 7))
    const { mu, muStar, sigma, trajectories, dropped } = morrisIndices(design, outputs, { key })
    slopes.forEach((slope, i) => {
      expect(mu[i]).toBeCloseTo(slope, 10)
      expect(muStar[i].estimate).toBeCloseTo(Math.abs(slope), 10)
      expect(muStar[i].upper).toBeCloseTo(Math.abs(slope), 10)
      expect(sigma[i]).toBeCloseTo(0, 10)
    })
    expect([trajectories, dropped]).toEqual([8, 0])
  })

  it('tells interaction and curvature by σ, and non-monotony by μ* beside μ', () => {
    const design = morrisTrajectories(2000, 3, 4, key)
    const outputs = design.points.map(([x, y, z]) => x + 2 * x * y + (z - 0.5) * (z - 0.5))
    const { mu, muStar, sigma } = morrisIndices(design, outputs, { key, replicates: 200 })
    // ∂x = 1 + 2y with y uniform on 0, 1/3, 2/3, 1: mean 2, standard deviation 2 √(5/36).
    const deviation = 2 * Math.sqrt(5 / 36)
    expect(Math.abs(mu[0] - 2)).toBeLessThan(0.07)
    expect(Math.abs(sigma[0] - deviation)).toBeLessThan(0.05)
    expect(Math.abs(mu[1] - 1)).toBeLessThan(0.07)
    // From 0 to 2/3 down by a third, from 1/3 to 1 up by a third.
    expect(muStar[2].estimate).toBeCloseTo(1 / 3, 10)
    expect(Math.abs(mu[2])).toBeLessThan(0.03)
    expect(sigma[2]).toBeCloseTo(1 / 3, 2)
    // The standard error of a mean.
    const half = (muStar[0].upper - muStar[0].lower) / 2
    expect(half / ((1.96 * deviation) / Math.sqrt(2000))).toBeGreaterThan(0.8)
    expect(half / ((1.96 * deviation) / Math.sqrt(2000))).toBeLessThan(1.2)
  })

  it('sorts the twenty factors of Morris (1991)', () => {
    // His function with the coefficients he draws at random set to 0.
    const f = (point: Float64Array) => {
      const w = Array.from(point, (x, i) =>
        i === 2 || i === 4 || i === 6 ? 2 * ((1.1 * x) / (x + 0.1) - 0.5) : 2 * (x - 0.5),
      )
      let y = 0
      for (let i = 0; i < 10; i++) y += 20 * w[i]
      for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) y -= 15 * w[i] * w[j]
      for (let i = 0; i < 5; i++)
        for (let j = i + 1; j < 5; j++) for (let k = j + 1; k < 5; k++) y -= 10 * w[i] * w[j] * w[k]
      return y + 5 * w[0] * w[1] * w[2] * w[3]
    }
    const design = morrisTrajectories(10, 20, 4, key, { candidates: 60 })
    const { muStar, sigma } = morrisIndices(design, design.points.map(f), { key, replicates: 200 })
    const star = muStar.map(({ estimate }) => estimate)
    // The first six have large effects with interactions, the seventh is curved, 8 to 10 are linear, the rest idle.
    for (let i = 0; i < 6; i++) expect(sigma[i]).toBeGreaterThan(20)
    for (let i = 0; i < 10; i++) expect(star[i]).toBeGreaterThan(20)
    expect(sigma[6]).toBeGreaterThan(5)
    for (let i = 7; i < 10; i++) {
      expect(star[i]).toBeCloseTo(40, 8)
      expect(sigma[i]).toBeCloseTo(0, 8)
    }
    for (let i = 10; i < 20; i++) expect(star[i]).toBeCloseTo(0, 8)
  })

  it('leaves out trajectories with an output missing', () => {
    const design = morrisTrajectories(6, 3, 4, key)
    const outputs = design.points.map((p) => mean(p))
    outputs[9] = NaN
    const found = morrisIndices(design, outputs, { key, replicates: 20 })
    expect(found).toMatchObject({ trajectories: 5, dropped: 1 })
    expect(found.mu[0]).toBeCloseTo(1 / 3, 12)
    const none = morrisIndices(
      design,
      outputs.map(() => NaN),
      { key, replicates: 20 },
    )
    expect(none.trajectories).toBe(0)
    expect(none.muStar[2].estimate).toBeNaN()
    expect(none.mu[0]).toBeNaN()
    expect(() => morrisIndices(design, [1], { key })).toThrow(RangeError)
  })
})
