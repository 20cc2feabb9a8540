import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../src/numeric/index.js'
import { Draws, deriveKey, entityKeys } from '../../src/random/index.js'
import {
  type Bootstrap,
  bootstrap,
  bootstrapMeans,
  clusterBootstrap,
  mean,
  pearson,
  permutationTest,
  signFlipTest,
  varianceComponents,
  wilson,
} from '../../src/statistics/index.js'

const key = deriveKey('1', 0, 'statistics')
const skewed = [9.5, 3.2, 1.1, 4.8, 7.7, 2.9, 12.4, 5, 6.1, 30.2]

describe('bootstrapMeans', () => {
  it('is the bootstrap of any statistic of means', () => {
    const y = skewed.map((x, i) => 3 - x + 4 * Math.sin(i))
    const values = Float64Array.from(
      skewed.flatMap((x, i) => [x, y[i], x * x, y[i] * y[i], x * y[i]]),
    )
    const correlation = ([x, y, xx, yy, xy]: ArrayLike<number> & Iterable<number>) =>
      (xy - x * y) / Math.sqrt((xx - x * x) * (yy - y * y))
    const [fast, sum] = bootstrapMeans(
      { values, columns: 5 },
      (means) => [correlation(means), means[0] + means[1]],
      { key, replicates: 500 },
    )
    const pairs = skewed.map((x, i) => [x, y[i]] as const)
    const slow = bootstrap(
      pairs,
      (sample) =>
        pearson(
          sample.map(([x]) => x),
          sample.map(([, y]) => y),
        ),
      { key, replicates: 500 },
    )
    expect(fast.estimate).toBeCloseTo(slow.estimate, 10)
    expect(fast.bca.lower).toBeCloseTo(slow.bca.lower, 8)
    expect(fast.bca.upper).toBeCloseTo(slow.bca.upper, 8)
    expect(fast.standardError).toBeCloseTo(slow.standardError, 8)
    expect(sum.estimate).toBeCloseTo(mean(skewed) + mean(y), 10)
  })
})

describe('clusterBootstrap', () => {
  it('of clusters of one is the bootstrap of the mean', () => {
    const plain = bootstrap(skewed, mean, { key })
    const clustered = clusterBootstrap(
      skewed.map((x) => [x]),
      { key },
    )
    for (const part of ['estimate', 'standardError', 'bias'] as const)
      expect(clustered[part]).toBeCloseTo(plain[part], 10)
    expect(clustered.bca.lower).toBeCloseTo(plain.bca.lower, 10)
    expect(clustered.bca.upper).toBeCloseTo(plain.bca.upper, 10)
    expect(clustered.percentile.upper).toBeCloseTo(plain.percentile.upper, 10)
  })

  it('takes the quick way to the same mean, for clusters of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 4 }), {
          minLength: 1,
          maxLength: 7,
        }),
        (clusters) => {
          const options = { key, replicates: 100 }
          const quick = clusterBootstrap(clusters, options)
          const slow = clusterBootstrap(clusters, { ...options, statistic: mean })
          expect(quick.undefinedReplicates).toBe(slow.undefinedReplicates)
          const numbers = ({ estimate, percentile, bca }: Bootstrap) =>
            [estimate, percentile.lower, percentile.upper, bca.lower, bca.upper].map((x) =>
              Number.isNaN(x) ? 'NaN' : (x + 1e-12).toFixed(6),
            )
          expect(numbers(quick)).toEqual(numbers(slow))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('covers the truth where observations of a cluster hang together, and is quick', () => {
    const draws = new Draws(deriveKey('clusters', 0, 'data'), entityKeys(['data']))
    const trials = 200
    let covered = 0
    let naive = 0
    for (let trial = 0; trial < trials; trial++) {
      draws.setTick(trial)
      const u = draws.block(40 * 6)
      const clusters = Array.from({ length: 40 }, (_, c) => {
        const shared = normalQuantile(u[6 * c])
        return Array.from({ length: 5 }, (_, i) => shared + normalQuantile(u[6 * c + 1 + i]))
      })
      const { bca } = clusterBootstrap(clusters, { key, replicates: 400, level: 0.9 })
      if (bca.lower <= 0 && 0 <= bca.upper) covered++
      const all = clusters.flat().map((x) => [x])
      const wrong = clusterBootstrap(all, { key, replicates: 400, level: 0.9 }).bca
      if (wrong.lower <= 0 && 0 <= wrong.upper) naive++
    }
    // Bounds of four standard errors about 0.9; without clusters the interval is far too narrow.
    const { lower, upper } = wilson(Math.round(0.9 * trials), trials, 0.9999)
    expect(covered / trials).toBeGreaterThan(lower)
    expect(covered / trials).toBeLessThan(upper)
    expect(naive / trials).toBeLessThan(0.8)
  })

  it('bears no data, empty clusters and NaN', () => {
    expect(clusterBootstrap([], { key }).bca.lower).toBeNaN()
    expect(clusterBootstrap([[], []], { key, replicates: 10 }).estimate).toBeNaN()
    expect(clusterBootstrap([[1, NaN], [2]], { key, replicates: 10 }).estimate).toBeNaN()
    const one = clusterBootstrap([[1, 2, 3]], { key, replicates: 10 })
    expect([one.estimate, one.bca.lower, one.bca.upper]).toEqual([2, 2, 2])
    expect(() => clusterBootstrap([[1]], { key, replicates: 0 })).toThrow(RangeError)
  })
})

