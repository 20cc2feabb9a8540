/**
 * A date is a whole number of days since 1 January 1970 in the proleptic Gregorian calendar. No Date
 * object and no time zone: the same anywhere.
 * Source of the conversions: Hinnant, H. (2013), chrono-compatible low-level date algorithms.
 */

/** Year, month 1–12 and day of the month 1–31. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The day number of a civil date. The parts are not checked; see `parseDate`.
 *
 * Years are counted from 1 March, so that the leap day comes last, in eras of 400 years = 146,097 days.
 */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The civil date of a day number: the inverse of `dayOf`. */
export function civilDate(day: number): CivilDate {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** The number of days, 28 to 31, of a month 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

/** The calendar year in which a day lies. */
export function yearOf(day: number): number {
  return civilDate(day).year
}

/** A day as a decimal year: 1 July 2001 is 2001.4959, and every 1 January is a whole number. */
export function yearFraction(day: number): number {
  const year = yearOf(day)
  const start = dayOf(year, 1, 1)
  return year + (day - start) / (dayOf(year + 1, 1, 1) - start)
}

/**
 * The same day n months later, or earlier if n is negative. Where the month is too short it is its last
 * day: 31 January plus one month is 28 or 29 February.
 *
 * @param n a whole number of months
 */
export function addMonths(day: number, n: number): number {
  const date = civilDate(day)
  const months = date.year * 12 + date.month - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)))
}
