import { expOfSum } from './exp.js'
import { logPair } from './log.js'

const pair = new Float64Array(2)
const splitter = 134217729 // 2^27 + 1

/**
 * xʸ, the same double on every processor and Node version (`**` is not); error below one unit of the
 * last place for normal results. Special cases as in IEEE 754 with JavaScript's exceptions: x⁰ is 1
 * even for NaN, and (±1)^±Infinity is NaN.
 *
 * eˣ of y·ln x, with logarithm and product carried in double length.
 *
 * @param x base; a negative base needs an integer exponent, otherwise NaN
 * @param y exponent
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  if (y === 1) return x
  if (y === 2) return x * x
  if (y === 0.5 && x > 0) return Math.sqrt(x)
  const size = Math.abs(x)
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN
    return size > 1 === y > 0 ? Infinity : 0
  }
  const whole = Math.floor(y) === y
  const odd = whole && Math.floor(y / 2) * 2 !== y
  const negative = odd && (x < 0 || Object.is(x, -0))
  if (size === 0 || size === Infinity) {
    const result = (size === 0) === y > 0 ? 0 : Infinity
    return negative ? -result : result
  }
  if (x < 0 && !whole) return NaN
  const result = size === 1 ? 1 : positivePower(size, y)
  return negative ? -result : result
}

function positivePower(x: number, y: number): number {
  // ln x is at least 1.1e-16 away from 0, so such an exponent leaves the range of doubles.
  if (Math.abs(y) > 1e20) return x > 1 === y > 0 ? Infinity : 0
  logPair(x, pair)
  const hi = pair[0]
  const product = y * hi
  const a = splitter * y
  const yh = a - (a - y)
  const yl = y - yh
  const b = splitter * hi
  const hh = b - (b - hi)
  const hl = hi - hh
  const rest = yh * hh - product + yh * hl + yl * hh + yl * hl + y * pair[1]
  return expOfSum(product, rest)
}
