import type { SensitivityOutcome, SensitivityResult } from '../../../archive/index.js'
import { ranked } from '../../experiments/sensitivityAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { plain, share, shownEstimate, withUnit } from '../../reading/quantity.js'
import { listed } from '../../reading/words.js'
import { ink, palette } from '../../render/theme.js'
import { brief } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { across, down, labelLayers, rowsOf, textColumn } from './rows.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'

const whole = 720
const labels = 220
const plot = [240, 530] as const
const numbers = 546
const kinds = ['total', 'first order'] as const
const offset = 8
/** Factors that are drawn at most; the table has all. */
const mostRows = 20

/** First-order and total indices of each factor, largest total first. */
export function sobolPicture(
  result: SensitivityResult,
  outcome: SensitivityOutcome,
  sobol: NonNullable<SensitivityOutcome['sobol']>,
  manifest: AnyManifest,
): Picture {
  const all = ranked(result, outcome)
  const order = all.slice(0, mostRows)
  const rows = rowsOf(
    order.map(({ title }) => title),
    labels,
    42,
  )
  const bars = order.flatMap(({ factor }, k) =>
    kinds.map((kind) => {
      const { estimate, lower, upper } = sobol[factor][kind === 'total' ? 'total' : 'first']
      const told = (v: number | null) => (v === null ? null : brief(v, 4))
      return {
        y: rows.centres[k] + (kind === 'total' ? -offset : offset),
        zero: 0,
        index: told(estimate),
        lower: told(lower),
        upper: told(upper),
        kind,
      }
    }),
  )
  const ticks = ticksOver([0, ...bars.flatMap(({ index, lower, upper }) => [index, lower, upper])])
  const axis = { title: 'share of the variance', format: tickFormat(ticks), grid: true }
  const x = (field: string) => across(field, ticks, plot, axis)
  const y = down(rows)
  const title = `What ${outcome.outcome.title} depends on`
  const noise =
    outcome.noise.estimate === null
      ? ''
      : ` Of the variance over runs ${withUnit(share, outcome.noise)} is chance, which no factor explains.`
  const description = describe(result, outcome, sobol)
  const spec = frame({
    title,
    subtitle: `Shares of the variance over ${result.points} points, with 95 % intervals. First order: what a factor does alone; total: alone and together with others.${all.length > mostRows ? ` The ${mostRows} largest of ${all.length} factors.` : ''}${noise}`,
    source: experimentSource('sensitivity', manifest, result.runs),
    width: whole,
    description,
    panels: [
      {
        width: whole,
        height: rows.height,
        layer: [
          {
            data: { values: bars },
            mark: { type: 'bar', height: 13, orient: 'horizontal' },
            encoding: {
              x: x('zero'),
              x2: { field: 'index' },
              y,
              color: {
                field: 'kind',
                type: 'nominal',
                sort: null,
                scale: { domain: kinds, range: [palette.sky, palette.blue] },
                legend: { title: null, symbolType: 'square' },
              },
            },
          },
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
          ...labelLayers(rows),
          ...textColumn(
            rows,
            order.map(({ factor }) => [
              `total ${shownEstimate(plain, sobol[factor].total)}`,
              `first ${shownEstimate(plain, sobol[factor].first)}`,
            ]),
            numbers,
            { fontSize: 11 },
          ),
        ],
      },
    ],
  })
  return {
    id: fileName('sobol', outcome.outcome.id),
    title,
    caption:
      'Where total is much longer than first order, the factor works together with others. Small indices may come out below zero by chance.',
    description,
    table: {
      head: ['Factor', 'First order', 'Total'],
      rows: all.map(({ factor, title: name }) => [
        name,
        shownEstimate(plain, sobol[factor].first),
        shownEstimate(plain, sobol[factor].total),
      ]),
    },
    spec,
  }
}

function describe(
  result: SensitivityResult,
  outcome: SensitivityOutcome,
  sobol: NonNullable<SensitivityOutcome['sobol']>,
): string {
  const parts = ranked(result, outcome).map(({ title, factor, index }) =>
    index.estimate === null
      ? `${title}: cannot be told`
      : `${title}: total ${shownEstimate(plain, index)}, first order ${shownEstimate(plain, sobol[factor].first)}`,
  )
  return `${outcome.outcome.title}, factors from the largest total index to the smallest. ${listed(parts)}.`
}
