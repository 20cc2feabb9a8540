import { expect, it } from 'vitest'
import { exp } from '../../src/numeric/index.js'

const bits = 200n

/** A double as a whole number × 2^(exponent − 1075). */
function parts(x: number): { mantissa: bigint; exponent: bigint } {
  const word = new BigInt64Array(Float64Array.of(Math.abs(x)).buffer)[0]
  return {
    mantissa: ((word & 0xfffffffffffffn) | 0x10000000000000n) * (x < 0 ? -1n : 1n),
    exponent: word >> 52n,
  }
}

/** x × 2^200 of a normal double, rounded down. */
function toFixed(x: number): bigint {
  const { mantissa, exponent } = parts(x)
  const shift = exponent - 1075n + bits
  return shift >= 0n ? mantissa << shift : mantissa >> -shift
}

/** eˣ × 2^200 by the series of e^(x/1024), squared ten times: exact to some 2^-130 of the value for |x| < 40. */
function exact(x: number): bigint {
  const small = toFixed(x) >> 10n
  let term = 1n << bits
  let total = 0n
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    total += term
    term = ((term * small) >> bits) / k
  }
  for (let i = 0; i < 10; i++) total = (total * total) >> bits
  return total
}

it('is within 0.63 units of the last place of exact integer arithmetic up to 15.5, one unit beyond', () => {
  let near = 0
  let far = 0
  // Evenly over the range, and where the table's steps meet, at which the polynomial is farthest from its middle.
  for (let i = -9920; i <= 9920; i++) {
    for (const x of [i / 640 + 0.000_123, (i / 5 + 0.4999) / 64, (i + 0.7) / 400]) {
      const y = exp(x)
      const error = Number(toFixed(y) - exact(x)) / 2 ** (Number(parts(y).exponent) - 1075 + 200)
      if (Math.abs(x) < 15.5) near = Math.max(near, Math.abs(error))
      else far = Math.max(far, Math.abs(error))
    }
  }
  expect(near).toBeLessThan(0.63)
  expect(far).toBeLessThan(1)
})

it('has no seam where the table ends', () => {
  for (const sign of [1, -1]) {
    const inner = exp(sign * 15.499999999999998)
    const outer = exp(sign * 15.5)
    expect(outer > inner).toBe(sign > 0)
  }
})
