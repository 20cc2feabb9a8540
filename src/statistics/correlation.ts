import { mean } from './mean.js'
import { midranks } from './midranks.js'

/**
 * Pearson's product-moment correlation.
 * Source: Pearson, K. (1896), Philosophical Transactions A 187, 253–318.
 *
 * @returns −1 to 1; NaN for fewer than two pairs, a constant variable or a NaN
 * @throws RangeError if the two lists differ in length
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length
  if (y.length !== n) throw new RangeError(`${n} values against ${y.length}`)
  if (isConstant(x) || isConstant(y)) return NaN
  const meanX = mean(x)
  const meanY = mean(y)
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < n; i++) {
    const dx = x[i] - meanX
    const dy = y[i] - meanY
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  // Rounding may leave a perfect correlation a hair above 1. NaN passes through min and max.
  return Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))))
}

/**
 * Spearman's rank correlation: Pearson's of the midranks, so that ties are allowed.
 * Source: Spearman, C. (1904), The proof and measurement of association between two things, American
 * Journal of Psychology 15(1), 72–101.
 *
 * @returns −1 to 1; NaN for fewer than two pairs, a constant variable or a NaN
 * @throws RangeError if the two lists differ in length
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = Math.max(x.length, y.length)
  for (let i = 0; i < n; i++) if (Number.isNaN(x[i]) || Number.isNaN(y[i])) return NaN
  return pearson(midranks(x).ranks, midranks(y).ranks)
}

/** Told from the values, not the variance: the mean of three 0.1 is not 0.1. */
function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false
  return true
}
