/**
 * A sample quantile by linear interpolation, type 7 (the default of R and NumPy).
 * Source: Hyndman, R. J. & Fan, Y. (1996), Sample quantiles in statistical packages, The American
 * Statistician 50(4), 361–365.
 *
 * @param values in any order; not reordered
 * @param p probability in [0, 1]
 * @returns NaN for no values or if any of them is NaN
 * @throws RangeError if p lies outside [0, 1]
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort() // NaN comes last
  if (sorted.length > 0 && Number.isNaN(sorted[sorted.length - 1])) return NaN
  return quantileOfSorted(sorted, p)
}

/** As `quantile`, for values that are in ascending order and hold no NaN: no copy is made. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, not ${p}`)
  const n = sorted.length
  if (n === 0) return NaN
  const position = (n - 1) * p
  const below = Math.floor(position)
  const low = sorted[below]
  const share = position - below
  if (share === 0) return low
  const high = sorted[below + 1]
  if (low === high) return low
  const gap = high - low
  // An infinite neighbour draws the quantile with it; the plain formula would make it NaN.
  return Number.isFinite(gap) ? low + share * gap : low * (1 - share) + high * share
}
