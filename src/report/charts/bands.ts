import type { ArchivedCheck, CheckFinding } from '../../archive/index.js'
import { bandOf, checkTable, estimateOf, shownEnd } from '../checkTable.js'
import { counted, decimal, listed } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { wrapText } from '../render/textWidth.js'
import { ink, palette } from '../render/theme.js'
import { round } from './axes.js'
import { frame } from './frame.js'
import type { Picture } from './Picture.js'

const rowHeight = 46
const plot = 330
const titleWidth = 300
/** Of the axis, in widths of a band: where values beyond it are cut. */
const [left, right] = [-1, 2]

/** Every pattern of a check: the model's statistic against its band, with history's value. */
export function bandsPicture(check: ArchivedCheck): Picture {
  const { result, manifest } = check
  const { checks, runs, seed } = result
  const rows = checks.map((finding, row) => ({ row, finding, ...placesOf(finding) }))
  const description = describe(result.checks, runs)
  const title = 'What the model should show, and shows'
  const roles = ['calibration', 'input', 'validation']
  const y = {
    field: 'row',
    type: 'ordinal',
    axis: null,
    scale: { domain: rows.map(({ row }) => row) },
  } as const
  const x = (field: string): Part => ({
    field,
    type: 'quantitative',
    scale: { domain: [left, right], nice: false },
    axis: null,
  })
  const bars = rows.map(({ row }) => ({ row, low: 0, high: 1 }))
  const marks = rows.flatMap(({ row, finding, estimate }) =>
    estimate === undefined
      ? []
      : [
          {
            row,
            value: cut(estimate),
            role: finding.role,
            verdict: finding.verdict === 'within' ? 'within the band' : 'missed',
          },
        ],
  )
  const intervals = rows.flatMap(({ row, lower, upper }) =>
    lower === undefined || upper === undefined ? [] : [{ row, value: cut(lower), to: cut(upper) }],
  )
  const arrows = rows.flatMap(({ row, estimate }) =>
    estimate === undefined || (estimate >= left && estimate <= right)
      ? []
      : [{ row, value: cut(estimate), sign: estimate < left ? '◄' : '►' }],
  )
  const history = rows.flatMap(({ row, observed }) =>
    observed === undefined ? [] : [{ row, value: cut(observed) }],
  )
  const values = rows.map(({ finding, row }) => ({ row, text: estimateOf(finding).split(';')[0] }))
  const limits = rows.flatMap(({ finding, row }) => [
    { row, value: 0, text: shownEnd(finding, finding.band[0]), align: 'left' },
    { row, value: 1, text: shownEnd(finding, finding.band[1]), align: 'right' },
  ])
  const spec = frame({
    title,
    subtitle: `Statistic over ${decimal(runs, 0)} runs with its 95 % interval; each band is drawn to the same width. Filled: within the band; hollow: missed; diamonds: history.`,
    source: `Check of ${manifest.scenario.name} (paradiplomacy ${manifest.version}, seed ${seed}).`,
    width: plot + titleWidth / 2,
    description,
    panels: [
      {
        width: plot,
        height: rows.length * rowHeight,
        layer: [
          {
            data: { values: bars },
            mark: { type: 'bar', color: '#dcecf6', height: 20 },
            encoding: { x: x('low'), x2: { field: 'high' }, y },
          },
          ...(['left', 'right'] as const).map((align) => ({
            data: {
              values: limits.filter((l) => l.align === align).map(({ align: _, ...rest }) => rest),
            },
            mark: {
              type: 'text',
              align,
              baseline: 'middle',
              dx: align === 'left' ? 1 : -1,
              dy: 17,
              fontSize: 10.5,
              color: ink.quiet,
            },
            encoding: { x: x('value'), y, text: { field: 'text', type: 'nominal' } },
          })),
          {
            data: { values: intervals },
            mark: { type: 'rule', strokeWidth: 2, color: ink.text },
            encoding: { x: x('value'), x2: { field: 'to' }, y },
          },
          {
            data: { values: history },
            mark: {
              type: 'point',
              shape: 'diamond',
              size: 90,
              filled: true,
              fill: '#ffffff',
              stroke: palette.vermilion,
              strokeWidth: 1.8,
              opacity: 1,
              yOffset: -11,
            },
            encoding: { x: x('value'), y },
          },
          {
            data: { values: marks },
            mark: { type: 'point', size: 85, opacity: 1, strokeWidth: 2, filled: true },
            encoding: {
              x: x('value'),
              y,
              shape: {
                field: 'role',
                type: 'nominal',
                scale: { domain: roles, range: ['square', 'triangle-up', 'circle'] },
                legend: { title: 'Role', symbolFillColor: ink.text, symbolStrokeColor: ink.text },
              },
              fill: {
                field: 'verdict',
                type: 'nominal',
                scale: { domain: ['within the band', 'missed'], range: [palette.blue, '#ffffff'] },
                legend: null,
              },
              stroke: {
                field: 'verdict',
                type: 'nominal',
                scale: {
                  domain: ['within the band', 'missed'],
                  range: [palette.blue, palette.vermilion],
                },
                legend: null,
              },
            },
          },
          {
            data: { values: arrows },
            mark: {
              type: 'text',
              fontSize: 12,
              color: palette.vermilion,
              dy: 1,
              dx: 0,
              yOffset: 12,
            },
            encoding: { x: x('value'), y, text: { field: 'sign', type: 'nominal' } },
          },
          {
            data: { values },
            mark: { type: 'text', align: 'left', baseline: 'middle', x: plot + 12, fontSize: 11.5 },
            encoding: { y, text: { field: 'text', type: 'nominal' } },
          },
          ...titleLayers(checks, y),
        ],
      },
    ],
  })
  const { head, rows: cells } = checkTable(result)
  return {
    id: 'bands',
    title,
    caption:
      'Light bars are the bands set from the evidence before tuning. A mark is what the model shows, filled if it lies in its band and hollow if not; its shape tells whether the pattern was used to set parameters. Diamonds are what history shows.',
    description,
    table: { head: head.slice(0, -1), rows: cells.map((row) => row.slice(0, -1)) },
    spec,
  }
}

