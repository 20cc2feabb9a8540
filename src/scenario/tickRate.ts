/** What `ticksPerYear` may be, in words. */
export const tickRates = 'a whole number from 1 to 365 (12: a tick is a month)'

/** Whether a year can be cut into so many ticks. */
export function isTickRate(n: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= 365
}
