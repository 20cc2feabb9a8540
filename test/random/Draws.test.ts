import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../src/numeric/index.js'
import { Draws, deriveKey, entityKeys, threefry2x32Rounds } from '../../src/random/index.js'

const key = deriveKey('1990', 0, 'test')
const ids = (n: number) => Array.from({ length: n }, (_, i) => `actor-${i}`)
const drawsAt = (n: number, tick: number, own = key) => {
  const draws = new Draws(own, entityKeys(ids(n)))
  draws.setTick(tick)
  return draws
}

describe('an addressed draw', () => {
  const tick = fc.nat(5000)
  const count = fc.integer({ min: 1, max: 40 })
  const width = fc.integer({ min: 1, max: 8 })

  it('fills the array that block is given, if it is of the right length', () => {
    const draws = drawsAt(3, 0)
    const mine = new Float64Array(6)
    expect(draws.block(2, mine)).toBe(mine)
    expect(draws.block(2)).not.toBe(mine)
    expect(() => draws.block(2, new Float64Array(5))).toThrow('block(2) fills 6 numbers, not 5')
  })

  it('is the same from block, at, several and keyed', () => {
    fc.assert(
      fc.property(tick, count, width, (t, n, k) => {
        const draws = drawsAt(n, t)
        const { hi, lo } = entityKeys(ids(n))
        const block = draws.block(k)
        expect(block.length).toBe(n * k)
        expect(draws.block(k, new Float64Array(n * k))).toEqual(block)
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < k; j++) {
            expect(draws.at(i, j)).toBe(block[i * k + j])
            expect(draws.keyed(hi[i], lo[i], j)).toBe(block[i * k + j])
          }
          const several = new Float64Array(k)
          draws.several(i, 0, k, several)
          expect(several).toEqual(block.slice(i * k, i * k + k))
          draws.several(i, k - 1, 1, several)
          expect(several[0]).toBe(block[i * k + k - 1])
        }
      }),
    )
  })

  it('does not depend on the other entities, their order or what was drawn before', () => {
    fc.assert(
      fc.property(
        tick,
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 }),
        width,
        (t, names, k) => {
          const all = new Draws(key, entityKeys(names))
          all.setTick(t + 1)
          all.block(k)
          all.pair(0, 1, 3)
          all.setTick(t)
          const block = all.block(k)
          names.forEach((name, i) => {
            const alone = new Draws(key, entityKeys([name]))
            alone.setTick(t)
            expect(alone.block(k)).toEqual(block.slice(i * k, i * k + k))
          })
          const reversed = new Draws(key, entityKeys([...names].reverse()))
          reversed.setTick(t)
          const last = names.length - 1
          expect(reversed.at(last, 0)).toBe(block[0])
          expect(reversed.pair(last, last - 1, 2)).toBe(all.pair(0, 1, 2))
        },
      ),
    )
  })

  it('does not depend on how many draws a block has', () => {
    const draws = drawsAt(5, 9)
    const two = Float64Array.from(draws.block(2))
    const seven = draws.block(7)
    for (let i = 0; i < 5; i++) expect(seven[i * 7 + 1]).toBe(two[i * 2 + 1])
  })

  it('is what its definition says', () => {
    const { hi, lo } = entityKeys(['actor-2'])
    const out = new Uint32Array(2)
    threefry2x32Rounds(key.hi ^ hi[0], key.lo ^ lo[0], 41, 3, out, 13)
    const wanted = ((out[0] >>> 5) * 67108864 + (out[1] >>> 6)) / 9007199254740992
    expect(drawsAt(4, 41).at(2, 3)).toBe(wanted)
  })

  it('never changes', () => {
    expect(Array.from(drawsAt(2, 5).block(2))).toMatchInlineSnapshot(`
      [
        0.5325661525572412,
        0.8522070036398448,
        0.25110085804040694,
        0.7528287334262865,
      ]
    `)
    expect(drawsAt(2, 5).pair(0, 1, 0)).toMatchInlineSnapshot(`0.6686317630069416`)
  })

  it('differs by key: seeds 1 and 11 share nothing', () => {
    const one = drawsAt(100, 0, deriveKey('1', 0, 'm')).block(4)
    const eleven = drawsAt(100, 0, deriveKey('11', 0, 'm')).block(4)
    expect(one.filter((u, i) => u === eleven[i]).length).toBe(0)
  })
})

