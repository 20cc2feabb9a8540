import type { HypothesisFinding, TestResult } from '../../../archive/index.js'
import { together } from '../../experiments/counts.js'
import { effectWords, verdicts } from '../../experiments/testAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { differenceOf, shownCentre, shownInterval, valueWithUnit } from '../../reading/quantity.js'
import { counted, listed } from '../../reading/words.js'
import type { Part } from '../../render/spec.js'
import { ink, palette } from '../../render/theme.js'
import { round } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { across, down, labelLayers, type Rows, rowsOf, textColumn } from './rows.js'
import { known, niceTicks } from './scales.js'
import { experimentSource } from './source.js'
import { looks } from './verdictLooks.js'

const labels = 265
const plot = [290, 560] as const
const numbers = 592
const whole = 720
/** Multiples of the smallest effect of interest at which the axis ends at the latest. */
const farthest = 8

/** An effect in multiples of the smallest one of interest, positive in the direction that is expected. */
interface Place {
  readonly estimate: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Every hypothesis: its effect, the interval, and what is too small to matter. */
export function forestPicture(result: TestResult, manifest: AnyManifest): Picture {
  const { hypotheses } = result
  const rows = rowsOf(
    hypotheses.map(({ statement }) => statement),
    labels,
    48,
    16,
  )
  const places = hypotheses.map(placeOf)
  const ticks = ticksOf(places)
  const [low, high] = [ticks[0], ticks[ticks.length - 1]]
  const cut = (v: number) => round(Math.max(low, Math.min(high, v)), 3)
  const unscaled = hypotheses.filter(({ smallest }) => smallest === 0)
  const title = 'Effects of the hypotheses'
  const description = describe(hypotheses)
  const axis = {
    title: 'multiples of the smallest effect of interest, + as expected',
    grid: false,
    labelExpr: "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)",
  }
  const x = (field: string) => across(field, ticks, plot, axis)
  const y = down(rows)
  const intervals = (assumed: boolean) =>
    hypotheses.flatMap(({ tag }, k) => {
      const { lower, upper } = places[k]
      return lower === null || upper === null || (tag === 'assumed') !== assumed
        ? []
        : [{ y: rows.centres[k], from: cut(lower), to: cut(upper) }]
    })
  const arrows = (way: 1 | -1) =>
    hypotheses.flatMap((_, k) => {
      const { lower, upper, estimate } = places[k]
      const beyond = way > 0 ? (upper ?? estimate ?? 0) > high : (lower ?? estimate ?? 0) < low
      return beyond ? [{ y: rows.centres[k], at: way > 0 ? high : low }] : []
    })
  const spec = frame({
    title,
    subtitle: `Each effect in multiples of its smallest effect of interest, to the right where it goes as the hypothesis expects; lines are 95 % intervals. In the shaded zone effects are too small to matter.${unscaled.length > 0 ? ` ${listed(unscaled.map(({ id }) => id))}: no smallest effect is named; drawn in multiples of its interval's half-width.` : ''}`,
    source: experimentSource('test', manifest, together(hypotheses).runs),
    width: whole,
    description,
    panels: [
      {
        width: whole,
        height: rows.height,
        layer: [
          {
            data: { values: [{ from: -1, to: 1 }] },
            mark: { type: 'rect', color: '#e8eef2', y: 0, y2: rows.height },
            encoding: {
              x: x('from'),
              x2: { field: 'to' },
            },
          },
          {
            data: { values: [{ at: 0 }] },
            mark: { type: 'rule', color: ink.quiet, strokeWidth: 1, y: 0, y2: rows.height },
            encoding: { x: x('at') },
          },
          ...[false, true].map((assumed) => ({
            data: { values: intervals(assumed) },
            mark: {
              type: 'rule',
              strokeWidth: 2,
              color: assumed ? palette.purple : ink.text,
              ...(assumed ? { strokeDash: [4, 3] } : {}),
            },
            encoding: { x: x('from'), x2: { field: 'to' }, y },
          })),
          marksLayer(hypotheses, places, rows, x('at'), y, cut),
          ...([1, -1] as const).map((way) => ({
            data: { values: arrows(way) },
            mark: {
              type: 'text',
              text: way > 0 ? '►' : '◄',
              dx: way * 13,
              fontSize: 12,
              color: ink.text,
              baseline: 'middle',
            },
            encoding: { x: x('at'), y },
          })),
          ...labelLayers(rows),
          ...textColumn(rows, hypotheses.map(numbersOf), numbers, { fontSize: 11.5 }),
        ],
      },
    ],
  })
  return {
    id: 'forest',
    title,
    caption:
      'One row a hypothesis. Colour, shape and filling tell the verdict; triangles with a broken line are hypotheses whose sign is written into a rule, so that their place tells only how strong the assumption is. The numbers at the right are treatment minus control, in their own unit. An arrow says that the interval goes on.',
    description,
    table: {
      head: ['Hypothesis', 'Verdict', 'Effect (95 % interval)', 'Expected', 'Smallest of interest'],
      rows: hypotheses.map((h) => [
        h.statement,
        h.verdict,
        effectWords(h),
        h.sign === '+' ? 'above 0' : 'below 0',
        valueWithUnit(differenceOf(h.outcome, h.unit), h.smallest),
      ]),
    },
    spec,
  }
}

function placeOf({ effect, sign, smallest }: HypothesisFinding): Place {
  const { estimate, lower, upper } = effect
  const half = lower === null || upper === null ? 0 : (upper - lower) / 2
  const scale = (sign === '+' ? 1 : -1) * (smallest || half || Math.abs(estimate ?? 0) || 1)
  const at = (v: number | null) => (v === null ? null : round(v / scale, 4) + 0)
  return sign === '+'
    ? { estimate: at(estimate), lower: at(lower), upper: at(upper) }
    : { estimate: at(estimate), lower: at(upper), upper: at(lower) }
}

function ticksOf(places: readonly Place[]): readonly number[] {
  const all = known(places.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper]))
  const low = Math.max(-farthest, Math.min(-2, ...all))
  const high = Math.min(farthest, Math.max(2, ...all))
  return niceTicks(Math.floor(low), Math.ceil(high), 10)
}

