import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { threefry2x32, threefry2x32Rounds } from '../../src/random/index.js'

/** Random123 1.14, tests/kat_vectors: rounds, counter, key, result. */
const vectors: readonly (readonly [number, readonly number[], readonly number[], string])[] = [
  [13, [0, 0], [0, 0], '9d1c5ec6 8bd50731'],
  [13, [0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], 'fd36d048 2d17272c'],
  [13, [0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], 'ba3e4725 f27d669e'],
  [20, [0, 0], [0, 0], '6b200159 99ba4efe'],
  [20, [0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '1cb996fc bb002be7'],
  [20, [0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], 'c4923a9c 483df7a0'],
]

const hex = (words: Uint32Array) =>
  Array.from(words, (word) => word.toString(16).padStart(8, '0')).join(' ')

describe('threefry2x32', () => {
  it.each(vectors)('gives the published words after %d rounds', (rounds, counter, key, wanted) => {
    const out = new Uint32Array(2)
    threefry2x32Rounds(key[0], key[1], counter[0], counter[1], out, rounds)
    expect(hex(out)).toBe(wanted)
    if (rounds !== 13) return
    threefry2x32(key[0], key[1], counter[0], counter[1], out)
    expect(hex(out)).toBe(wanted)
  })

  it('is written out as it stands in the paper', () => {
    const plain = new Int32Array(2)
    const written = new Int32Array(2)
    const word = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 })
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        threefry2x32Rounds(a, b, c, d, plain, 13)
        threefry2x32(a, b, c, d, written)
        expect(written).toEqual(plain)
      }),
      { numRuns: 1000 },
    )
  })
})
