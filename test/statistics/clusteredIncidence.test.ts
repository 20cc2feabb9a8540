import { describe, expect, it } from 'vitest'
import {
  clusteredIncidence,
  cumulativeIncidence,
  effectiveSize,
} from '../../src/statistics/index.js'

const each = (n: number) => Array.from({ length: n }, (_, i) => i)
const twice = <T>(list: readonly T[]) => list.flatMap((x) => [x, x])

describe('incidence over clusters', () => {
  const times = [1, 2, 2, 3, 5, 8, NaN, NaN, Infinity, 9, 4, 1]

  it('has the shares of independent runs, whatever the clusters', () => {
    const shares = (steps: readonly { time: number; estimate: number }[]) =>
      steps.map(({ time, estimate }) => [time, estimate])
    const clustered = clusteredIncidence(
      times,
      each(12).map((i) => i % 4),
      8,
    )
    expect(shares(clustered)).toEqual(shares(cumulativeIncidence(times, 8)))
  })

  it('counts runs that are copies of each other once', () => {
    const copies = clusteredIncidence(twice(times), twice(each(12)), 8)
    cumulativeIncidence(times, 8).forEach(({ lower, upper }, k) => {
      // The variance between clusters has m − 1, Wilson\'s has m.
      expect(copies[k].upper - copies[k].lower).toBeGreaterThanOrEqual(upper - lower)
      expect(copies[k].upper - copies[k].lower).toBeLessThan(1.06 * (upper - lower))
    })
  })

  it('is the number of runs where clusters are no more alike than chance', () => {
    const yes = each(400).map((i) => (i % 2 === 0 ? 1 : 0))
    // Each pair holds a yes and a no: more exact than chance, but never more than there are runs.
    expect(
      effectiveSize(
        yes,
        each(400).map((i) => i >> 1),
      ),
    ).toBe(200)
    expect(effectiveSize([1, 1, 0, 0, 1, 0, 1, 0], [0, 0, 1, 1, 2, 2, 3, 3])).toBeLessThan(8)
    expect(effectiveSize([1, 1, 1, 1], [0, 0, 1, 1])).toBe(2)
  })
})
