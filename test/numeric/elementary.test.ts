import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asin,
  exp,
  gumbel,
  log,
  logistic,
  logit,
  normalQuantile,
  pow,
} from '../../src/numeric/index.js'
import { asinValues, expValues, logValues, normalValues, powValues } from './references.js'
import { ulps } from './ulps.js'

const finite = { noNaN: true, noDefaultInfinity: true }

describe('exp', () => {
  it('is within one unit of the last place of the true value', () => {
    for (const [x, y] of expValues) expect(ulps(exp(x), y), `exp(${x})`).toBeLessThanOrEqual(1)
  })

  it('keeps to the edges of the doubles', () => {
    expect(exp(0)).toBe(1)
    expect(exp(-0)).toBe(1)
    expect(exp(Infinity)).toBe(Infinity)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(NaN)).toBeNaN()
    expect(exp(709.782712893384)).toBeLessThan(Infinity)
    expect(exp(709.7827128933841)).toBe(Infinity)
    expect(exp(-745.133219101941)).toBe(5e-324)
    expect(exp(-745.14)).toBe(0)
    expect(exp(1e300)).toBe(Infinity)
    expect(exp(-1e300)).toBe(0)
  })

  it('never falls as its argument rises', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, ...finite }), (x) => {
        // Three units of the last place, more than the error of two values together.
        const next = x + Math.max(Math.abs(x), 1) * 1e-15
        expect(exp(next)).toBeGreaterThanOrEqual(exp(x))
      }),
    )
  })

  it('has no seam where the fast path ends', () => {
    for (const x of [708, 708.9999999999999, 709, 709.0000000000001]) {
      for (const y of [x, -x]) expect(exp(y) / Math.exp(y)).toBeCloseTo(1, 14)
    }
  })
})

describe('log', () => {
  it('is the nearest double at the reference points', () => {
    for (const [x, y] of logValues) expect(ulps(log(x), y), `log(${x})`).toBe(0)
  })

  it('keeps to the edges of the doubles', () => {
    expect(log(1)).toBe(0)
    expect(log(0)).toBe(-Infinity)
    expect(log(-0)).toBe(-Infinity)
    expect(log(-1)).toBeNaN()
    expect(log(NaN)).toBeNaN()
    expect(log(Infinity)).toBe(Infinity)
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384)
    expect(log(Math.E)).toBe(1)
  })

  it('undoes exp', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, ...finite }), (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(5e-16 * Math.max(1, Math.abs(x)))
      }),
    )
  })
})

describe('pow', () => {
  it('is within one unit of the last place of the true value', () => {
    for (const [x, y, z] of powValues) {
      expect(ulps(pow(x, y), z), `pow(${x}, ${y})`).toBeLessThanOrEqual(1)
    }
  })

  it('is exact where the result is a small whole number', () => {
    for (let x = 1; x <= 20; x++) {
      let product = 1
      for (let y = 0; y <= 11; y++, product *= x) expect(pow(x, y)).toBe(product)
    }
  })

  it('treats special arguments as Math.pow does', () => {
    const special = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 2.5, -2.5, 1e300, -1e300]
    special.push(Infinity, -Infinity, NaN, 5e-324, 1e21, 2 ** 53 - 1, -(2 ** 53 - 1))
    for (const x of special) {
      for (const y of special) {
        const wanted = x ** y
        const actual = pow(x, y)
        if (Number.isNaN(wanted) || wanted === 0 || !Number.isFinite(wanted)) {
          expect(Object.is(actual, wanted), `pow(${x}, ${y}) = ${actual}`).toBe(true)
        } else {
          expect(ulps(actual, wanted), `pow(${x}, ${y}) = ${actual}`).toBeLessThanOrEqual(1)
        }
      }
    }
  })
})

describe('asin', () => {
  it('is within one unit of the last place of the true value', () => {
    for (const [x, y] of asinValues) expect(ulps(asin(x), y), `asin(${x})`).toBeLessThanOrEqual(1)
  })

  it('is odd, reaches ±π/2 and is undefined beyond ±1', () => {
    expect(asin(1)).toBe(Math.PI / 2)
    expect(asin(-1)).toBe(-Math.PI / 2)
    expect(asin(0)).toBe(0)
    expect(asin(1.0000000000000002)).toBeNaN()
    expect(asin(NaN)).toBeNaN()
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, ...finite }), (x) => {
        expect(asin(-x)).toBe(-asin(x))
      }),
    )
  })
})

describe('normalQuantile', () => {
  it('has a relative error below 1e-15', () => {
    for (const [p, z] of normalValues) {
      expect(Math.abs(normalQuantile(p) - z), `p = ${p}`).toBeLessThanOrEqual(1.5e-15 * Math.abs(z))
    }
  })

  it('gives the value that Wichura published', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 15)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14)
  })

  it('is infinite at 0 and 1 and undefined outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    for (const p of [-0.1, 1.1, NaN]) expect(normalQuantile(p)).toBeNaN()
  })
})

describe('logistic, logit, gumbel', () => {
  it('knows both tails of the logistic function', () => {
    expect(logistic(0)).toBe(0.5)
    expect(logistic(800)).toBe(1)
    expect(logistic(-800)).toBe(0)
    expect(logistic(-100)).toBeCloseTo(3.720075976020836e-44, 57)
    expect(logistic(NaN)).toBeNaN()
    expect(logistic(Infinity)).toBe(1)
    expect(logistic(-Infinity)).toBe(0)
  })

  it('is symmetric, and logit undoes it', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, ...finite }), (x) => {
        expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15)
        expect(logit(logistic(x))).toBeCloseTo(x, x > 5 ? 2 : 10)
      }),
    )
    expect(logit(0)).toBe(-Infinity)
    expect(logit(1)).toBe(Infinity)
    expect(logit(1.1)).toBeNaN()
  })

  it('turns uniform into Gumbel variates', () => {
    expect(gumbel(0.5)).toBeCloseTo(0.36651292058166435, 15)
    expect(gumbel(0)).toBe(-Infinity)
    expect(gumbel(1)).toBe(Infinity)
  })
})

it('gives the same bits everywhere', () => {
  const hash = createHash('sha256')
  const row = new Float64Array(6)
  for (let i = 1; i < 5000; i++) {
    const u = i / 5000
    row.set([exp(i - 2500.3), exp(u), log(i * u), pow(u * 9, i / 500), asin(u), normalQuantile(u)])
    const view = new DataView(new ArrayBuffer(48))
    row.forEach((value, j) => {
      view.setFloat64(j * 8, value)
    })
    hash.update(new Uint8Array(view.buffer))
  }
  // If this number changes, so does every result ever published.
  expect(hash.digest('hex')).toMatchInlineSnapshot(
    `"8dcd62218b84106289f15ca25bb94be35ad154da561fdeb2b09f3ba37aeafcc5"`,
  )
})