describe('varianceComponents', () => {
  it('agrees with the literature on Davies’ dyestuff', () => {
    // Davies (1947), the yields of five samples from each of six batches; lme4: 1764.05 and 2451.25.
    const found = varianceComponents([
      [1545, 1440, 1440, 1520, 1580],
      [1540, 1555, 1490, 1560, 1495],
      [1595, 1550, 1605, 1510, 1560],
      [1445, 1440, 1595, 1465, 1545],
      [1595, 1630, 1515, 1635, 1625],
      [1520, 1455, 1450, 1480, 1445],
    ])
    expect(found.within).toBeCloseTo(2451.25, 8)
    expect(found.between).toBeCloseTo(1764.05, 8)
    expect(found.share).toBeCloseTo(1764.05 / 4215.3, 10)
    expect(found).toMatchObject({ clusters: 6, observations: 30 })
  })

  it('weighs clusters of different sizes by n₀', () => {
    // By hand: means 2 and 7, grand 4; squares within 2 + 2, between 3·4 + 2·9; n₀ = 5 − 13/5.
    const { within, between } = varianceComponents([[1, 2, 3], [], [6, 8]])
    expect(within).toBeCloseTo(4 / 3, 12)
    expect(between).toBeCloseTo((30 - 4 / 3) / 2.4, 12)
  })

  it('floors at 0 and tells when it cannot tell', () => {
    expect(
      varianceComponents([
        [0, 10],
        [10, 0],
      ]),
    ).toMatchObject({ between: 0, share: 0, within: 50 })
    expect(varianceComponents([[1, 2]]).between).toBeNaN()
    expect(varianceComponents([[1], [2]]).within).toBeNaN()
    expect(
      varianceComponents([
        [3, 3],
        [3, 3],
      ]).share,
    ).toBeNaN()
    expect(
      varianceComponents([
        [3, NaN],
        [3, 3],
      ]).share,
    ).toBeNaN()
    expect(varianceComponents([]).share).toBeNaN()
  })

  it('is unbiased', () => {
    const draws = new Draws(deriveKey('components', 0, 'data'), entityKeys(['data']))
    let between = 0
    let within = 0
    for (let trial = 0; trial < 300; trial++) {
      draws.setTick(trial)
      const u = draws.block(20 * 6)
      const found = varianceComponents(
        Array.from({ length: 20 }, (_, c) => {
          const shared = 2 * normalQuantile(u[6 * c])
          // Two to five observations.
          return Array.from(
            { length: 2 + (c % 4) },
            (_, i) => shared + normalQuantile(u[6 * c + 1 + i]),
          )
        }),
      )
      between += found.between / 300
      within += found.within / 300
    }
    // Standard errors 0.08 and 0.01.
    expect(Math.abs(between - 4)).toBeLessThan(0.33)
    expect(Math.abs(within - 1)).toBeLessThan(0.05)
  })
})