describe('block', () => {
  it('fills the same buffer again', () => {
    const draws = drawsAt(10, 0)
    const first = draws.block(3)
    const before = first[0]
    draws.setTick(1)
    expect(draws.block(3)).toBe(first)
    expect(first[0]).not.toBe(before)
    first.fill(-1)
    draws.setTick(0)
    expect(draws.block(3)[0]).toBe(before)
  })

  it('is empty without entities', () => {
    expect(drawsAt(0, 0).block(3).length).toBe(0)
  })
})

describe('pair', () => {
  it('tells (i, j) from (j, i) and from both entities', () => {
    const draws = drawsAt(6, 2)
    const seen = new Set<number>()
    for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) seen.add(draws.pair(i, j, 0))
    for (let i = 0; i < 6; i++) seen.add(draws.at(i, 0))
    expect(seen.size).toBe(42)
  })
})

describe('normalAt', () => {
  it('is the quantile of the uniform draw, with mean 0 and variance 1', () => {
    const draws = drawsAt(2000, 0)
    let total = 0
    let squares = 0
    for (let i = 0; i < 2000; i++) {
      const z = draws.normalAt(i, 1)
      expect(z).toBe(normalQuantile(draws.at(i, 1)))
      total += z
      squares += z * z
    }
    expect(Math.abs(total / 2000)).toBeLessThan(0.07)
    expect(Math.abs(squares / 2000 - 1)).toBeLessThan(0.1)
  })
})

describe('the distribution of draws', () => {
  const n = 64
  const ticks = 200
  const width = 5
  const draws = drawsAt(n, 0)
  const cube: Float64Array[] = []
  for (let t = 0; t < ticks; t++) {
    draws.setTick(t)
    cube.push(Float64Array.from(draws.block(width)))
  }
  const at = (t: number, i: number, k: number) => cube[t][i * width + k]

  it('is even over sixteen bins', () => {
    const bins = new Float64Array(16)
    for (const block of cube) for (const u of block) bins[Math.floor(u * 16)]++
    const wanted = (n * ticks * width) / 16
    const chiSquare = bins.reduce((total, c) => total + (c - wanted) ** 2 / wanted, 0)
    // The 0.1 % and 99.9 % points of chi-square with 15 degrees of freedom.
    expect(chiSquare).toBeGreaterThan(3.483)
    expect(chiSquare).toBeLessThan(37.7)
  })

  it.each([
    ['ticks', 1, 0, 0],
    ['entities', 0, 1, 0],
    ['draws', 0, 0, 1],
    ['ticks and draws', 1, 0, 1],
  ])('is uncorrelated across neighbouring %s', (_, dt, di, dk) => {
    let total = 0
    let pairs = 0
    for (let t = 0; t + dt < ticks; t++) {
      for (let i = 0; i + di < n; i++) {
        for (let k = 0; k + dk < width; k++) {
          total += (at(t, i, k) - 0.5) * (at(t + dt, i + di, k + dk) - 0.5) * 12
          pairs++
        }
      }
    }
    // The standard error of the correlation is 1/√pairs.
    expect(Math.abs(total / pairs)).toBeLessThan(3.5 / Math.sqrt(pairs))
  })

  it('has even low bits, in both words', () => {
    let odd = 0
    let oddUpper = 0
    for (const block of cube) {
      for (const u of block) {
        odd += (u * 2 ** 53) % 2
        oddUpper += Math.floor(u * 2 ** 27) % 2
      }
    }
    const total = n * ticks * width
    for (const count of [odd, oddUpper]) {
      expect(Math.abs(count - total / 2)).toBeLessThan(3.5 * Math.sqrt(total / 4))
    }
  })
})
