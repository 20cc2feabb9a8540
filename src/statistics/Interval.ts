/** An estimate with the bounds of its interval, in the unit of the estimate. */
export interface Interval {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** Coverage aimed at, such as 0.95. */
  readonly level: number
}

/**
 * The probability left on each side of an interval.
 *
 * @throws RangeError if the level is not between 0 and 1
 */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`a level must lie between 0 and 1, not ${level}`)
  }
  return (1 - level) / 2
}