/** Places of a statistic, its interval and history on an axis on which the band runs from 0 to 1. */
function placesOf({ band: [low, high], value, observed }: CheckFinding) {
  const at = (v: number | string | null | undefined) =>
    typeof v === 'number' ? round((v - low) / (high - low || 1), 4) : undefined
  return {
    estimate: at(value.estimate),
    lower: at(value.lower),
    upper: at(value.upper),
    observed: at(observed),
  }
}

function cut(place: number): number {
  return Math.max(left, Math.min(right, place))
}

/** Titles to the left of their rows, each in the middle of its row however many lines it takes. */
function titleLayers(checks: readonly CheckFinding[], y: Part): Part[] {
  const lines = checks.map(({ title }) => wrapText(title, titleWidth, 11.5))
  return [...new Set(lines.map((l) => l.length))].map((count) => ({
    data: { values: lines.flatMap((text, row) => (text.length === count ? [{ row, text }] : [])) },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      x: -14,
      fontSize: 11.5,
      lineHeight: 14,
      dy: (1 - count) * 7,
    },
    encoding: { y, text: { field: 'text', type: 'nominal' } },
  }))
}

function describe(checks: readonly CheckFinding[], runs: number): string {
  const short = checks.filter(({ verdict }) => verdict === 'short')
  const tested = checks.filter(({ role }) => role === 'validation')
  const held = tested.filter(({ verdict }) => verdict === 'within').length
  const missed = short.map((c) => `${c.title} (${estimateOf(c).split(';')[0]}, band ${bandOf(c)})`)
  const open = checks.filter(({ uncertain }) => uncertain).length
  return [
    `Over ${decimal(runs, 0)} runs the model is within its band in ${checks.length - short.length} of ${counted(checks.length, 'pattern')}, among them ${held} of the ${tested.length} held out for validation.`,
    ...(missed.length > 0 ? [`Missed: ${listed(missed)}.`] : []),
    ...(open > 0 ? [`${counted(open, 'verdict')} could turn with more runs.`] : []),
  ].join(' ')
}
