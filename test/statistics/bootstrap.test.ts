import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../src/numeric/index.js'
import { Draws, deriveKey, entityKeys } from '../../src/random/index.js'
import { bootstrap, mean, meanInterval, quantile } from '../../src/statistics/index.js'

const key = deriveKey('1', 0, 'statistics')
const skewed = [9.5, 3.2, 1.1, 4.8, 7.7, 2.9, 12.4, 5, 6.1, 30.2]

describe('bootstrap', () => {
  it('agrees with SciPy on percentile and BCa', () => {
    // scipy.stats.bootstrap with 400,000 resamples: (4.35, 13.87) and (4.99, 16.54)
    const result = bootstrap(skewed, mean, { replicates: 40000, key })
    expect(result.estimate).toBe(mean(skewed))
    expect(Math.abs(result.percentile.lower - 4.35)).toBeLessThan(0.08)
    expect(Math.abs(result.percentile.upper - 13.87)).toBeLessThan(0.15)
    expect(Math.abs(result.bca.lower - 4.99)).toBeLessThan(0.08)
    expect(Math.abs(result.bca.upper - 16.54)).toBeLessThan(0.25)
    // The plug-in standard error of a mean is known: s √((n − 1)/n) / √n.
    expect(Math.abs(result.standardError / 2.5294 - 1)).toBeLessThan(0.02)
    expect(Math.abs(result.bias)).toBeLessThan(0.05)
    expect(result.undefinedReplicates).toBe(0)
  })

  it('depends on data, key and options alone', () => {
    const options = { replicates: 300, key }
    expect(bootstrap(skewed, mean, options)).toEqual(bootstrap(skewed, mean, options))
    const other = bootstrap(skewed, mean, {
      replicates: 300,
      key: deriveKey('11', 0, 'statistics'),
    })
    expect(other.percentile).not.toEqual(bootstrap(skewed, mean, options).percentile)
    expect(bootstrap(Float64Array.from(skewed), mean, options)).toEqual(
      bootstrap(skewed, mean, options),
    )
  })

  it('takes pairs as observations', () => {
    const pairs = skewed.map((value, i) => [value, value + i] as const)
    const difference = (sample: readonly (readonly [number, number])[]) =>
      mean(sample.map(([a, b]) => b - a))
    const { estimate, bca } = bootstrap(pairs, difference, { replicates: 2000, key })
    expect(estimate).toBeCloseTo(4.5, 12)
    expect(bca.lower).toBeGreaterThan(2)
    expect(bca.upper).toBeLessThan(7)
  })

  it('covers the truth about as often as it says', () => {
    const draws = new Draws(deriveKey('cover', 0, 'data'), entityKeys(['data']))
    let covered = 0
    for (let trial = 0; trial < 300; trial++) {
      draws.setTick(trial)
      // Lognormal with median 1, a skewed truth.
      const data = Array.from(draws.block(40), (u) => Math.exp(normalQuantile(u)))
      const median = (sample: readonly number[]) => quantile(sample, 0.5)
      const { bca } = bootstrap(data, median, { replicates: 400, level: 0.9, key })
      if (bca.lower <= 1 && 1 <= bca.upper) covered++
    }
    // The standard error of the share is 0.017.
    expect(covered / 300).toBeGreaterThan(0.84)
    expect(covered / 300).toBeLessThan(0.96)
  })

  it('is close to Student’s interval for symmetric data', () => {
    const data = Array.from({ length: 60 }, (_, i) => normalQuantile((i + 0.5) / 60))
    const student = meanInterval(data)
    const { bca } = bootstrap(data, mean, { replicates: 8000, key })
    expect(Math.abs(bca.lower - student.lower)).toBeLessThan(0.03)
    expect(Math.abs(bca.upper - student.upper)).toBeLessThan(0.03)
  })

  it('bears statistics that never vary, are undefined at times, or have no data', () => {
    const constant = bootstrap([1, 2, 3], () => 7, { replicates: 50, key })
    expect(constant.bca).toEqual({ estimate: 7, lower: 7, upper: 7, level: 0.95 })
    expect(constant.standardError).toBe(0)
    const ratio = bootstrap([1, 1, 0, 0], (s) => (s.every((v) => v === 0) ? NaN : 1 / mean(s)), {
      replicates: 400,
      key,
    })
    // All four zero: one resample in sixteen.
    expect(ratio.undefinedReplicates).toBeGreaterThan(10)
    expect(ratio.undefinedReplicates).toBeLessThan(45)
    expect(ratio.bca.lower).toBeGreaterThanOrEqual(1)
    const none = bootstrap([], mean, { key })
    expect(none.estimate).toBeNaN()
    expect(none.bca.lower).toBeNaN()
    const single = bootstrap([5], mean, { replicates: 10, key })
    expect([single.bca.lower, single.bca.upper]).toEqual([5, 5])
  })

  it('moves neither interval beyond the resamples when the estimate lies outside them', () => {
    // The number of distinct values: every resample has fewer than the sample.
    const distinct = (sample: readonly number[]) => new Set(sample).size
    const { bca, estimate } = bootstrap(skewed, distinct, { replicates: 500, key })
    expect(estimate).toBe(10)
    expect(bca.upper).toBeLessThanOrEqual(10)
    expect(Number.isFinite(bca.lower)).toBe(true)
  })

  it('refuses options without sense', () => {
    expect(() => bootstrap([1], mean, { replicates: 0, key })).toThrow(RangeError)
    expect(() => bootstrap([1], mean, { level: 1, key })).toThrow(RangeError)
  })
})
