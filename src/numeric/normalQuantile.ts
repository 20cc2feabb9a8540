import { log } from './log.js'

/**
 * The quantile function of the standard normal distribution, relative error below 1e-15.
 * Source: Wichura, M. J. (1988), Algorithm AS 241: the percentage points of the normal distribution,
 * Applied Statistics 37(3), 477–484 (PPND16).
 *
 * @param p probability in [0, 1]; 0 gives −Infinity, 1 gives Infinity, outside NaN
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(centreTop, r)) / polynomial(centreBottom, r)
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p))
  const z =
    r <= 5
      ? polynomial(middleTop, r - 1.6) / polynomial(middleBottom, r - 1.6)
      : polynomial(farTop, r - 5) / polynomial(farBottom, r - 5)
  return q < 0 ? -z : z
}

/** Horner's scheme, the constant term first in the list. */
function polynomial(coefficients: Float64Array, x: number): number {
  let value = coefficients[7]
  for (let i = 6; i >= 0; i--) value = value * x + coefficients[i]
  return value
}

const centreTop = Float64Array.of(
  3.3871328727963665,
  133.14166789178438,
  1971.5909503065513,
  13731.69376550946,
  45921.95393154987,
  67265.7709270087,
  33430.57558358813,
  2509.0809287301227,
)
const centreBottom = Float64Array.of(
  1,
  42.31333070160091,
  687.1870074920579,
  5394.196021424751,
  21213.794301586597,
  39307.89580009271,
  28729.085735721943,
  5226.495278852854,
)
const middleTop = Float64Array.of(
  1.4234371107496835,
  4.630337846156546,
  5.769497221460691,
  3.6478483247632045,
  1.2704582524523684,
  0.2417807251774506,
  0.022723844989269184,
  7.745450142783414e-4,
)
const middleBottom = Float64Array.of(
  1,
  2.053191626637759,
  1.6763848301838038,
  0.6897673349851,
  0.14810397642748008,
  0.015198666563616457,
  5.475938084995345e-4,
  1.0507500716444169e-9,
)
const farTop = Float64Array.of(
  6.657904643501103,
  5.463784911164114,
  1.7848265399172913,
  0.29656057182850487,
  0.026532189526576124,
  0.0012426609473880784,
  2.7115555687434876e-5,
  2.0103343992922881e-7,
)
const farBottom = Float64Array.of(
  1,
  0.599832206555888,
  0.1369298809227358,
  0.014875361290850615,
  7.868691311456133e-4,
  1.8463183175100548e-5,
  1.421511758316446e-7,
  2.0442631033899397e-15,
)
