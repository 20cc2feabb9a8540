import { exp } from '../numeric/index.js'

/** The result of `ks2`. */
export interface KolmogorovSmirnov {
  /** The largest vertical distance between the two empirical distribution functions, 0 to 1. */
  readonly statistic: number
  /** Two-sided p-value, asymptotic. */
  readonly p: number
}

/**
 * The two-sample Kolmogorov–Smirnov test with the asymptotic p-value, conservative for small samples
 * and for data with ties.
 * Source: Smirnov, N. (1948), Table for estimating the goodness of fit of empirical distributions,
 * Annals of Mathematical Statistics 19(2), 279–281.
 *
 * @returns NaN for both if a sample is empty or holds a NaN
 */
export function ks2(a: ArrayLike<number>, b: ArrayLike<number>): KolmogorovSmirnov {
  const x = Float64Array.from(a).sort()
  const y = Float64Array.from(b).sort()
  const n = x.length
  const m = y.length
  if (n === 0 || m === 0 || Number.isNaN(x[n - 1]) || Number.isNaN(y[m - 1])) {
    return { statistic: NaN, p: NaN }
  }
  let statistic = 0
  let i = 0
  let j = 0
  while (i < n && j < m) {
    const value = Math.min(x[i], y[j])
    while (i < n && x[i] === value) i++
    while (j < m && y[j] === value) j++
    statistic = Math.max(statistic, Math.abs(i / n - j / m))
  }
  return { statistic, p: kolmogorovTail(Math.sqrt((n * m) / (n + m)) * statistic) }
}

/**
 * The probability that the limit of √n·D exceeds x, by whichever of the two series of Kolmogorov's
 * distribution converges at once.
 */
export function kolmogorovTail(x: number): number {
  if (x <= 0) return 1
  let total = 0
  if (x < 1) {
    const c = (-Math.PI * Math.PI) / (8 * x * x)
    for (let k = 1; k <= 19; k += 2) total += exp(c * k * k)
    return 1 - (2.5066282746310002 / x) * total // √(2π)
  }
  for (let k = 1; k <= 10; k++) total += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * x * x)
  return total
}
