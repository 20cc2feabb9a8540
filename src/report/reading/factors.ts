import type { FactorHead } from '../../archive/index.js'
import { figure, listed } from './words.js'

export type Setting = number | string | boolean

/** A value of a factor as people read it. */
export function settingWords(value: Setting): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'number' ? numberWords(value) : value
}

/** Years keep no comma, and few other settings are so large. */
function numberWords(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e5) return String(value).replace('-', '−')
  return Math.abs(value) > 0 && Math.abs(value) < 0.001
    ? value.toExponential(1).replaceAll('-', '−')
    : figure(value)
}

/** The factor's values: `0 to 2`, `off, on`, `1, 2 and 5`. */
export function rangeOf({ kind, range, values }: FactorHead): string {
  if (values !== undefined && values.length > 0) {
    const words = values.map(settingWords)
    return words.length > 8
      ? `${words.length} values from ${words[0]} to ${words[words.length - 1]}`
      : listed(words)
  }
  if (range !== undefined) return `${settingWords(range[0])} to ${settingWords(range[1])}`
  return kind === 'switch' ? 'off and on' : 'computed from the others'
}

/** The range with its unit, and on which scale it is. */
export function rangeWithUnit(factor: FactorHead): string {
  const { unit, kind, scale } = factor
  const bare = unit === '' || unit === '1' || kind === 'category' || kind === 'switch'
  const told = bare ? rangeOf(factor) : `${rangeOf(factor)} ${unit}`
  return scale === 'log' ? `${told}, log scale` : told
}

/** One setting of all factors: `pressure 0.5, transfers on`. */
export function settingsWords(
  factors: readonly FactorHead[],
  settings: readonly Setting[],
): string {
  return factors.map(({ title }, k) => `${title} ${settingWords(settings[k])}`).join(', ')
}

export function isNumeric({ kind }: FactorHead): boolean {
  return kind === 'number' || kind === 'integer'
}
