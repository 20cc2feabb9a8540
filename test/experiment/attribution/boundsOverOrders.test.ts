import { describe, expect, it } from 'vitest'
import { boundsOverOrders } from '../../../src/experiment/attribution/boundsOverOrders.js'
import { deriveKey } from '../../../src/random/index.js'

const key = deriveKey('bounds', 0, 'test')
const subsets = [0, 1, 2, 3]
const orders = [
  [0, 1],
  [1, 0],
]
const each = orders.map((order) => [order])

/** Values of the subsets of two causes that only work together, with a common shift. */
const together = Array.from({ length: 30 }, (_, r) => Float64Array.of(r, r, r, r + 1))

describe('bounds of shares over sampled orders', () => {
  it('hold what other orders would have given, though all replicates agree', () => {
    // Forty orders, of which half give all to the one and half all to the other.
    const groups = Array.from({ length: 40 }, (_, g) => [orders[g % 2]])
    const [{ lower, upper }] = boundsOverOrders(together, subsets, groups, 2, key)
    // 0.5 ± 1.96 √(0.25 / 40)
    expect(lower!).toBeCloseTo(0.345, 1)
    expect(upper!).toBeCloseTo(0.655, 1)
    expect(upper! - lower!).toBeGreaterThan(0.25)
  })

  it('have no width where orders come in pairs that agree, and replicates do', () => {
    const groups = Array.from({ length: 5 }, () => orders)
    expect(boundsOverOrders(together, subsets, groups, 2, key)).toEqual([
      { lower: 0.5, upper: 0.5 },
      { lower: 0.5, upper: 0.5 },
    ])
  })

  it('cannot be told from one replicate or one group', () => {
    const none = { lower: null, upper: null }
    expect(boundsOverOrders(together.slice(1, 2), subsets, each, 2, key)).toEqual([none, none])
    expect(boundsOverOrders(together, subsets, [orders], 2, key)).toEqual([none, none])
  })
})
