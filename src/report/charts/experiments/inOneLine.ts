/**
 * The same data with every text in one line. Vega-Lite writes names into formulas, where the separators of lines that
 * Unicode has besides the usual ones would end a text.
 */
export function inOneLine<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ') as T
  if (Array.isArray(value)) return value.map((item: unknown) => inOneLine(item)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inOneLine(v)])) as T
}
