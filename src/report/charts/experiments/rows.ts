import type { Part } from '../../render/spec.js'
import { wrapText } from '../../render/textWidth.js'
import { ink } from '../../render/theme.js'

/** Labels to the left of a plot, each with as much height as its lines take. */
export interface Rows {
  readonly lines: readonly (readonly string[])[]
  /** Middle of each row, in pixels from the top. */
  readonly centres: readonly number[]
  readonly height: number
}

const fontSize = 12
const lineHeight = 14.5

/** Lays labels out below each other. */
export function rowsOf(labels: readonly string[], width: number, least = 26, gap = 12): Rows {
  const lines = labels.map((label) => wrapText(label, width, fontSize))
  const centres: number[] = []
  let top = 0
  for (const { length } of lines) {
    const height = Math.max(least, length * lineHeight + gap)
    centres.push(Math.round((top + height / 2) * 10) / 10)
    top += height
  }
  return { lines, centres, height: Math.ceil(top) }
}

/** The vertical place of a field in pixels from the top. */
export function down({ height }: Rows, field = 'y'): Part {
  return {
    field,
    type: 'quantitative',
    scale: { domain: [height, 0], nice: false, zero: false },
    axis: null,
  }
}

/** The labels themselves, at the left edge of the picture. */
export function labelLayers(rows: Rows): Part[] {
  return textColumn(rows, rows.lines, 0)
}

/** Texts of several lines in a column, each in the middle of its row. */
export function textColumn(
  rows: Rows,
  texts: readonly (readonly string[])[],
  x: number,
  look: Part = {},
): Part[] {
  return [...new Set(texts.map(({ length }) => length))]
    .filter((count) => count > 0)
    .map((count) => ({
      data: {
        values: texts.flatMap((text, k) =>
          text.length === count ? [{ y: rows.centres[k], text }] : [],
        ),
      },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        x,
        fontSize,
        lineHeight,
        dy: ((1 - count) * lineHeight) / 2,
        color: ink.text,
        ...look,
      },
      encoding: { y: down(rows), text: { field: 'text', type: 'nominal' } },
    }))
}

/** A horizontal scale that takes only a part of the picture's width, beside the labels. */
export function across(
  field: string,
  ticks: readonly number[],
  [left, right]: readonly [number, number],
  axis: Part | null,
): Part {
  return {
    field,
    type: 'quantitative',
    scale: {
      domain: [ticks[0], ticks[ticks.length - 1]],
      range: [left, right],
      nice: false,
      zero: false,
    },
    axis: axis === null ? null : { values: ticks, ...axis },
  }
}
