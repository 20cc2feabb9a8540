import { brief } from '../axes.js'

/** Round numbers from below the lowest value to above the highest, about so many. */
export function niceTicks(low: number, high: number, most = 6): readonly number[] {
  if (!(high > low)) {
    const pad = Math.abs(low) > 0 ? Math.abs(low) * 0.1 : 1
    return niceTicks(low - pad, low + pad, most)
  }
  const raw = (high - low) / most
  const magnitude = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 2.5, 5, 10].find((s) => s * magnitude >= raw * 0.999) ?? 10) * magnitude
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, k) => brief((first + k) * step, 8))
}

/** All finite numbers among some that may not be there. */
export function known(values: readonly (number | null | undefined)[]): number[] {
  return values.filter((v): v is number => typeof v === 'number' && Number.isFinite(v))
}

/** Ticks over all values given, which may be none. */
export function ticksOver(
  values: readonly (number | null | undefined)[],
  most = 6,
): readonly number[] {
  const all = known(values)
  return all.length === 0 ? [0, 1] : niceTicks(Math.min(...all), Math.max(...all), most)
}

/** Years without a comma, other whole numbers with one. */
export function tickFormat(ticks: readonly number[], years = false): string {
  if (years) return ticks.every(Number.isInteger) ? 'd' : '.1f'
  return ticks.every(Number.isInteger) ? ',d' : ',.6~r'
}
