/**
 * The median: the middle value, or the mean of the two middle ones. The input is not reordered.
 *
 * @param n how many of the first elements to take; all of them if absent
 * @returns NaN for no values or if any of them is NaN
 */
export function median(values: ArrayLike<number>, n = values.length): number {
  if (n === 0) return NaN
  const sorted = new Float64Array(n)
  for (let i = 0; i < n; i++) sorted[i] = values[i]
  sorted.sort() // typed arrays sort by number, NaN last
  if (Number.isNaN(sorted[n - 1])) return NaN
  const middle = n >> 1
  return n % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
