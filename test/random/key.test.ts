import { describe, expect, it } from 'vitest'
import { deriveKey, entityKeys, numberKeys } from '../../src/random/index.js'

const text = (key: { hi: number; lo: number }) => `${key.hi} ${key.lo}`

describe('deriveKey', () => {
  it('tells seeds, replicates, domains and futures apart', () => {
    const keys = new Set<string>()
    for (const seed of ['1', '11', '111', '', ' ', '1990', 'a', 'A', '1:1', 'ü']) {
      for (const replicate of [0, 1, 11, 1000]) {
        for (const domain of ['salience', 'diffusion', 'measures', '']) {
          for (const future of [0, 1, 2]) {
            keys.add(text(deriveKey(seed, replicate, domain, future)))
          }
        }
      }
    }
    expect(keys.size).toBe(10 * 4 * 4 * 3)
  })

  it('does not confuse a part with the start of the next', () => {
    expect(deriveKey('1', 12, 'a')).not.toEqual(deriveKey('11', 2, 'a'))
    expect(deriveKey('a', 0, '1:0;b')).not.toEqual(deriveKey('a;1:0', 0, 'b'))
    expect(deriveKey('s', 0, 'd', 1)).not.toEqual(deriveKey('s', 0, 'd;1:1;'))
  })

  it('lets the future in only where there is another one', () => {
    expect(deriveKey('1990', 3, 'salience', 0)).toEqual(deriveKey('1990', 3, 'salience'))
  })

  it('never changes', () => {
    expect(deriveKey('1990', 0, 'salience')).toMatchInlineSnapshot(`
      {
        "hi": 964698159,
        "lo": -1270843736,
      }
    `)
    expect(deriveKey('1990', 7, 'diffusion', 2)).toMatchInlineSnapshot(`
      {
        "hi": -733227127,
        "lo": 1377686655,
      }
    `)
  })

  it('gives signed 32-bit integers', () => {
    const { hi, lo } = deriveKey('1990', 0, 'salience')
    expect([hi | 0, lo | 0]).toEqual([hi, lo])
  })

  it('refuses replicates and futures that are not whole numbers', () => {
    expect(() => deriveKey('1', -1, 'a')).toThrow(RangeError)
    expect(() => deriveKey('1', 0.5, 'a')).toThrow(RangeError)
    expect(() => deriveKey('1', 0, 'a', NaN)).toThrow(RangeError)
  })
})

describe('entityKeys', () => {
  it('takes the first 64 bits of the SHA-256 of the id', () => {
    // The published digest of 'abc' begins ba7816bf 8f01cfea.
    const { hi, lo } = entityKeys(['abc'])
    expect([hi[0] >>> 0, lo[0] >>> 0]).toEqual([0xba7816bf, 0x8f01cfea])
  })

  it('looks at the id alone', () => {
    const long = entityKeys(['quebec', 'ontario', 'bavaria'])
    const short = entityKeys(['bavaria', 'quebec'])
    expect([short.hi[0], short.lo[0]]).toEqual([long.hi[2], long.lo[2]])
    expect([short.hi[1], short.lo[1]]).toEqual([long.hi[0], long.lo[0]])
  })

  it('needs no ids of rows that are only counted', () => {
    const { hi, lo } = entityKeys(['0', '1', '2', '3'])
    expect(numberKeys(4)).toEqual({ hi, lo })
  })
})
