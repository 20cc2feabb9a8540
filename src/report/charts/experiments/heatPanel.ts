import type { Json, Part } from '../../render/spec.js'
import { wrapText } from '../../render/textWidth.js'
import { ink } from '../../render/theme.js'
import { isDark } from './isDark.js'

/** A cell of a heat map: its place in columns and rows, its value, and how that is written. */
export interface HeatCell {
  readonly column: number
  readonly row: number
  readonly value: number | null
  readonly text: string
}

export interface HeatScale {
  readonly ticks: readonly number[]
  readonly range: readonly string[]
  readonly format: string
  readonly title: string
}

interface HeatPanel {
  readonly title: string
  readonly cells: readonly HeatCell[]
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  readonly cellWidth: number
  readonly cellHeight: number
  readonly xTitle: string | null
  readonly yTitle: string | null
  readonly scale: HeatScale
  /** Row labels broken to this width stand to the left. */
  readonly labelWidth?: number
  readonly labelsAbove?: boolean
}

/** From pale to dark, for amounts. */
export const amounts = ['#f0f5fa', '#c6dbef', '#85b9dc', '#3d8bc2', '#14599d', '#0a3a6e'] as const

/** A grid of coloured cells with their values written in them, where there is room. */
export function heatPanel(what: HeatPanel): Part {
  const { cells, columns, rows, cellWidth, cellHeight, scale } = what
  const width = columns.length * cellWidth
  const fontSize = cellWidth < 40 ? 10 : 11
  const labels = (texts: readonly string[], room: number) =>
    texts.map((text) => wrapText(text, room, 12))
  const lookup = (texts: readonly (readonly string[])[]) => `${JSON.stringify(texts)}[datum.value]`
  const axis = { domain: false, ticks: false, grid: false } as const
  const x = {
    field: 'column',
    type: 'ordinal',
    scale: { domain: columns.map((_, k) => k), paddingInner: 0.04, paddingOuter: 0 },
    axis: {
      ...axis,
      orient: what.labelsAbove ? 'top' : 'bottom',
      title: what.xTitle === null ? null : wrapText(what.xTitle, Math.max(width, 160), 12),
      labelExpr: lookup(labels(columns, Math.max(cellWidth, 40))),
      labelAngle: 0,
      labelOverlap: what.labelsAbove ? false : 'parity',
    },
  } as const
  const y = {
    field: 'row',
    type: 'ordinal',
    scale: { domain: rows.map((_, k) => k), paddingInner: 0.06, paddingOuter: 0 },
    axis: {
      ...axis,
      title: what.yTitle,
      labelExpr: lookup(labels(rows, what.labelWidth ?? 200)),
    },
  } as const
  const written = cellWidth >= 34
  const told = cells.map(({ column, row, value, text }) => ({
    column,
    row,
    value,
    text: written ? text : '',
    tone: value !== null && isDark(scale, value) ? 'light' : 'dark',
  }))
  const known = told.filter(({ value }) => value !== null)
  return {
    ...(what.title === ''
      ? {}
      : {
          title: {
            text: wrapText(what.title, Math.max(width, 180), 12.5, true),
            fontSize: 12.5,
            offset: 8,
          },
        }),
    width,
    height: rows.length * cellHeight,
    layer: [
      {
        data: { values: told.filter(({ value }) => value === null) as unknown as Json },
        mark: { type: 'rect', fill: '#ffffff', stroke: ink.line, strokeDash: [2, 2] },
        encoding: { x, y },
      },
      {
        data: { values: known as unknown as Json },
        mark: { type: 'rect' },
        encoding: {
          x,
          y,
          color: {
            field: 'value',
            type: 'quantitative',
            scale: {
              domain: [scale.ticks[0], scale.ticks[scale.ticks.length - 1]],
              range: scale.range,
              nice: false,
              zero: false,
              interpolate: 'rgb',
            },
            legend: {
              title: scale.title,
              values: scale.ticks,
              format: scale.format,
              gradientLength: 220,
              gradientThickness: 12,
            },
          },
        },
      },
      ...(['dark', 'light'] as const).map((tone) => ({
        data: { values: told.filter((cell) => cell.tone === tone) as unknown as Json },
        mark: {
          type: 'text',
          fontSize,
          baseline: 'middle',
          color: tone === 'dark' ? ink.text : '#ffffff',
        },
        encoding: { x, y, text: { field: 'text', type: 'nominal' } },
      })),
    ],
  }
}