describe('signFlipTest', () => {
  // Darwin's fifteen pairs of maize, eighths of an inch (Fisher 1935): 1,726 of 32,768 sums are as large.
  const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

  it('agrees with Fisher on Darwin’s maize', () => {
    const found = signFlipTest(maize, key, { flips: 20000 })
    expect(found.statistic).toBeCloseTo(314 / 15, 12)
    expect(found).toMatchObject({ exact: false, arrangements: 20000 })
    // Standard error 0.0016.
    expect(Math.abs(found.p - 1726 / 32768)).toBeLessThan(0.006)
    expect(signFlipTest(maize, key).arrangements).toBe(9999)
  })

  it('tries all flips of up to twelve values', () => {
    const first = signFlipTest(maize.slice(0, 12), key)
    expect(first).toMatchObject({ exact: true, arrangements: 4095, p: 260 / 4096 })
    expect(signFlipTest([1, 2, 3], key).p).toBe(2 / 8)
    expect(signFlipTest([0.1, 0.2, -0.3], key).p).toBe(1)
    expect(signFlipTest([0, 0], key).p).toBe(1)
  })

  it('has p-values as large as they should be without an effect', () => {
    const draws = new Draws(deriveKey('flips', 0, 'data'), entityKeys(['data']))
    let rejected = 0
    for (let trial = 0; trial < 400; trial++) {
      draws.setTick(trial)
      const data = Array.from(draws.block(20), normalQuantile)
      if (signFlipTest(data, deriveKey('flips', trial, 'test'), { flips: 199 }).p <= 0.1) rejected++
    }
    // Standard error 0.015.
    expect(Math.abs(rejected / 400 - 0.1)).toBeLessThan(0.06)
  })

  it('bears no data and NaN, and refuses no flips', () => {
    expect(signFlipTest([], key).p).toBeNaN()
    expect(signFlipTest([1, NaN], key).p).toBeNaN()
    expect(() => signFlipTest([1], key, { flips: 0 })).toThrow(RangeError)
  })
})

describe('permutationTest', () => {
  // Efron & Tibshirani (1993), table 2.1: survival of treated and untreated mice, in days.
  const treated = [94, 197, 16, 38, 99, 141, 23]
  const untreated = [52, 104, 146, 10, 51, 30, 40, 27, 46]

  it('tries every division of small samples', () => {
    // Counted by enumeration elsewhere: 3,184 of 11,440 divisions differ as much.
    const found = permutationTest(treated, untreated, key)
    expect(found.statistic).toBeCloseTo(30.63492063492064, 12)
    expect(found).toMatchObject({ exact: true, arrangements: 11439, p: 3184 / 11440 })
    expect(permutationTest([1, 2, 3], [4, 5, 6], key).p).toBe(2 / 20)
    expect(permutationTest([1, 2], [2, 1], key).p).toBe(1)
  })

  it('samples divisions of larger ones', () => {
    const more = { permutations: 4000 }
    const wide = permutationTest([...treated, 55.9], [...untreated, 55.9, 55.9], key, more)
    expect(wide).toMatchObject({ exact: false, arrangements: 4000 })
    // By enumeration elsewhere; standard error 0.007.
    expect(Math.abs(wide.p - 20059 / 75582)).toBeLessThan(0.03)
    const low = Array.from({ length: 12 }, (_, i) => i)
    const high = low.map((x) => x + 20)
    expect(permutationTest(low, high, key, more).p).toBe(1 / 4001)
  })

  it('has p-values as large as they should be without an effect', () => {
    const draws = new Draws(deriveKey('permute', 0, 'data'), entityKeys(['data']))
    let rejected = 0
    for (let trial = 0; trial < 300; trial++) {
      draws.setTick(trial)
      const data = Array.from(draws.block(24), (u) => -Math.log(1 - u))
      const own = deriveKey('permute', trial, 'test')
      const { p } = permutationTest(data.slice(0, 9), data.slice(9), own, { permutations: 199 })
      if (p <= 0.1) rejected++
    }
    // Standard error 0.017.
    expect(Math.abs(rejected / 300 - 0.1)).toBeLessThan(0.07)
  })

  it('bears no data and NaN', () => {
    expect(permutationTest([], [1], key).p).toBeNaN()
    expect(permutationTest([1, NaN], [1], key).p).toBeNaN()
    expect(() => permutationTest([1], [2], key, { permutations: 0 })).toThrow(RangeError)
  })
})
