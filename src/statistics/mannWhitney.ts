import { midranks } from './midranks.js'
import { normalCdf } from './normal.js'

/** The result of `mannWhitney`. */
export interface MannWhitney {
  /** Pairs in which the value of the first sample is the larger, ties counting half: 0 to n·m. */
  readonly u: number
  /** u / (n·m): the probability that a value of the first sample exceeds one of the second. */
  readonly superiority: number
  /** Two-sided p-value. */
  readonly p: number
  /** Whether p is exact or from the normal approximation. */
  readonly exact: boolean
}

/**
 * The rank-sum test of two independent samples, two-sided. Exact when both samples have fewer than 50
 * values and there are no ties; otherwise normal, corrected for ties and continuity: the rule of R's
 * wilcox.test.
 * Source: Mann, H. B. & Whitney, D. R. (1947), On a test of whether one of two random variables is
 * stochastically larger than the other, Annals of Mathematical Statistics 18(1), 50–60.
 *
 * @returns p and superiority of NaN if a sample is empty or holds a NaN
 */
export function mannWhitney(a: ArrayLike<number>, b: ArrayLike<number>): MannWhitney {
  const n = a.length
  const m = b.length
  const both = new Float64Array(n + m)
  both.set(a)
  both.set(b, n)
  if (n === 0 || m === 0 || both.some(Number.isNaN)) {
    return { u: NaN, superiority: NaN, p: NaN, exact: false }
  }
  const { ranks, tieSum } = midranks(both)
  let rankSum = 0
  for (let i = 0; i < n; i++) rankSum += ranks[i]
  const u = rankSum - (n * (n + 1)) / 2
  const superiority = u / (n * m)
  if (tieSum === 0 && n < 50 && m < 50) {
    return { u, superiority, p: exactP(Math.min(u, n * m - u), n, m), exact: true }
  }
  const total = n + m
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - tieSum / (total * (total - 1))))
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5)
  const p = deviation === 0 ? 1 : Math.min(1, 2 * normalCdf(-distance / deviation))
  return { u, superiority, p, exact: false }
}

/** Twice the probability of a statistic up to u. */
function exactP(u: number, n: number, m: number): number {
  // The largest of the i + j values belongs to the first sample with probability i / (i + j), and then
  // it exceeds all j of the other: P(i, j, u) = i/(i+j) P(i−1, j, u−j) + j/(i+j) P(i, j−1, u).
  let row: Float64Array[] = Array.from({ length: m + 1 }, () => Float64Array.of(1))
  for (let i = 1; i <= n; i++) {
    const next = [Float64Array.of(1)]
    for (let j = 1; j <= m; j++) {
      const cell = new Float64Array(i * j + 1)
      const without = row[j]
      const fewer = next[j - 1]
      for (let x = 0; x < without.length; x++) cell[x + j] = (i / (i + j)) * without[x]
      for (let x = 0; x < fewer.length; x++) cell[x] += (j / (i + j)) * fewer[x]
      next.push(cell)
    }
    row = next
  }
  let cumulative = 0
  for (let x = 0; x <= u; x++) cumulative += row[m][x]
  return Math.min(1, 2 * cumulative)
}
