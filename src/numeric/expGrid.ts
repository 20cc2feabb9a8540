import { expOfRatio, fixedOne, timesFixed, toDoubleDouble } from './fixedPoint.js'

const splitter = 134217729 // 2^27 + 1

/**
 * e^(k/64) for k = −1024 … 1023, found at k & 2047, as the nearest double and the rest, to 2^-100.
 *
 * Products of the exact e^i and e^(j/64), in double length (Dekker 1971): all of them exactly would take several
 * milliseconds at every start.
 */
export function expGrid(): { readonly hi: Float64Array; readonly lo: Float64Array } {
  const whole = powers(-16, 32, 1n)
  const part = powers(0, 64, 64n)
  const hi = new Float64Array(whole.hi.length * part.hi.length)
  const lo = new Float64Array(hi.length)
  for (let i = 0; i < 32; i++) {
    const a = whole.hi[i]
    const aRest = whole.lo[i]
    const aScaled = splitter * a
    const aUpper = aScaled - (aScaled - a)
    const aLower = a - aUpper
    for (let j = 0; j < 64; j++) {
      const b = part.hi[j]
      const bScaled = splitter * b
      const bUpper = bScaled - (bScaled - b)
      const bLower = b - bUpper
      const product = a * b
      const lost = aUpper * bUpper - product + aUpper * bLower + aLower * bUpper + aLower * bLower
      const rest = lost + (a * part.lo[j] + aRest * b)
      const at = ((i - 16) * 64 + j) & 2047
      hi[at] = product + rest
      lo[at] = product - hi[at] + rest
    }
  }
  return { hi, lo }
}

/** e^(k/denominator) for n successive k from `first`, 0 or negative. */
function powers(first: number, n: number, denominator: bigint) {
  const hi = new Float64Array(n)
  const lo = new Float64Array(n)
  const step = expOfRatio(1n, denominator)
  let power = fixedOne
  for (let k = 0; k > first; k--) power = (power * fixedOne) / step
  for (let k = 0; k < n; k++) {
    const pair = toDoubleDouble(power)
    hi[k] = pair.hi
    lo[k] = pair.lo
    power = timesFixed(power, step)
  }
  return { hi, lo }
}
