/** The result of a test by re-arranging the data. */
export interface RandomizationTest {
  /** The statistic of the data, in their unit. */
  readonly statistic: number
  /** Two-sided p-value, never 0. */
  readonly p: number
  /** Whether all arrangements were tried, or a sample of them. */
  readonly exact: boolean
  /** Arrangements tried, beside the data's own. */
  readonly arrangements: number
}

/** @throws RangeError if the number of arrangements is not a whole number from 1 */
export function checkArrangements(arrangements: number): void {
  if (!Number.isSafeInteger(arrangements) || arrangements < 1) {
    throw new RangeError(`a test needs at least one arrangement, not ${arrangements}`)
  }
}

/**
 * From which absolute value on another arrangement counts as no less extreme: a hair below the data's own, since equal
 * sums taken in another order differ by rounding.
 */
export function extremeness(total: number, values: ArrayLike<number>): number {
  let size = 0
  for (let i = 0; i < values.length; i++) size += Math.abs(values[i])
  return Math.abs(total) - 1e-13 * size
}
