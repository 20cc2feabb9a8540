import { exp } from '../numeric/index.js'

/**
 * The distribution function of the standard normal distribution, with small tails to full relative
 * accuracy (about 1e-15).
 * Source: Cody, W. J. (1969), Rational Chebyshev approximations for the error function, Mathematics of
 * Computation 23(107), 631–637, with the coefficients of his ANORM.
 *
 * @param z any number; NaN gives NaN
 * @returns probability of a value up to z
 */
export function normalCdf(z: number): number {
  const y = Math.abs(z)
  if (Number.isNaN(z)) return NaN
  if (y <= 0.67448975) {
    const s = y * y
    return 0.5 + z * ratio(s, centreTop, centreBottom)
  }
  const upperTail = y > 40 ? 0 : tail(y)
  return z > 0 ? 1 - upperTail : upperTail
}

function tail(y: number): number {
  let factor: number
  if (y <= 5.656854249492381) {
    factor = ratio(y, middleTop, middleBottom)
  } else {
    const s = 1 / (y * y)
    factor = (0.3989422804014327 - s * ratio(s, farTop, farBottom)) / y
  }
  // e^(−y²/2) in two factors: the first has an exact exponent, so y² loses nothing.
  const short = Math.floor(y * 16) / 16
  const rest = (y - short) * (y + short)
  return exp(-short * short * 0.5) * exp(-rest * 0.5) * factor
}

/** A ratio of two polynomials of equal degree, highest power first; the denominator is monic. */
function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  let numerator = top[0]
  let denominator = 1
  for (let i = 0; i < bottom.length; i++) {
    numerator = numerator * x + top[i + 1]
    denominator = denominator * x + bottom[i]
  }
  return numerator / denominator
}

const centreTop = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709,
  18154.98125334356,
]
const centreBottom = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const middleTop = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785,
  597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const middleBottom = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
]
const farTop = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
  0.0014216191932278934, 2.9112874951168793e-5,
]
const farBottom = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  7.297515550839662e-5,
]
