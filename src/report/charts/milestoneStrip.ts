import { daysPerYear } from '../../calendar/index.js'
import type { Account } from '../Account.js'
import { counted } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { textWidth } from '../render/textWidth.js'
import { ink, palette, plotWidth } from '../render/theme.js'
import { timeAxis, yearDomain, yearOfDay } from './axes.js'
import type { Milestone, Provenance } from './milestones.js'

const rowHeight = 23
const gap = 10
const kinds: readonly Provenance[] = ['This run', 'History', 'From outside']

/** A strip of time with a row for each milestone: the run's mark, history's, and what lies between. */
export function milestoneStrip(account: Account, all: readonly Milestone[]): Part {
  const within = (day: number) => day >= account.firstDay && day <= account.lastDay
  const rows = all.filter((m) => [m.model, m.history, m.outside].some(within))
  const marks = rows.flatMap(({ model, history, outside }, row) =>
    [model, history, outside].flatMap((day, k) =>
      within(day) ? [{ row, year: yearOfDay(day), kind: kinds[k] }] : [],
    ),
  )
  const spans = rows.flatMap(({ model, history }, row) =>
    within(model) && within(history)
      ? [{ row, year: yearOfDay(model), to: yearOfDay(history) }]
      : [],
  )
  const labels = rows.map((milestone, row) => ({ row, ...placeLabel(account, milestone, within) }))
  const present = kinds.filter((kind) => marks.some((m) => m.kind === kind))
  const look = (values: { readonly [kind in Provenance]: string }) => ({
    domain: present,
    range: present.map((kind) => values[kind]),
  })
  const y = {
    field: 'row',
    type: 'ordinal',
    axis: null,
    scale: { domain: rows.map((_, row) => row) },
  } as const
  const x = timeAxis(account)
  return {
    title: { text: 'What came when', fontSize: 13, offset: 6 },
    width: plotWidth,
    height: Math.max(1, rows.length) * rowHeight,
    layer: [
      {
        data: { values: spans },
        mark: { type: 'rule', color: ink.line, strokeWidth: 2 },
        encoding: { x, x2: { field: 'to' }, y },
      },
      {
        data: { values: marks },
        mark: { type: 'point', size: 75, opacity: 1, strokeWidth: 1.8 },
        encoding: {
          x,
          y,
          shape: {
            field: 'kind',
            type: 'nominal',
            scale: look({ 'This run': 'circle', History: 'diamond', 'From outside': 'square' }),
            legend: { title: null, symbolFillColor: null },
          },
          fill: {
            field: 'kind',
            type: 'nominal',
            scale: look({ 'This run': ink.text, History: '#ffffff', 'From outside': palette.sky }),
            legend: null,
          },
          stroke: {
            field: 'kind',
            type: 'nominal',
            scale: look({
              'This run': ink.text,
              History: palette.vermilion,
              'From outside': palette.blue,
            }),
            legend: null,
          },
        },
      },
      ...(['left', 'right'] as const).map((align) => ({
        data: { values: labels.filter((l) => l.align === align) },
        mark: {
          type: 'text',
          align,
          baseline: 'middle',
          dx: align === 'left' ? gap : -gap,
          fontSize: 12,
        },
        encoding: { x, y, text: { field: 'text', type: 'nominal' } },
      })),
    ],
  }
}

/** To the right of a row's marks where there is room, otherwise to their left. */
function placeLabel(account: Account, milestone: Milestone, within: (day: number) => boolean) {
  const { model, history, outside, title } = milestone
  const days = [model, history, outside].filter(within)
  const text = `${title}${note(milestone)}`
  const [from, to] = yearDomain(account)
  const pixels = (day: number) => ((yearOfDay(day) - from) / (to - from)) * plotWidth
  const last = Math.max(...days)
  const first = Math.min(...days)
  const width = textWidth(text, 12) + gap
  const fitsRight = pixels(last) + width <= plotWidth
  return fitsRight || pixels(first) < width
    ? { year: yearOfDay(last), align: 'left', text }
    : { year: yearOfDay(first), align: 'right', text }
}

function note({ model, history }: Milestone): string {
  if (Number.isNaN(history)) return ''
  if (Number.isNaN(model)) return ' (not in this run)'
  const years = (model - history) / daysPerYear
  if (Math.abs(years) < 0.05) return ' (same time)'
  return ` (${counted(Math.abs(years), 'year', 'years', 1)} ${years < 0 ? 'earlier' : 'later'} in this run)`
}
