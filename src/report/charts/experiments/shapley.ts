import type { AttributionOutcome, AttributionResult } from '../../../archive/index.js'
import { bySize, titleOf } from '../../experiments/attributionAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import {
  differenceOf,
  levelOf,
  shownCentre,
  shownEstimate,
  titled,
  withUnit,
} from '../../reading/quantity.js'
import { listed } from '../../reading/words.js'
import type { Part } from '../../render/spec.js'
import { ink, palette } from '../../render/theme.js'
import { brief } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { across, down, labelLayers, rowsOf } from './rows.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'

const whole = 720
const labels = 210
const plot = [228, 570] as const
const numbers = 586
const kinds = [
  'Shapley share',
  'asymmetric share',
  'alone (first in)',
  'with all others (last out)',
]
const looks = {
  shape: ['square', 'square', 'triangle-right', 'triangle-left'],
  fill: [palette.blue, palette.orange, '#ffffff', ink.text],
  stroke: [palette.blue, palette.orange, ink.text, ink.text],
} as const

/** One outcome under one setting. */
export interface Told {
  readonly setting: string
  readonly outcome: AttributionOutcome
}

/** What each cause contributes to an outcome, one panel a setting. */
export function shapleyPicture(
  result: AttributionResult,
  told: readonly Told[],
  manifest: AnyManifest,
): Picture {
  const asked = told[0].outcome.outcome
  const difference = differenceOf(asked, told[0].outcome.unit)
  const asymmetric = told.some(({ outcome }) => outcome.shares.some((s) => s.asymmetric !== null))
  const present = kinds.filter((_, k) => asymmetric || k !== 1)
  const order = [
    ...new Set(told.flatMap(({ outcome }) => bySize(outcome).map(({ cause }) => cause))),
  ]
  const ticks = ticksOver(
    [
      0,
      ...told.flatMap(({ outcome }) =>
        outcome.shares.flatMap((s) =>
          [
            s.shapley.lower,
            s.shapley.estimate,
            s.shapley.upper,
            s.asymmetric?.lower,
            s.asymmetric?.estimate,
            s.asymmetric?.upper,
            s.firstIn.estimate,
            s.lastOut.estimate,
          ].map((v) => (typeof v === 'number' ? v * difference.factor : null)),
        ),
      ),
    ],
    6,
  )
  const title = `Which cause brings about ${asked.title}?`
  const several = told.length > 1
  const description = told.map((one) => describe(result, one, several)).join(' ')
  const sign = asked.type === 'date' ? ' Below zero: the cause brings it forward.' : ''
  const spec = frame({
    title,
    subtitle: `Contribution of each cause${difference.unit === '' ? '' : ` in ${difference.unit}`}, with 95 % intervals; Shapley shares sum to the difference between all causes and none.${sign}`,
    source: experimentSource('attribution', manifest, result.runs),
    width: whole,
    description,
    spacing: 28,
    panels: told.map((one, k) => panel(one, k === 0)),
  })
  return {
    id: fileName('shapley', asked.id),
    title,
    caption: `Bars are shares over all orders of the causes${asymmetric ? ', and over those orders alone in which a cause comes after what works through it (asymmetric)' : ''}. Triangles tell what the cause does where it is the only one (hollow) and where all others are there (filled); where the two lie apart, causes need each other or stand in for each other.`,
    description,
    table: {
      head: [
        'Cause',
        ...(several ? ['Setting'] : []),
        titled('Shapley share', difference),
        ...(asymmetric ? ['Asymmetric share'] : []),
        'Alone',
        'With all others',
      ],
      rows: told.flatMap(({ setting, outcome }) =>
        bySize(outcome).map((s) => [
          titleOf(result, s.cause),
          ...(several ? [setting] : []),
          shownEstimate(difference, s.shapley),
          ...(asymmetric ? [s.asymmetric ? shownEstimate(difference, s.asymmetric) : '–'] : []),
          shownEstimate(difference, s.firstIn),
          shownEstimate(difference, s.lastOut),
        ]),
      ),
    },
    spec,
  }

  function panel({ setting, outcome }: Told, legend: boolean): Part {
    const shares = order.flatMap((id) => outcome.shares.filter(({ cause }) => cause === id))
    const names = shares.map(({ cause }) => titleOf(result, cause))
    const rows = rowsOf(names, labels, asymmetric ? 42 : 32)
    const scaled = (v: number | null | undefined) =>
      typeof v === 'number' ? brief(v * difference.factor) : null
    const bars = shares.flatMap((s, k) =>
      [s.shapley, ...(asymmetric ? [s.asymmetric] : [])].map((e, n) => ({
        y: rows.centres[k] + (asymmetric ? (n === 0 ? -8 : 8) : 0),
        zero: 0,
        value: scaled(e?.estimate),
        lower: scaled(e?.lower),
        upper: scaled(e?.upper),
        kind: kinds[n],
      })),
    )
    const marks = [
      ...shares.flatMap((s, k) => [
        { y: rows.centres[k], value: scaled(s.firstIn.estimate), kind: kinds[2] },
        { y: rows.centres[k], value: scaled(s.lastOut.estimate), kind: kinds[3] },
      ]),
      // So that the legend has the bars too.
      ...present.slice(0, -2).map((kind) => ({ y: 0, value: null, kind })),
    ]
    const range = (of: keyof typeof looks) => ({
      field: 'kind',
      type: 'nominal',
      scale: { domain: present, range: present.map((kind) => looks[of][kinds.indexOf(kind)]) },
      legend: legend ? { title: null, symbolOpacity: 1 } : null,
    })
    const axis = {
      title: titled('contribution', difference),
      format: tickFormat(ticks),
      grid: true,
    }
    const x = (field: string) => across(field, ticks, plot, axis)
    const y = down(rows)
    const level = levelOf(asked)
    return {
      title: {
        text: several ? setting : '',
        subtitle: `All causes: ${withUnit(level, outcome.all)}; none: ${withUnit(level, outcome.none)}`,
        subtitleFontSize: 12,
        fontSize: 13,
        offset: 8,
      },
      width: whole,
      height: rows.height,
      layer: [
        ...kinds.slice(0, 2).map((kind, k) => ({
          data: { values: bars.filter((bar) => bar.kind === kind) },
          mark: { type: 'bar', height: 13, orient: 'horizontal', color: looks.fill[k] },
          encoding: { x: x('zero'), x2: { field: 'value' }, y },
        })),
        {
          data: { values: bars.filter(({ lower }) => lower !== null) },
          mark: { type: 'rule', strokeWidth: 1.6, color: ink.text },
          encoding: { x: x('lower'), x2: { field: 'upper' }, y },
        },
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: ink.quiet, y: 0, y2: rows.height },
          encoding: { x: x('zero') },
        },
        {
          data: { values: marks },
          mark: { type: 'point', size: 60, opacity: 1, strokeWidth: 1.4 },
          encoding: {
            x: x('value'),
            y,
            shape: range('shape'),
            fill: range('fill'),
            stroke: range('stroke'),
          },
        },
        {
          data: {
            values: shares.flatMap((s, k) => [
              {
                y: rows.centres[k] + (asymmetric ? -8 : 0),
                text: shownEstimate(difference, s.shapley),
              },
              ...(asymmetric
                ? [
                    {
                      y: rows.centres[k] + 8,
                      text: s.asymmetric ? shownEstimate(difference, s.asymmetric) : '–',
                    },
                  ]
                : []),
            ]),
          },
          mark: { type: 'text', align: 'left', baseline: 'middle', x: numbers, fontSize: 11 },
          encoding: { y, text: { field: 'text', type: 'nominal' } },
        },
        ...labelLayers(rows),
      ],
    }
  }
}

function describe(result: AttributionResult, { setting, outcome }: Told, several: boolean): string {
  const level = levelOf(outcome.outcome)
  const difference = differenceOf(outcome.outcome, outcome.unit)
  const parts = bySize(outcome).map((s) => {
    const ordered = s.asymmetric ? `, asymmetric ${shownCentre(difference, s.asymmetric)}` : ''
    return `${titleOf(result, s.cause)} ${withUnit(difference, s.shapley)}${ordered}`
  })
  return `${outcome.outcome.title}${several ? `, ${setting}` : ''}: ${withUnit(level, outcome.all)} with all causes, ${withUnit(level, outcome.none)} with none. Shapley shares: ${listed(parts)}.`
}
