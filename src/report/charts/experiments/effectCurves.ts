import type { HypothesisFinding, TestResult } from '../../../archive/index.js'
import { together } from '../../experiments/counts.js'
import type { AnyManifest } from '../../methods/common.js'
import { isNumeric, settingWords } from '../../reading/factors.js'
import { differenceOf, share, titled, withUnit } from '../../reading/quantity.js'
import { decimal } from '../../reading/words.js'
import type { Part } from '../../render/spec.js'
import { wrapText } from '../../render/textWidth.js'
import { ink, palette, plotWidth } from '../../render/theme.js'
import { brief } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource } from './source.js'

const gap = 60

type Curved = HypothesisFinding & { readonly curve: NonNullable<HypothesisFinding['curve']> }

/** The effect of hypotheses over one factor, for those that ask for it. */
export function effectCurvesPicture(
  result: TestResult,
  manifest: AnyManifest,
): Picture | undefined {
  const shown = result.hypotheses.filter((h): h is Curved => h.curve !== null)
  if (shown.length === 0) return undefined
  const width = shown.length === 1 ? plotWidth : (plotWidth - gap) / 2
  const title = shown.length === 1 ? 'The effect over one factor' : 'Effects over one factor each'
  const description = shown.map(describe).join(' ')
  const spec = frame({
    title,
    subtitle:
      'Treatment minus control, with 95 % intervals. In the shaded zone effects are too small to matter; parameter sets and chance are the same at every point.',
    source: experimentSource('test', manifest, together(result.hypotheses).runs),
    description,
    panels: [
      {
        concat: shown.map((finding) => panel(finding, width)),
        columns: 2,
        spacing: gap,
        resolve: { scale: { x: 'independent', y: 'independent' } },
      },
    ],
  })
  return {
    id: 'effect-curves',
    title,
    caption:
      'The line is the mean effect at each value of the factor, the band its interval. Where the line breaks the effect cannot be told.',
    description,
    table: {
      head: [
        'Hypothesis',
        'Factor',
        'Value',
        'Effect (95 % interval)',
        'Pairs as expected',
        'Pairs',
      ],
      rows: shown.flatMap(({ id, curve, outcome, unit }) =>
        curve.points.map((point) => [
          id,
          curve.factor.title,
          settingWords(point.value),
          withUnit(differenceOf(outcome, unit), point.effect),
          withUnit(share, point.favourable),
          decimal(point.pairs, 0),
        ]),
      ),
    },
    spec,
  }
}

function panel({ statement, curve, outcome, unit, smallest }: Curved, width: number): Part {
  const quantity = differenceOf(outcome, unit)
  const { factor, points } = curve
  const told = (v: number | null) => (v === null ? null : brief(v * quantity.factor))
  const zone = smallest * quantity.factor
  const ticks = ticksOver([
    0,
    -zone,
    zone,
    ...points.flatMap(({ effect }) => [effect.estimate, effect.lower, effect.upper].map(told)),
  ])
  const numeric = isNumeric(factor)
  const values = points.map(({ value, effect }) => ({
    value: numeric ? value : settingWords(value),
    effect: told(effect.estimate),
    lower: told(effect.lower),
    upper: told(effect.upper),
  }))
  const x: Part = numeric
    ? {
        field: 'value',
        type: 'quantitative',
        scale: {
          type: factor.scale === 'log' ? 'log' : 'linear',
          zero: false,
          nice: false,
          padding: 6,
        },
        axis: {
          title: wrapText(
            titled(factor.title, {
              unit: factor.unit === '1' ? '' : factor.unit,
              factor: 1,
              kind: 'number',
            }),
            width,
            12,
          ),
          tickCount: 6,
          format: ',.6~r',
        },
      }
    : {
        field: 'value',
        type: 'nominal',
        sort: null,
        axis: { title: factor.title, labelAngle: 0 },
      }
  const y: Part = {
    field: 'effect',
    type: 'quantitative',
    scale: { domain: [ticks[0], ticks[ticks.length - 1]], nice: false, zero: false },
    axis: {
      title: titled('effect', quantity),
      values: ticks,
      format: tickFormat(ticks),
    },
  }
  const spans = { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } }
  return {
    title: { text: wrapText(statement, width, 13, true), fontSize: 13, offset: 10 },
    width,
    height: 230,
    layer: [
      {
        data: { values: [{ low: -zone, high: zone }] },
        mark: { type: 'rect', color: '#e8eef2', x: 0, x2: width },
        encoding: { y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        data: { values: [{ effect: 0 }] },
        mark: { type: 'rule', color: ink.quiet },
        encoding: { y },
      },
      ...(numeric
        ? [
            {
              data: { values },
              mark: { type: 'area', color: palette.blue, opacity: 0.2 },
              encoding: spans,
            },
            { data: { values }, mark: { type: 'line', color: palette.blue }, encoding: { x, y } },
          ]
        : [
            {
              data: { values: values.filter(({ lower }) => lower !== null) },
              mark: { type: 'rule', color: ink.text, strokeWidth: 2 },
              encoding: spans,
            },
          ]),
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 45, opacity: 1, color: palette.blue },
        encoding: { x, y },
      },
    ],
  }
}

function describe({ id, curve, outcome, unit }: Curved): string {
  const quantity = differenceOf(outcome, unit)
  const told = curve.points.filter(({ effect }) => effect.estimate !== null)
  if (told.length === 0)
    return `${id}: the effect can be told at no value of ${curve.factor.title}.`
  const at = (p: (typeof told)[number]) =>
    `${withUnit(quantity, p.effect)} at ${curve.factor.title} ${settingWords(p.value)}`
  const sorted = [...told].sort((a, b) => a.effect.estimate! - b.effect.estimate!)
  const unknown = curve.points.length - told.length
  return `${id}: the effect goes from ${at(sorted[0])} to ${at(sorted[sorted.length - 1])}${unknown > 0 ? `; it cannot be told at ${unknown} of ${curve.points.length} values` : ''}.`
}
