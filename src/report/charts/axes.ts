import { yearFraction } from '../../calendar/index.js'
import type { Account } from '../Account.js'
import type { Json, Part } from '../render/spec.js'
import { seriesColours, seriesDashes, seriesShapes } from '../render/theme.js'

/** A day as a decimal year, to a thousandth: charts then depend on no time zone. */
export function yearOfDay(day: number): number {
  return round(yearFraction(day), 3)
}

export function round(value: number, digits: number): number {
  const factor = 10 ** digits
  return Math.round(value * factor) / factor
}

/** To so many significant figures, to keep specifications small. */
export function brief(value: number, figures = 5): number {
  return Number(value.toPrecision(figures))
}

/** The years that a run covers. */
export function yearDomain({ firstDay, lastDay }: Account): readonly [number, number] {
  return [yearOfDay(firstDay), yearOfDay(lastDay + 1)]
}

/** The horizontal axis of time, with about so many labels at most. */
export function timeAxis(account: Account, axis: Part | null = {}, most = 11): Part {
  const [from, to] = yearDomain(account)
  const years = to - from
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => years / s <= most) ?? 200
  const values: number[] = []
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) values.push(year)
  return {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [from, to], nice: false, zero: false },
    axis: axis === null ? null : { title: null, format: 'd', values, grid: false, ...axis },
  }
}

/** Scales that tell so many series apart by colour and by dash or shape. */
export function colourScale(domain: readonly string[]): Part {
  return { domain, range: domain.map((_, k) => cycle(seriesColours, k)) }
}

export function dashScale(domain: readonly string[]): Part {
  // Where colours begin again, dashes are one on: no two of many series look the same.
  const place = (k: number) => k + Math.floor(k / seriesColours.length)
  return { domain, range: domain.map((_, k) => cycle<Json>(seriesDashes, place(k))) }
}

export function shapeScale(domain: readonly string[]): Part {
  return { domain, range: domain.map((_, k) => cycle(seriesShapes, k)) }
}

function cycle<T>(list: readonly T[], k: number): T {
  return list[k % list.length]
}

/** Every so many-th tick, and the last: enough of a series for a table. */
export function yearEnds({ tracks }: Account): readonly number[] {
  const every = Math.max(1, tracks.timeline.ticksPerYear)
  const ticks: number[] = []
  for (let tick = every - 1; tick < tracks.n; tick += every) ticks.push(tick)
  return ticks.length > 0 ? ticks : tracks.n > 0 ? [tracks.n - 1] : []
}

/** How numbers along an axis with these steps are written; without a precision Vega would round them to its own. */
export function stepFormat(steps: readonly number[]): string {
  return steps.every(Number.isInteger) ? ',d' : '.4~g'
}

/** Round numbers from 0 to the first that is not below the largest value. */
export function niceSteps(largest: number, most = 5): readonly number[] {
  if (!(largest > 0)) return [0, 1]
  const magnitude = 10 ** Math.floor(Math.log10(largest / most))
  const step =
    [1, 2, 2.5, 5, 10].map((s) => s * magnitude).find((s) => largest / s <= most) ?? largest
  const count = Math.ceil(round(largest / step, 6))
  return Array.from({ length: count + 1 }, (_, k) => brief(k * step, 6))
}