function marksLayer(
  hypotheses: readonly HypothesisFinding[],
  places: readonly Place[],
  rows: Rows,
  x: Part,
  y: Part,
  cut: (v: number) => number,
): Part {
  const present = verdicts.filter((v) => hypotheses.some(({ verdict }) => verdict === v))
  const look = (of: 'shape' | 'fill' | 'stroke') => ({
    field: 'verdict',
    type: 'nominal',
    scale: { domain: present, range: present.map((v) => looks[v][of]) },
    legend: { title: null, symbolOpacity: 1 },
  })
  return {
    data: {
      values: hypotheses.map(({ verdict }, k) => {
        const { estimate } = places[k]
        return { y: rows.centres[k], at: estimate === null ? null : cut(estimate), verdict }
      }),
    },
    mark: { type: 'point', size: 95, opacity: 1, strokeWidth: 2 },
    encoding: { x, y, shape: look('shape'), fill: look('fill'), stroke: look('stroke') },
  }
}

/** Estimate and interval below each other. */
function numbersOf(finding: HypothesisFinding): string[] {
  const { effect, outcome, unit } = finding
  if (effect.estimate === null) return ['cannot be told']
  const quantity = differenceOf(outcome, unit)
  const short = quantity.unit === 'percentage points' ? 'points' : quantity.unit
  const value = shownCentre(quantity, effect)
  const one = short === 'points' && /^[−]?1$/.test(value)
  const told = `${value} ${one ? 'point' : short}`.trim()
  return effect.lower === null ? [told] : [told, `(${shownInterval(quantity, effect)})`]
}

function describe(hypotheses: readonly HypothesisFinding[]): string {
  const groups = verdicts.flatMap((verdict) => {
    const found = hypotheses.filter((h) => h.verdict === verdict)
    if (found.length === 0) return []
    return [`${verdict}: ${listed(found.map((h) => `${h.id} (${effectWords(h)})`))}`]
  })
  return `Effects of ${counted(hypotheses.length, 'hypothesis', 'hypotheses')}, treatment minus control. ${groups.join('; ')}.`
}
