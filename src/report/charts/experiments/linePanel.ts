import type { Json, Part } from '../../render/spec.js'
import { wrapText } from '../../render/textWidth.js'
import { colourScale, dashScale, shapeScale } from '../axes.js'

/** A point of a line with its interval, as it is drawn. */
export interface LinePoint {
  readonly at: number | string
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly series: string
}

interface LinePanel {
  readonly title: string
  readonly points: readonly LinePoint[]
  /** All series of the picture, in order. */
  readonly series: readonly string[]
  readonly width: number
  readonly height: number
  readonly ticks: readonly number[]
  readonly format: string
  readonly yTitle: string | null
  readonly xTitle: string | null
  /** Numbers along the horizontal axis; otherwise words in this order. */
  readonly numeric: boolean
  readonly log?: boolean
  readonly xTicks?: number
}

/** Lines with bands over a number, or dots with intervals over words, one colour, dash and shape a series. */
export function linePanel(what: LinePanel): Part {
  const { title, points, series, width, height, ticks, numeric, xTitle } = what
  const data = { values: points as unknown as Json }
  const legend =
    series.length > 1
      ? {
          title: null,
          symbolOpacity: 1,
          symbolStrokeWidth: 0.5,
          columns: series.length > 3 ? 2 : 3,
        }
      : null
  const group = { field: 'series', type: 'nominal', sort: null, legend } as const
  const colour = { ...group, scale: colourScale(series) }
  const x: Part = numeric
    ? {
        field: 'at',
        type: 'quantitative',
        scale: { type: what.log ? 'log' : 'linear', zero: false, nice: false, padding: 8 },
        axis: {
          title: xTitle === null ? null : wrapText(xTitle, width, 12),
          tickCount: what.xTicks ?? 6,
          grid: false,
          format: ',.6~r',
        },
      }
    : {
        field: 'at',
        type: 'nominal',
        sort: null,
        axis: { title: xTitle === null ? null : wrapText(xTitle, width, 12), labelAngle: 0 },
      }
  const y: Part = {
    field: 'mean',
    type: 'quantitative',
    scale: { domain: [ticks[0], ticks[ticks.length - 1]], nice: false, zero: false },
    axis: { title: what.yTitle, values: ticks, format: what.format },
  }
  const dodge =
    numeric || series.length < 2
      ? {}
      : { xOffset: { field: 'series', type: 'nominal', sort: null, scale: { domain: series } } }
  const spans = { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' }, ...dodge }
  return {
    ...(title === ''
      ? {}
      : { title: { text: wrapText(title, width, 12.5, true), fontSize: 12.5, offset: 8 } }),
    width,
    height,
    layer: [
      ...(numeric
        ? [
            {
              data,
              mark: { type: 'area', opacity: 0.15 },
              encoding: { ...spans, color: colour },
            },
            {
              data,
              mark: { type: 'line', strokeWidth: 2.25 },
              encoding: {
                x,
                y,
                color: colour,
                strokeDash: { ...group, scale: dashScale(series) },
              },
            },
          ]
        : []),
      ...(numeric
        ? []
        : [
            {
              data: { values: points.filter(({ lower }) => lower !== null) as unknown as Json },
              mark: { type: 'rule', strokeWidth: 2 },
              encoding: { ...spans, color: colour },
            },
          ]),
      {
        data,
        mark: { type: 'point', filled: true, size: 48, opacity: 1 },
        encoding: { x, y, color: colour, shape: { ...group, scale: shapeScale(series) }, ...dodge },
      },
    ],
  }
}
