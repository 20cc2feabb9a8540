import { printable } from './printable.js'

/**
 * A list of valid names for a message: `one of a, b, c`, `one of a, b, c … (12 more)`, or the name
 * itself if there is only one.
 *
 * @param limit how many names to spell out
 */
export function oneOf(candidates: Iterable<string>, limit = 8): string {
  const names = Array.from(candidates, printable)
  if (names.length === 0) return 'nothing: there is none of the kind here'
  if (names.length === 1) return names[0]
  if (names.length <= limit) return `one of ${names.join(', ')}`
  return `one of ${names.slice(0, limit).join(', ')} … (${names.length - limit} more)`
}
