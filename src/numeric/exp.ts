import { expGrid } from './expGrid.js'
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

const scales = powersOfTwo

// Here and below: an imported or global name, or a sum on a path that is seldom taken, keeps V8 from peeling the loops
// that it copies exp into, and so from keeping their constants in registers: a third of the time.
const overflow = Number.POSITIVE_INFINITY

/** Largest argument with a finite result, ln of the largest double. */
const overflowAt = 709.782712893384
/** Below this the result rounds to 0: ln of half the smallest double. */
const underflowAt = -745.1332191019412

// Adding and taking away 1.5 × 2^52 rounds to an integer in two additions, and costs less than floor.
const rounder = 6755399441055744

/**
 * eˣ of the sum `x + rest`, where `rest` is far below a unit of the last place of `x`. `pow` needs the
 * second part; everybody else calls `exp`. Error below one unit of the last place for normal results.
 */
export function expOfSum(x: number, rest: number): number {
  if (x > overflowAt) return overflow
  if (x < underflowAt) return 0
  const n = x * perStep + rounder - rounder
  const r = x - n * stepHi - n * stepLo + rest
  const steps = n | 0
  const j = steps & 63
  const e = steps >> 6
  const half = e >> 1
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))))
  const t = rootHi[j]
  // In two factors, as 2^e may be too large or too small for a double; a subnormal result is rounded once, since the
  // first product is exact.
  return (t + (rootLo[j] + t * p)) * scales[half + 1023] * scales[e - half + 1023]
}

const grid = expGrid()
const gridHi = grid.hi
const gridLo = grid.lo

// The same with 1.5 × 2^46 rounds to a multiple of 1/64.
const gridRounder = rounder / 64

// Series of eʳ, its terms in r⁶ replaced by what r² and r⁴ can do of it: the largest error for |r| ≤ 1/128 falls to
// a twenty-sixth, 1.2e-17. From the Chebyshev polynomial 4v³ − 3v of v = (1 + c) (128 r)² − c, c = √3/2, without
// constant term (economization; Lanczos 1938).
const c = Math.sqrt(3) / 2
const second = 1 / 2 - 1.5 / ((1 + c) * (1 + c)) / 720 / 268435456 // 128⁴
const fourth = 1 / 24 + (3 * c) / (1 + c) / 720 / 16384 // 128²

/**
 * eˣ, the same double on every processor and Node version (Math.exp is not).
 *
 * For |x| < 15.5: x = k/64 + r with |r| ≤ 1/128, both exact; e^(k/64) from a table times a polynomial of degree 5.
 * Elsewhere as in `expOfSum`. Error below 0.63 units of the last place, and below one unit from 15.5 on (for
 * normal results).
 * Source: Tang, P. T. P. (1989), Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic, ACM TOMS 15(2), 144–157; a grid in x instead of in log₂ eˣ saves the rounding of the
 * reduction and the scaling, and costs a longer table.
 *
 * @param x any number; NaN gives NaN, −Infinity 0, above 709.78 Infinity, below −745.13 0
 */
export function exp(x: number): number {
  // The hottest of the model's arithmetic; V8 copies it into loops.
  // The plus says that a number comes back: else V8 would put the result of every exp on the heap, near or far.
  if (!(Math.abs(x) < 15.5)) return +expOfSum(x, 0)
  const whole = x + gridRounder - gridRounder
  const at = ((whole * 64) | 0) & 2047
  const r = x - whole
  const square = r * r
  const p = r + square * (second + r * (1 / 6) + square * (fourth + r * (1 / 120)))
  const t = gridHi[at]
  return t + (gridLo[at] + t * p)
}

/**
 * `exp` of many numbers, in place. One by one each would be put on the heap to be handed back.
 *
 * @param n how many of the first numbers to take
 */
export function exps(values: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) values[i] = exp(values[i])
}
