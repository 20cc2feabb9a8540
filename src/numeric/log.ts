import { logOfRatio, split } from './fixedPoint.js'
import { powersOfTwo } from './powersOfTwo.js'

/**
 * ln(j/128) for j = 90 … 182, found at j − 90, as a multiple of 2^-42 and the rest. With ln 2 as a
 * multiple of 2^-31, k·ln 2 + ln F is exact for every exponent k.
 */
const firstRow = 90
const tableHi = new Float64Array(93)
const tableLo = new Float64Array(93)
for (let row = 0; row < 93; row++) {
  const { hi, lo } = split(logOfRatio(BigInt(row + firstRow), 128n), 42)
  tableHi[row] = hi
  tableLo[row] = lo
}

const ln2 = split(logOfRatio(2n, 1n), 31)

const cast = new Float64Array(1)
const words = new Int32Array(cast.buffer)
// Which half of a double holds the exponent depends on the processor's byte order.
cast[0] = 1
const top = words[1] === 0 ? 0 : 1

const splitter = 134217729 // 2^27 + 1

/**
 * ln x of a positive finite x to about 2^-68, written as hi + lo into `out`.
 *
 * x = 2^k · F · (1 + q) with F = j/128 nearest the significand in [0.7, 1.4) and |q| ≤ 0.0056; ln F is
 * in a table and ln(1 + q) is its series, the first two terms carried in double length.
 * Source: Tang, P. T. P. (1990), Table-driven implementation of the logarithm function in IEEE
 * floating-point arithmetic, ACM TOMS 16(4), 378–400; products by Dekker (1971).
 */
export function logPair(x: number, out: Float64Array): void {
  let k = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984 // 2^54: a subnormal number made normal
    k = -54
  }
  cast[0] = x
  const e = (words[top] >> 20) - 1023
  k += e
  let m = x * powersOfTwo[1023 - e]
  if (m >= 1.4140625) {
    m *= 0.5
    k += 1
  }
  const j = Math.floor(m * 128 + 0.5)
  const F = j * 0.0078125
  const d = m - F // exact: the two are within 1/256 and share a scale
  const q = d / F
  // The remainder of the division: q·F exactly, then d − q·F.
  const t = splitter * q
  const qh = t - (t - q)
  const ql = q - qh
  const rest = (d - qh * F - ql * F) / F
  // q²/2 = square + squareRest
  const square = 0.5 * (q * q)
  const squareRest = 0.5 * (qh * qh - q * q + 2 * qh * ql + ql * ql)
  const tail =
    q * q * q * (1 / 3 - q * (1 / 4 - q * (1 / 5 - q * (1 / 6 - q * (1 / 7 - q * (1 / 8))))))
  // Sum from the largest to the smallest, keeping what each addition loses.
  const s1 = k * ln2.hi + tableHi[j - firstRow]
  const s2 = s1 + q
  const v2 = s2 - s1
  const e2 = s1 - (s2 - v2) + (q - v2)
  const s3 = s2 - square
  const v3 = s3 - s2
  const e3 = s2 - (s3 - v3) + (-square - v3)
  const low = e2 + e3 + (tail - squareRest + rest * (1 - q) + tableLo[j - firstRow] + k * ln2.lo)
  const hi = s3 + low
  out[0] = hi
  out[1] = s3 - hi + low
}

/**
 * The natural logarithm, the same double on every processor and Node version; error below 0.9
 * units of the last place. The reduction of `logPair`, without its second word of result.
 *
 * @param x any number; 0 gives −Infinity, a negative number or NaN gives NaN
 */
export function log(x: number): number {
  let k = -1023
  let y = x
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) {
    if (!(x > 0)) return x === 0 ? -Infinity : NaN
    if (x === Infinity) return x
    y = x * 18014398509481984 // 2^54: a subnormal number made normal
    k = -1077
  }
  cast[0] = y
  const e = words[top] >> 20
  k += e
  let m = y * powersOfTwo[2046 - e]
  if (m >= 1.4140625) {
    m *= 0.5
    k += 1
  }
  const row = ((m * 128 + 0.5) | 0) - firstRow
  const F = (row + firstRow) * 0.0078125
  const q = (m - F) / F
  const series = q * q * (q * (1 / 3 - q * (1 / 4 - q * (1 / 5 - q * (1 / 6 - q * (1 / 7))))) - 0.5)
  const big = k * ln2.hi + tableHi[row]
  const head = big + q
  // What the addition lost: |big| is 0 or exceeds |q|.
  const lost = q - (head - big)
  return head + (lost + series + (tableLo[row] + k * ln2.lo))
}

/**
 * `log` of many numbers, in place. One by one each would be put on the heap to be handed back.
 *
 * @param n how many of the first numbers to take
 */
export function logs(values: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) values[i] = log(values[i])
}
