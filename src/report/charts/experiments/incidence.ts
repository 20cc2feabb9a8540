import type { DatedSummary } from '../../../archive/index.js'
import { horizonWords, levelOf, share, withUnit } from '../../reading/quantity.js'
import { percent } from '../../reading/words.js'
import type { Part } from '../../render/spec.js'
import { wrapText } from '../../render/textWidth.js'
import { ink, seriesColours } from '../../render/theme.js'
import { colourScale, dashScale, round } from '../axes.js'
import { spread } from '../spread.js'
import { niceTicks } from './scales.js'

/** A dated outcome in one group of runs. */
export interface IncidenceSeries {
  readonly name: string
  readonly summary: DatedSummary
}

const height = 230
const bandsOf = 4

/** Steps that climb as the outcome comes in more of the runs, one line a group, with bands. */
export function incidencePanel(
  title: string,
  series: readonly IncidenceSeries[],
  width: number,
  domain: readonly string[],
): Part {
  const horizon = Math.max(...series.map(({ summary }) => summary.horizon))
  const firsts = series.flatMap(({ summary }) => summary.curve.times.slice(0, 1))
  const start = Math.floor(Math.min(horizon - 1, ...firsts)) - 1
  const years = niceTicks(start, horizon, width < 400 ? 5 : 9).filter(
    (year) => year >= start && year <= horizon && Number.isInteger(year),
  )
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [start, round(horizon, 2)], nice: false, zero: false },
    axis: { title: null, format: 'd', values: years },
  } as const
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false },
    axis: { title: null, format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] },
  })
  const points = series.flatMap(({ name, summary }) => stepsOf(name, summary, start))
  const colour = {
    field: 'group',
    type: 'nominal',
    scale: colourScale(domain),
    legend:
      domain.length > 1
        ? { title: null, symbolType: 'stroke', symbolOpacity: 1, symbolSize: 400 }
        : null,
  }
  const ends = series.map(({ name, summary }) => {
    const { share: all } = summary.curve
    return { group: name, at: all[all.length - 1] ?? 0 }
  })
  const places = spread(
    ends.map(({ at }) => (1 - at) * height),
    13,
  )
  return {
    title: { text: wrapText(title, width, 13, true), fontSize: 13, offset: 10 },
    width,
    height,
    layer: [
      {
        data: { values: series.length > bandsOf ? [] : points },
        mark: { type: 'area', interpolate: 'step-after', opacity: 0.16 },
        encoding: {
          x,
          y: y('lower'),
          y2: { field: 'upper' },
          color: colour,
        },
      },
      {
        data: { values: points },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.25 },
        encoding: {
          x,
          y: y('share'),
          color: colour,
          strokeDash: { ...colour, scale: dashScale(domain) },
        },
      },
      ...ends.map(({ group, at }, k) => ({
        data: { values: [{ text: percent(at) }] },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          x: width + 6,
          y: round(places[k], 1),
          color: seriesColours[domain.indexOf(group) % seriesColours.length] ?? ink.text,
        },
        encoding: { text: { field: 'text', type: 'nominal' } },
      })),
    ],
  }
}

function stepsOf(group: string, { curve, horizon }: DatedSummary, start: number) {
  const { times, share: shares, lower, upper } = curve
  const steps = times.map((year, k) => ({
    year: round(year, 3),
    share: round(shares[k], 4),
    lower: round(lower[k], 4),
    upper: round(upper[k], 4),
    group,
  }))
  const last = steps[steps.length - 1]
  const nothing = { share: 0, lower: 0, upper: 0, group }
  return [{ ...nothing, year: start }, ...steps, { ...(last ?? nothing), year: round(horizon, 3) }]
}

/** A sentence on one group. */
export function incidenceWords({ name, summary }: IncidenceSeries): string {
  const mean = levelOf({ id: '', title: '', formula: '', unit: '', type: 'date' })
  return `${name}: come in ${withUnit(share, summary.incidence)} of runs by ${horizonWords(summary.horizon)}, restricted mean date ${withUnit(mean, summary.restrictedMean)}`
}
