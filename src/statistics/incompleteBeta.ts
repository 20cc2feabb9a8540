import { exp, log } from '../numeric/index.js'

const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/**
 * ln Γ(x) for x > 0, to about 1e-14.
 * Source: Lanczos, C. (1964), A precision approximation of the gamma function, SIAM Journal on
 * Numerical Analysis 1, 86–96, with g = 7 and nine terms (Godfrey 2001).
 */
export function logGamma(x: number): number {
  let series = lanczos[0]
  for (let i = 1; i < lanczos.length; i++) series += lanczos[i] / (x + i - 1)
  const t = x + 6.5
  return 0.9189385332046728 + (x - 0.5) * log(t) - t + log(series)
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction.
 * Source: DLMF 8.17.22, evaluated by Lentz's method as modified by Thompson & Barnett (1986).
 *
 * @param x in [0, 1]
 * @param a greater than 0
 * @param b greater than 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast on this side of the mean; the other side is its mirror image.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x))
  return (front * fraction(x, a, b)) / a
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 10000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}
