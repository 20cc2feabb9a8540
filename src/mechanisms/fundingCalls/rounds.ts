import { addMonths, daysPerYear } from '../../calendar/index.js'

/**
 * The day of a round. Rounds keep to the calendar: a yearly call that opens on 1 January is held on every 1 January, in
 * leap years too. What is left of a month, where rounds do not come in whole months, is counted in days.
 *
 * @param opens day of round 0
 * @param rounds a year
 */
export function dayOfRound(opens: number, rounds: number, r: number): number {
  const months = (12 * r) / rounds
  const whole = Math.floor(months + 1e-9)
  return addMonths(opens, whole) + Math.floor(Math.max(0, months - whole) * (daysPerYear / 12))
}

/** The first round on a day or after it. */
export function firstRound(opens: number, rounds: number, day: number): number {
  let r = Math.max(0, Math.floor(((day - opens) / daysPerYear) * rounds) - 1)
  while (dayOfRound(opens, rounds, r) < day) r++
  return r
}
