import { describe, expect, it } from 'vitest'
import { deriveKey } from '../../../src/random/index.js'
import { joeKuo } from '../../../src/statistics/designs/joeKuo.js'
import { mostSobolDimensions, sobolSequence } from '../../../src/statistics/index.js'

const key = deriveKey('1', 0, 'design')
const two32 = 4294967296

/** The most and the fewest points that any of the boxes of these shapes holds. */
function occupancy(points: readonly Float64Array[], axes: readonly number[], digits: number[]) {
  const counts = new Int32Array(1 << digits.reduce((a, b) => a + b, 0))
  for (const point of points) {
    let box = 0
    axes.forEach((axis, i) => {
      const cells = 1 << digits[i]
      box = box * cells + Math.floor(point[axis] * cells)
    })
    counts[box]++
  }
  return [Math.min(...counts), Math.max(...counts)]
}

describe('direction numbers', () => {
  const rows = joeKuo
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number))

  it('are odd and short enough', () => {
    expect(rows.length).toBe(160)
    expect(mostSobolDimensions).toBe(161)
    for (const [, ...m] of rows) {
      m.forEach((value, i) => {
        expect(value % 2).toBe(1)
        expect(value).toBeLessThan(2 ** (i + 1))
      })
    }
  })

  it('belong to all primitive polynomials of degree up to ten, each once', () => {
    const degrees = new Map<number, number>()
    const seen = new Set<number>()
    for (const [a, ...m] of rows) {
      const degree = m.length
      const polynomial = 2 ** degree + 2 * a + 1
      seen.add(polynomial)
      degrees.set(degree, (degrees.get(degree) ?? 0) + 1)
      let power = 1
      let order = 0
      do {
        power *= 2
        if (power >= 2 ** degree) power ^= polynomial
        order++
      } while (power !== 1)
      expect(order).toBe(2 ** degree - 1)
    }
    expect(seen.size).toBe(160)
    // φ(2^s − 1) / s of degree s
    expect([...degrees.values()]).toEqual([1, 1, 2, 2, 6, 6, 18, 16, 48, 60])
  })
})

