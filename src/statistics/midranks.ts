/** Ranks from 1 with ties sharing the mean of their ranks, and how many share each rank. */
export interface Midranks {
  /** One rank a value, in the order of the values. */
  readonly ranks: Float64Array
  /** Σ (t³ − t) over the groups of t equal values: 0 without ties. */
  readonly tieSum: number
}

/**
 * Midranks (Kendall 1945).
 *
 * @param values finite or infinite numbers, no NaN
 */
export function midranks(values: ArrayLike<number>): Midranks {
  const n = values.length
  const order = Array.from({ length: n }, (_, i) => i)
  // Compared, not subtracted: two infinities are equal.
  order.sort((i, j) => (values[i] < values[j] ? -1 : values[i] > values[j] ? 1 : i - j))
  const ranks = new Float64Array(n)
  let tieSum = 0
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && values[order[end]] === values[order[start]]) end++
    for (let at = start; at < end; at++) ranks[order[at]] = (start + 1 + end) / 2
    const t = end - start
    tieSum += t * t * t - t
    start = end
  }
  return { ranks, tieSum }
}
