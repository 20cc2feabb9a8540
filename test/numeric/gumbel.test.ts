import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gumbel, gumbelStaysBelow } from '../../src/numeric/index.js'

const last = 1 - 2 ** -53

describe('gumbelStaysBelow', () => {
  it('is never wrong when it says yes', () => {
    const u = fc.oneof(
      fc.double({ min: 0, max: last, noNaN: true }),
      fc.integer({ min: 1, max: 2 ** 30 }).map((k) => 1 - k * 2 ** -53),
    )
    const x = fc.oneof(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.integer({ min: -3, max: 40 }),
    )
    fc.assert(
      fc.property(u, x, (u, x) => {
        if (gumbelStaysBelow(u, x)) expect(gumbel(u)).toBeLessThan(x)
      }),
      { numRuns: 5000 },
    )
  })

  it('says yes for most draws far below', () => {
    let yes = 0
    for (let k = 0; k < 1000; k++) if (gumbelStaysBelow(k / 1000, 5)) yes++
    expect(yes).toBeGreaterThan(980)
    expect(gumbelStaysBelow(last, 30)).toBe(false)
    expect(gumbelStaysBelow(0.5, NaN)).toBe(false)
  })
})