describe('sobolSequence', () => {
  it('begins as published', () => {
    // Joe & Kuo's program sobol.cc with new-joe-kuo-6.21201; the same in SciPy 1.17.
    expect(sobolSequence(8, 6).map((point) => [...point])).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
      [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
      [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
    ])
  })

  it('is SciPy’s in all 161 dimensions', () => {
    const points = sobolSequence(4096, 161)
    // qmc.Sobol(161, scramble=False, bits=32)
    const last = [0, 1, 2, 40, 80, 120, 159, 160].map((j) => points[4095][j] * two32)
    expect(last).toEqual([
      1048576, 4042260480, 1435500544, 862978048, 3402629120, 1416626176, 405798912, 2955935744,
    ])
    // h ← 31 h + x mod (2^61 − 1) over the coordinates of the first 512 points, as fractions of 2^32.
    const prime = 2n ** 61n - 1n
    let digest = 0n
    for (const point of points.slice(0, 512)) {
      for (const x of point) digest = (digest * 31n + BigInt(x * two32)) % prime
    }
    expect(digest).toBe(1553587850070452414n)
    expect(sobolSequence(2, 3, { skip: 1000000 }).map((point) => [...point])).toEqual([
      [0.026474952697753906, 0.3119192123413086, 0.8279962539672852],
      [0.5264749526977539, 0.8119192123413086, 0.32799625396728516],
    ])
  })

  it.each([undefined, key])(
    'fills every interval of every coordinate alike, scrambled %j',
    (scramble) => {
      const points = sobolSequence(512, 161, { ...(scramble && { scramble }), skip: 1024 })
      for (let j = 0; j < 161; j++) expect(occupancy(points, [j], [9])).toEqual([1, 1])
    },
  )

  it.each([undefined, key])('makes (t, m, 2)-nets, scrambled %j', (scramble) => {
    const m = 8
    const points = sobolSequence(1 << m, 8, scramble && { scramble })
    // t is at most the sum of the degrees of the polynomials less one each (Sobol' 1967).
    const degrees = [1, 1, 2, 3, 3, 4, 4, 5]
    for (let i = 0; i < 8; i++) {
      for (let j = i + 1; j < 8; j++) {
        const t = degrees[i] + degrees[j] - 2
        for (let a = 0; a <= m - t; a++) {
          expect(occupancy(points, [i, j], [a, m - t - a])).toEqual([1 << t, 1 << t])
        }
      }
    }
  })

  it('scrambles as a nested permutation: digits are shared as before', () => {
    const plain = sobolSequence(200, 5)
    const scrambled = sobolSequence(200, 5, { scramble: key })
    const common = (x: number, y: number) => {
      let depth = 0
      while (depth < 32 && Math.floor(x * 2 ** (depth + 1)) === Math.floor(y * 2 ** (depth + 1)))
        depth++
      return depth
    }
    let wrong = 0
    for (let j = 0; j < 5; j++) {
      for (let a = 0; a < 200; a++) {
        for (let b = 0; b < a; b++) {
          const depth = common(plain[a][j], plain[b][j])
          if (common(scrambled[a][j], scrambled[b][j]) !== depth) wrong++
        }
      }
    }
    expect(wrong).toBe(0)
  })

  it('puts each scrambled point anywhere with equal chance, pairs by their depth', () => {
    const repeats = 2000
    let sum = 0
    let squares = 0
    let together = 0
    for (let r = 0; r < repeats; r++) {
      const [, first, second, third] = sobolSequence(4, 2, {
        scramble: deriveKey('u', r, 'design'),
      })
      sum += first[1]
      squares += first[1] * first[1]
      // 0.5 and 0.75 share their first digit; the quarter that each falls in is free.
      if (Math.floor(4 * first[0]) % 2 === Math.floor(4 * third[0]) % 2) together++
      expect(Math.floor(2 * first[0])).toBe(Math.floor(2 * second[0]))
      expect(Math.floor(2 * first[0])).not.toBe(Math.floor(2 * third[0]))
    }
    // Standard errors 0.0065, 0.0067 and 0.011.
    expect(Math.abs(sum / repeats - 1 / 2)).toBeLessThan(0.025)
    expect(Math.abs(squares / repeats - 1 / 3)).toBeLessThan(0.025)
    expect(Math.abs(together / repeats - 1 / 2)).toBeLessThan(0.045)
  })

  it('integrates with an error that falls faster than with chance alone', () => {
    // Owen (1997): root mean square error of order n^−3/2 for smooth functions; here ∏ (1 + (xⱼ − ½) / 2) = 1.
    const error = (n: number) => {
      let squares = 0
      for (let r = 0; r < 20; r++) {
        let total = 0
        for (const point of sobolSequence(n, 4, { scramble: deriveKey('i', r, 'design') })) {
          total += point.reduce((product, x) => product * (1 + (x - 0.5) / 2), 1)
        }
        squares += (total / n - 1) ** 2
      }
      return Math.sqrt(squares / 20)
    }
    expect(error(1024)).toBeLessThan(error(64) / 30)
    expect(error(1024)).toBeLessThan(1e-4)
  })

  it('gives point i whatever n and skip, coordinate j whatever d', () => {
    const whole = sobolSequence(40, 9, { scramble: key })
    expect(sobolSequence(10, 9, { scramble: key, skip: 30 })).toEqual(whole.slice(30))
    expect(sobolSequence(40, 4, { scramble: key }).map((p) => [...p])).toEqual(
      whole.map((p) => [...p.slice(0, 4)]),
    )
    expect(sobolSequence(40, 9, { scramble: deriveKey('2', 0, 'design') })).not.toEqual(whole)
  })

  it('knows its limits', () => {
    expect(sobolSequence(0, 3)).toEqual([])
    expect(sobolSequence(1, 2, { skip: two32 - 1 })).toHaveLength(1)
    expect(() => sobolSequence(1, 162)).toThrow(RangeError)
    expect(() => sobolSequence(-1, 2)).toThrow(RangeError)
    expect(() => sobolSequence(2, 2, { skip: two32 - 1 })).toThrow(RangeError)
  })
})
