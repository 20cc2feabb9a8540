import { calendarYear, type Estimate, type OutcomeHead } from '../../archive/index.js'
import { decimal, figure } from './words.js'

/** How values of one kind are told to people. */
export interface Quantity {
  /** What stands behind a number; empty if nothing does. */
  readonly unit: string
  /** What a stored value is multiplied by: shares are told in per cent. */
  readonly factor: number
  /** Years without commas and never with more than two decimals; shares without decimals where that does. */
  readonly kind: 'number' | 'date' | 'share'
}

/** Values of an outcome: means of numbers, mean dates, shares of runs. */
export function levelOf({ type, unit }: OutcomeHead): Quantity {
  if (type === 'date' || unit === calendarYear) return { unit: '', factor: 1, kind: 'date' }
  if (type === 'boolean') return share
  return { unit: unitWords(unit), factor: 1, kind: 'number' }
}

export const share: Quantity = { unit: '%', factor: 100, kind: 'share' }

/** A number without unit. */
export const plain: Quantity = { unit: '', factor: 1, kind: 'number' }

/** Differences between values of an outcome: years between dates, percentage points between shares. */
export function differenceOf({ type }: OutcomeHead, unit: string): Quantity {
  if (type === 'boolean') return { unit: 'percentage points', factor: 100, kind: 'share' }
  return { unit: type === 'date' ? 'years' : unitWords(unit), factor: 1, kind: 'number' }
}

function unitWords(unit: string): string {
  return unit === '1' ? '' : unit === 'year' || unit === calendarYear ? 'years' : unit
}

/** Differences smaller than this, of values of usual size, are noise of the arithmetic. */
const hair = 1e-12

/** A value without its unit; `–` for none. */
export function shownValue(
  quantity: Quantity,
  value: number | null,
  digits = digitsOf(quantity, NaN),
): string {
  if (value === null) return '–'
  const told = value * quantity.factor
  const size = Math.abs(told)
  if (size < hair) return shownDigits(quantity, 0, digits)
  if (size >= 1e9) return exponential(told)
  if (!Number.isNaN(digits)) return shownDigits(quantity, told, digits)
  if (size > 0 && size < 1e-3) return exponential(told)
  if (quantity.kind === 'share') return decimal(told, size > 0 && size < 1 ? 1 : 0)
  return figure(told)
}

function shownDigits({ kind }: Quantity, told: number, digits: number): string {
  if (Number.isNaN(digits)) return figure(told)
  const text = decimal(told, digits)
  return kind === 'date' ? text.replaceAll(',', '') : text
}

function exponential(told: number): string {
  return told.toExponential(1).replaceAll('-', '−').replace('e+', 'e')
}

/** As many decimals as the width of an interval bears; NaN where it is not known. */
function digitsOf({ kind, factor }: Quantity, width: number): number {
  if (!(width > 0)) return kind === 'date' ? 1 : NaN
  const half = (width / 2) * factor
  if (kind === 'number') return Math.max(0, Math.min(6, -Math.floor(Math.log10(half / 3))))
  const place = -Math.floor(Math.log10(half))
  return Math.min(2, Math.max(kind === 'date' ? 1 : 0, place))
}

/** Whether rounding to so many decimals makes something else of a number that is not lost in its interval: 1 of 0.5. */
function losesSize(
  { kind, factor }: Quantity,
  { estimate }: Estimate,
  width: number,
  digits: number,
): boolean {
  if (kind !== 'number' || estimate === null || Number.isNaN(digits) || digits >= 6) return false
  const told = estimate * factor
  if (Math.abs(told) < (width * factor) / 40) return false
  return Math.abs(Number(told.toFixed(digits)) - told) > 0.1 * Math.abs(told)
}

/** Decimals for an estimate, from its interval. */
export function estimateDigits(quantity: Quantity, estimate: Estimate): number {
  const { lower, upper } = estimate
  if (lower === null || upper === null) return digitsOf(quantity, NaN)
  const width = upper - lower
  // What rounding leaves of no width is no width.
  const noise = hair * Math.max(Math.abs(lower), Math.abs(upper))
  const digits = digitsOf(quantity, width > noise ? width : 0)
  return digits + (losesSize(quantity, estimate, width, digits) ? 1 : 0)
}

/** `−0.42 (−0.80 to −0.05)`; without an interval where there is none. */
export function shownEstimate(quantity: Quantity, estimate: Estimate): string {
  return phrase(quantity, estimate, false)
}

/** `−0.42 years (−0.80 to −0.05)`. */
export function withUnit(quantity: Quantity, estimate: Estimate): string {
  return phrase(quantity, estimate, true)
}

/** `−0.42 years`. */
export function valueWithUnit(quantity: Quantity, value: number | null): string {
  if (value === null) return '–'
  const told = shownValue(quantity, value)
  return `${told}${unitAfter(quantity, told)}`
}

/** The estimate without its interval, but with no more decimals than that bears. */
export function shownCentre(quantity: Quantity, estimate: Estimate): string {
  return shownValue(quantity, estimate.estimate, estimateDigits(quantity, estimate))
}

/** The interval alone: `−0.80 to −0.05`. */
export function shownInterval(quantity: Quantity, estimate: Estimate): string {
  const { lower, upper } = estimate
  if (lower === null || upper === null) return '–'
  const digits = estimateDigits(quantity, estimate)
  return `${shownValue(quantity, lower, digits)} to ${shownValue(quantity, upper, digits)}`
}

function phrase(quantity: Quantity, estimate: Estimate, unit: boolean): string {
  const { lower, upper } = estimate
  if (estimate.estimate === null) return '–'
  const digits = estimateDigits(quantity, estimate)
  const value = shownValue(quantity, estimate.estimate, digits)
  const told = `${value}${unit ? unitAfter(quantity, value) : ''}`
  return lower === null || upper === null ? told : `${told} (${shownInterval(quantity, estimate)})`
}

/** Units of ours have a singular. */
function unitAfter({ unit }: Quantity, told: string): string {
  if (unit === '' || unit === '%') return unit === '' ? '' : '\u00a0%'
  const one = /^[−-]?1$/.test(told) && /^(years|percentage points)$/.test(unit)
  return ` ${one ? unit.slice(0, -1) : unit}`
}

/** The end of the watch over dates: `2005`, `the end of 2004`, `2004.5`. */
export function horizonWords(horizon: number): string {
  const year = Math.floor(horizon + 0.005)
  const part = horizon - year
  if (part < 0.01) return String(year)
  return part > 0.99 ? `the end of ${year}` : horizon.toFixed(1)
}

/** A title with its unit, as it heads a column or an axis. */
export function titled(title: string, { unit }: Quantity): string {
  return unit === '' ? title : `${title} (${unit})`
}
