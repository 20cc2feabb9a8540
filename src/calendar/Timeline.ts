import { addMonths } from './day.js'

/** Mean length of a Gregorian year in days. */
export const daysPerYear = 365.2425

/**
 * The ticks of a run. Tick k begins on day `start(k)` and lasts until the day before `start(k + 1)`;
 * together the ticks cover every day from the start to the end, and the last one may reach past it.
 *
 * Where a tick is a whole number of months (1, 2, 3, 4, 6 or 12 ticks a year) the starts follow the
 * calendar; otherwise tick k begins round(k × 365.2425 / ticksPerYear) days after the start.
 */
export class Timeline {
  readonly startDay: number
  readonly endDay: number
  readonly ticksPerYear: number
  /** Number of ticks. */
  readonly n: number
  /** Length of a tick in years. */
  readonly dt: number
  /** The starts of ticks 0 … n; the last is the first day after the last tick. */
  readonly #starts: Int32Array

  /**
   * @param startDay first day (days since 1970-01-01)
   * @param endDay last day to be covered
   * @param ticksPerYear a whole number from 1 to 365
   * @throws RangeError if the end lies before the start, or a number is not whole or out of range
   */
  constructor(startDay: number, endDay: number, ticksPerYear: number) {
    if (!Number.isSafeInteger(startDay) || !Number.isSafeInteger(endDay)) {
      throw new RangeError(`days must be whole numbers, not ${startDay} and ${endDay}`)
    }
    if (endDay < startDay) throw new RangeError('the end lies before the start')
    if (!Number.isInteger(ticksPerYear) || ticksPerYear < 1 || ticksPerYear > 365) {
      throw new RangeError(
        `ticks per year must be a whole number from 1 to 365, not ${ticksPerYear}`,
      )
    }
    this.startDay = startDay
    this.endDay = endDay
    this.ticksPerYear = ticksPerYear
    this.dt = 1 / ticksPerYear
    const starts: number[] = []
    let day = startDay
    for (let k = 1; day <= endDay; k++) {
      starts.push(day)
      // Always from the start, never from the tick before: 31 January would slide to the 28th for good.
      day =
        12 % ticksPerYear === 0
          ? addMonths(startDay, k * (12 / ticksPerYear))
          : startDay + Math.round((k * daysPerYear) / ticksPerYear)
    }
    this.n = starts.length
    starts.push(day)
    this.#starts = Int32Array.from(starts)
  }

  /**
   * The day number on which tick k starts.
   *
   * @param k 0 to n; n gives the first day after the last tick
   * @throws RangeError for another k
   */
  start(k: number): number {
    const day = this.#starts[k]
    if (day === undefined) throw new RangeError(`tick ${k} is not one of 0 to ${this.n}`)
    return day
  }

  /** The tick that contains a day, or −1 if the day lies before the start or after the end. */
  tickOf(day: number): number {
    if (!(day >= this.startDay && day <= this.endDay)) return -1
    let low = 0
    let high = this.n
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle] <= day) low = middle
      else high = middle
    }
    return low
  }
}
