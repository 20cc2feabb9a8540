import { fixedOne, logOfRatio, rootOfTwo64, timesFixed, toDoubleDouble } from './fixedPoint.js'
import { powersOfTwo } from './powersOfTwo.js'

/** 2^(j/64) for j = 0 … 63, as the nearest double and the rest. */
const rootHi = new Float64Array(64)
const rootLo = new Float64Array(64)
{
  const step = rootOfTwo64()
  let power = fixedOne
  for (let j = 0; j < 64; j++) {
    const { hi, lo } = toDoubleDouble(power)
    rootHi[j] = hi
    rootLo[j] = lo
    power = timesFixed(power, step)
  }
}

const ln2 = logOfRatio(2n, 1n)
const perStep = 64 / toDoubleDouble(ln2).hi
// ln 2 / 64 in two parts, the first of 32 bits: the number of steps has at most 17, so the product is
// exact and the reduced argument keeps its bits.
const stepLength = toDoubleDouble(ln2).hi / 64
const stepHi = Math.floor(stepLength * 274877906944) / 274877906944 // 2^38
const stepLo = (toDoubleDouble(ln2).hi - stepHi * 64 + toDoubleDouble(ln2).lo) / 64

/** Largest argument with a finite result, ln of the largest double. */
const overflowAt = 709.782712893384
/** Below this the result rounds to 0: ln of half the smallest double. */
const underflowAt = -745.1332191019412

// Adding and taking away 1.5 × 2^52 rounds to an integer in two additions, and costs less than floor.
const rounder = 6755399441055744

/**
 * eˣ of the sum `x + rest`, where `rest` is far below a unit of the last place of `x`. `pow` needs the
 * second part; everybody else calls `exp`.
 */
export function expOfSum(x: number, rest: number): number {
  if (x > overflowAt) return Infinity
  if (x < underflowAt) return 0
  const n = x * perStep + rounder - rounder
  const r = x - n * stepHi - n * stepLo + rest
  const steps = n | 0
  const j = steps & 63
  const e = steps >> 6
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))))
  const t = rootHi[j]
  const m = t + (rootLo[j] + t * p)
  if (e > 1023) return m * powersOfTwo[2046] * 2
  // A subnormal result: one rounding only, since the first factor is exact.
  if (e < -1022) return m * powersOfTwo[e + 1223] * powersOfTwo[823]
  return m * powersOfTwo[e + 1023]
}

/**
 * eˣ, the same double on every processor and Node version (Math.exp is not).
 *
 * x = n·ln 2/64 + r with |r| ≤ ln 2/128, then 2^(n/64) from a table times the Taylor series of eʳ.
 * Relative error below one unit of the last place (2.2e-16) for normal results.
 * Source: Tang, P. T. P. (1989), Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic, ACM TOMS 15(2), 144–157.
 *
 * @param x any number; NaN gives NaN, −Infinity 0, above 709.78 Infinity, below −745.13 0
 */
export function exp(x: number): number {
  // Written out instead of calling expOfSum: the function is the hottest of the model's arithmetic.
  const n = x * perStep + rounder - rounder
  const steps = n | 0
  const e = steps >> 6
  if (!(x < 709 && x > -708)) return Number.isNaN(x) ? x : expOfSum(x, 0)
  const r = x - n * stepHi - n * stepLo
  const t = rootHi[steps & 63]
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))))
  return (t + (rootLo[steps & 63] + t * p)) * powersOfTwo[e + 1023]
}

/**
 * `exp` of many numbers, in place. One by one each would be put on the heap to be handed back.
 *
 * @param n how many of the first numbers to take
 */
export function exps(values: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) values[i] = exp(values[i])
}
