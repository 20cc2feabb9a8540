import { civilDate } from '../../calendar/index.js'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day as people write it, such as `8 July 1985`. */
export function fullDate(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day)
  return `${dayOfMonth} ${months[month - 1]} ${year}`
}

/** A day to the month, which is as precise as a tick of a quarter or a month: `July 1985`. */
export function monthYear(day: number): string {
  const { year, month } = civilDate(day)
  return `${months[month - 1]} ${year}`
}

/** Thousands are separated by commas; as many decimals as asked for, without trailing noise of −0. */
export function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞'
  const text = Math.abs(value).toFixed(digits)
  const [whole, fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value < 0 && Number(text) !== 0 ? '−' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** About three figures, however large the number, without zeros that say nothing. */
export function figure(value: number): string {
  const size = Math.abs(value)
  if (size >= 100 || !Number.isFinite(value)) return decimal(value, 0)
  const text = decimal(value, size >= 10 ? 1 : size >= 1 ? 2 : 3)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** A share as a percentage, such as `83 %`; the sign does not stand on a line of its own. */
export function percent(share: number, digits = 0): string {
  return Number.isFinite(share) ? `${decimal(share * 100, digits)}\u00a0%` : '–'
}

/** With a plus or minus sign. */
export function signed(value: number, digits: number): string {
  const text = decimal(value, digits)
  return value > 0 && !/^[0.,]*$/.test(text) ? `+${text}` : text
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** `1 year`, `2 years`, `0.5 years`. */
export function counted(count: number, one: string, many = `${one}s`, digits = 0): string {
  const text = decimal(count, digits)
  return `${text} ${text === '1' ? one : many}`
}

/** `nuclearPower` as `nuclear power`. */
export function spaced(camelCase: string): string {
  return camelCase.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
}

/** A type as a legend names it: `coOpt` as `Co-opt`. */
export function typeWords(id: string): string {
  if (id === 'lower' || id === 'upper') return `${capital(id)} quartile`
  return capital(spaced(id).replace(/\b(cross|co|peace) /, '$1-'))
}

/** A unit behind many of it: `city` as `cities`, `km` as it is. */
export function unitWords(unit: string): string {
  if (!/^[a-z- ]*[a-z]{4,}$/.test(unit) || unit === 'logit') return unit
  return unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** In small letters at the beginning, unless the word is an abbreviation or a name of one letter. */
export function small(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
