import { civilDate, dayOf, daysInMonth } from './day.js'

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Reads a date: `1985-07-08`, `1985-07` (its first day) or `1985` (1 January). Nothing else, and only
 * days that exist in the years 0001 to 9999.
 *
 * @returns the day number (days since 1970-01-01), or undefined if the text is not such a date
 */
export function parseDate(text: string): number | undefined {
  const parts = pattern.exec(text)
  if (parts === null) return undefined
  const year = Number(parts[1])
  const month = Number(parts[2] ?? '1')
  const day = Number(parts[3] ?? '1')
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined
  }
  return dayOf(year, month, day)
}

/**
 * Writes a day number as `YYYY-MM-DD`; the inverse of `parseDate` from 0001-01-01 to 9999-12-31.
 *
 * @param day a whole number of days since 1970-01-01
 * @throws RangeError if it is not a whole number or lies outside those years
 */
export function formatDate(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day)
  if (!Number.isSafeInteger(day) || year < 1 || year > 9999) {
    throw new RangeError(`${day} is not a day of the years 1 to 9999`)
  }
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}
