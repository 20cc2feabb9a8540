/**
 * Constants worked out once, at load, in integers: a BigInt that stands for value × 2^140. Integer
 * arithmetic is exact, so the tables are the same on every machine, and no column of copied digits
 * has to be trusted.
 */
const bits = 140n
const one = 1n << bits

/** 2^-140, reached by exact halvings. */
const unit = (() => {
  let u = 1
  for (let i = 0n; i < bits; i++) u /= 2
  return u
})()

/** A real number as an unevaluated sum of two doubles, `lo` below half a unit of the last place of `hi`. */
export interface DoubleDouble {
  readonly hi: number
  readonly lo: number
}

/** The nearest double to a fixed-point number, and the nearest double to what that leaves over. */
export function toDoubleDouble(fixed: bigint): DoubleDouble {
  const hi = Number(fixed)
  const lo = Number(fixed - BigInt(hi))
  return { hi: hi * unit, lo: lo * unit }
}

/**
 * A fixed-point number split so that `hi` is a multiple of 2^-places, rounded down: sums and products
 * of such numbers can be exact.
 */
export function split(fixed: bigint, places: number): DoubleDouble {
  const drop = bits - BigInt(places)
  const short = (fixed >> drop) << drop
  return { hi: Number(short) * unit, lo: Number(fixed - short) * unit }
}

/** ln(numerator / denominator) of two positive integers as 2 artanh((a − b)/(a + b)), by its series. */
export function logOfRatio(numerator: bigint, denominator: bigint): bigint {
  const z = ((numerator - denominator) * one) / (numerator + denominator)
  const square = (z * z) / one
  let power = z
  let total = 0n
  for (let k = 1n; power !== 0n; k += 2n) {
    total += power / k
    power = (power * square) / one
  }
  return 2n * total
}

/** 2^(1/64): six integer square roots of 2. */
export function rootOfTwo64(): bigint {
  let root = 2n * one
  for (let i = 0; i < 6; i++) root = squareRoot(root * one)
  return root
}

/** e^(numerator / denominator) of two positive integers, by its series. */
export function expOfRatio(numerator: bigint, denominator: bigint): bigint {
  let term = one
  let total = 0n
  for (let k = 1n; term !== 0n; k++) {
    total += term
    term = (term * numerator) / (denominator * k)
  }
  return total
}

/** The product of two fixed-point numbers. */
export function timesFixed(a: bigint, b: bigint): bigint {
  return (a * b) / one
}

/** Fixed-point 1. */
export const fixedOne = one

/** The integer square root, rounded down, by Newton's iteration from above. */
function squareRoot(n: bigint): bigint {
  let x = n
  for (let y = (x + 1n) >> 1n; y < x; ) {
    x = y
    y = (x + n / x) >> 1n
  }
  return x
}
