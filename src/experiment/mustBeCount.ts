import { InputError } from '../diagnostics/index.js'

/** @throws InputError unless n is a whole number from 1 */
export function mustBeCount(what: string, n: number): void {
  if (Number.isSafeInteger(n) && n >= 1) return
  throw new InputError({ message: `${what} is ${n}`, expected: 'a whole number from 1' })
}
