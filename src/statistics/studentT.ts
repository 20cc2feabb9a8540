import { normalQuantile } from '../numeric/index.js'
import { incompleteBeta } from './incompleteBeta.js'

/**
 * The distribution function of Student's t, through the incomplete beta function (DLMF 8.17).
 *
 * @param t any number
 * @param df degrees of freedom, greater than 0
 * @returns probability of a value up to t
 */
export function studentCdf(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return NaN
  const tail = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/**
 * The quantile function of Student's t: the root of `studentCdf`, by bisection. Relative error about
 * 1e-12.
 *
 * @param p probability in [0, 1]; 0 and 1 give −Infinity and Infinity
 * @param df degrees of freedom, greater than 0; beyond ten million the normal distribution stands in
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NaN
  if (p === 0.5) return 0
  if (p > 0.5) return -studentQuantile(1 - p, df)
  if (p === 0) return -Infinity
  if (df > 1e7) return normalQuantile(p)
  // The tails of t are heavier than the normal ones: the normal quantile bounds it on one side.
  let near = normalQuantile(p)
  let far = 2 * near
  while (studentCdf(far, df) > p && Number.isFinite(far)) {
    near = far
    far *= 2
  }
  for (let i = 0; i < 200; i++) {
    const middle = (near + far) / 2
    if (middle === near || middle === far) break
    if (studentCdf(middle, df) > p) near = middle
    else far = middle
  }
  return (near + far) / 2
}
