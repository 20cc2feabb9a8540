import { hostile } from '../../fixture.js'

const words = new Set([
  'title',
  'formula',
  'unit',
  'statement',
  'source',
  'note',
  'words',
  'message',
  'off',
  'rule',
  'name',
])

/** The same with every text of a stranger a hostile one; ids stay, as the archive and the schema hold them. */
export function poisoned<T>(value: T, key = ''): T {
  if (typeof value === 'string')
    return (words.has(key) ? `${value.slice(0, 12)} ${hostile}` : value) as T
  if (Array.isArray(value)) return value.map((item) => poisoned(item, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poisoned(v, k)])) as T
}
