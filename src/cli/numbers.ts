import { InputError } from '../diagnostics/InputError.js'
import { quote } from '../diagnostics/printable.js'

/** @throws {InputError} unless the text is a whole number from 0 */
export function wholeNumber(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InputError({
    message: `${option} ${quote(text)} is not a whole number`,
    expected: '0, 1, 2, …',
  })
}

/** @throws {InputError} unless the text is a whole number from 1 */
export function positive(text: string, option: string): number {
  const number = wholeNumber(text, option)
  if (number > 0) return number
  throw new InputError({ message: `${option} ${quote(text)} is too small`, expected: '1, 2, 3, …' })
}
