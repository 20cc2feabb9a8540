import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Draws, deriveKey, entityKeys } from '../../src/random/index.js'

describe('pairs', () => {
  it('gives what pair gives, for as many as are meant', () => {
    const n = 12
    const draws = new Draws(
      deriveKey('1990', 0, 'test'),
      entityKeys(Array.from({ length: n }, (_, i) => `actor-${i}`)),
    )
    const row = fc.nat(n - 1)
    fc.assert(
      fc.property(fc.nat(5000), row, fc.array(row), fc.nat(9), (tick, i, rows, k) => {
        draws.setTick(tick)
        const out = new Float64Array(rows.length + 1).fill(-1)
        draws.pairs(i, Int32Array.from(rows), rows.length, k, out)
        rows.forEach((j, at) => {
          expect(out[at]).toBe(draws.pair(i, j, k))
        })
        expect(out[rows.length]).toBe(-1)
      }),
    )
  })

  it('gives what pair gives, for several draws of each', () => {
    const draws = new Draws(deriveKey('1990', 0, 'test'), entityKeys(['a', 'b', 'c', 'd']))
    draws.setTick(7)
    const out = new Float64Array(9).fill(-1)
    draws.pairsSeveral(1, Int32Array.of(3, 0, 2), 2, 5, 4, 4, out)
    const wanted = [5, 9, 13, 17].flatMap((k) => [3, 0].map((j) => draws.pair(1, j, k)))
    expect(Array.from(out)).toEqual([...wanted, -1])
  })
})
