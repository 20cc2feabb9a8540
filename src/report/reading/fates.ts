import type { Pact } from './chronicle.js'
import { decimal, listed, spaced } from './words.js'

/** What became of agreements that were signed, in words: `20 in force at the end, 54 refused and 5 ended`. */
export function fatesOf(signed: readonly Pact[]): string {
  const count = (...statuses: readonly string[]) =>
    signed.filter(({ status }) => statuses.includes(status)).length
  const inForce = count('inForce')
  const refused = count('refused')
  const ended = count('expired', 'terminated')
  const waiting = signed.length - inForce - refused - ended
  const others = [
    [refused, 'refused'],
    [ended, 'ended'],
    [waiting, 'not yet in force'],
  ] as const
  return listed([
    `${share(inForce, signed.length)} in force at the end`,
    ...others.filter(([n]) => n > 0).map(([n, what]) => `${decimal(n, 0)} ${what}`),
  ])
}

function share(count: number, of: number): string {
  if (count === 0) return 'none'
  return count === of && of > 1 ? 'all' : decimal(count, 0)
}

/** Where one agreement stands at the end, and since when if it no longer does. */
export function fateOf({ status, ends }: Pact, when: (day: number) => string): string {
  if (status === 'inForce') return 'in force'
  return `${spaced(status)}${Number.isNaN(ends) ? '' : `, ${when(ends)}`}`
}
