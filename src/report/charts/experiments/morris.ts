import type { SensitivityOutcome, SensitivityResult } from '../../../archive/index.js'
import { indexQuantity, ranked } from '../../experiments/sensitivityAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { shownEstimate, shownValue, titled, withUnit } from '../../reading/quantity.js'
import { listed } from '../../reading/words.js'
import type { Part } from '../../render/spec.js'
import { ink, palette } from '../../render/theme.js'
import { brief, round } from '../axes.js'
import { frame } from '../frame.js'
import { placeLabels } from '../map/placeLabels.js'
import type { Picture } from '../Picture.js'
import { across, down, labelLayers, rowsOf, textColumn } from './rows.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'

const whole = 720
const height = 330
const labels = 230
const plot = [250, 540] as const
const numbers = 556
/** Rows of the lower part at most; the table has all factors. */
const mostRows = 20

/** Morris' plane, and below it each factor's mean effect with its interval. */
export function morrisPicture(
  result: SensitivityResult,
  outcome: SensitivityOutcome,
  morris: NonNullable<SensitivityOutcome['morris']>,
  manifest: AnyManifest,
): Picture {
  const quantity = indexQuantity(outcome)
  const order = ranked(result, outcome)
  const told = (v: number | null) => (v === null ? null : brief(v * quantity.factor))
  const title = `What ${outcome.outcome.title} depends on`
  const description = describe(result, outcome, morris)
  const spec = frame({
    title,
    subtitle: `Elementary effects of ${result.factors.length} factors from ${result.n} trajectories: their mean size mu* with 95 % intervals, and their spread sigma. Above the broken line a factor's effect hangs on where the others stand, or bends.`,
    source: experimentSource('sensitivity', manifest, result.runs),
    width: whole,
    description,
    panels: [plane(), rowsPanel()],
    spacing: 30,
  })
  return {
    id: fileName('morris', outcome.outcome.id),
    title,
    caption:
      'To the right: matters more. Upward: matters differently in different places. Names stand where there is room for them. The lower part has the ' +
      `${order.length > mostRows ? `${mostRows} largest` : 'factors, largest first'}; the table has all.`,
    description,
    table: {
      head: ['Factor', titled('mu*', quantity), titled('mu', quantity), titled('sigma', quantity)],
      rows: order.map(({ factor, title: name }) => [
        name,
        shownEstimate(quantity, morris[factor].muStar),
        shownValue(quantity, morris[factor].mu),
        shownValue(quantity, morris[factor].sigma),
      ]),
    },
    spec,
  }

  function plane(): Part {
    const points = order.flatMap(({ factor, title: name }) => {
      const { muStar, sigma } = morris[factor]
      if (muStar.estimate === null || sigma === null) return []
      return [
        {
          name,
          mu: told(muStar.estimate)!,
          lower: told(muStar.lower),
          upper: told(muStar.upper),
          sigma: told(sigma)!,
        },
      ]
    })
    const xs = ticksOver([0, ...points.flatMap(({ mu, upper }) => [mu, upper])], 8)
    const right = xs[xs.length - 1]
    // Effects that are the same everywhere have no spread but what rounding leaves.
    const spread = points.map(({ sigma }) => (sigma < 1e-9 * right ? 0 : sigma))
    const largest = Math.max(0, ...spread)
    const ys = ticksOver([0, largest === 0 ? right : largest], 6)
    const top = ys[ys.length - 1]
    const diagonal = Math.min(right, top)
    const places = points.map(({ name, mu, sigma }) => ({
      x: (mu / right) * whole,
      y: height - (sigma / top) * height,
      radius: 5,
      label: name,
    }))
    // Names keep off the intervals too: marks without a name that only take up room.
    const lines = points.flatMap(({ lower, upper, sigma }) => {
      if (lower === null || upper === null) return []
      const [from, to] = [lower, upper].map((v) => (v / right) * whole)
      return Array.from({ length: Math.max(0, Math.floor((to - from) / 8)) }, (_, k) => ({
        x: from + 8 * k,
        y: height - (sigma / top) * height,
        radius: 1,
        label: '',
      }))
    })
    const names = placeLabels([...places, ...lines], 12, whole, height)
    const axis = (ticks: readonly number[], text: string): Part => ({
      title: titled(text, quantity),
      values: ticks,
      format: tickFormat(ticks),
      grid: true,
    })
    const x = (field: string): Part => ({
      field,
      type: 'quantitative',
      scale: { domain: [0, right], nice: false },
      axis: axis(xs, 'mu*: mean size of the effects'),
    })
    const y = (field: string): Part => ({
      field,
      type: 'quantitative',
      scale: { domain: [0, top], nice: false },
      axis: axis(ys, 'sigma: their spread'),
    })
    return {
      width: whole,
      height,
      layer: [
        {
          data: { values: [0, diagonal].map((v) => ({ mu: v, sigma: v })) },
          mark: { type: 'line', strokeWidth: 1.2, strokeDash: [5, 4], color: ink.quiet },
          encoding: { x: x('mu'), y: y('sigma') },
        },
        {
          data: { values: points.filter(({ lower }) => lower !== null) },
          mark: { type: 'rule', strokeWidth: 1.6, color: palette.sky },
          encoding: { x: x('lower'), x2: { field: 'upper' }, y: y('sigma') },
        },
        {
          data: { values: points },
          mark: { type: 'point', filled: true, size: 65, opacity: 1, color: palette.blue },
          encoding: { x: x('mu'), y: y('sigma') },
        },
        ...names.map(({ mark, x: at, y: level, align }) => ({
          data: { values: [{ text: points[mark].name }] },
          mark: { type: 'text', x: round(at, 1), y: round(level, 1), align, baseline: 'middle' },
          encoding: { text: { field: 'text', type: 'nominal' } },
        })),
      ],
    }
  }

  function rowsPanel(): Part {
    const shown = order.slice(0, mostRows)
    const rows = rowsOf(
      shown.map(({ title: name }) => name),
      labels,
    )
    const values = shown.map(({ index }, k) => ({
      y: rows.centres[k],
      mu: told(index.estimate),
      lower: told(index.lower),
      upper: told(index.upper),
    }))
    const ticks = ticksOver([0, ...values.flatMap(({ mu, upper }) => [mu, upper])], 5)
    const axis = { title: titled('mu*', quantity), format: tickFormat(ticks), grid: true }
    const x = (field: string) => across(field, ticks, plot, axis)
    const y = down(rows)
    return {
      width: whole,
      height: rows.height,
      layer: [
        {
          data: { values: values.filter(({ lower }) => lower !== null) },
          mark: { type: 'rule', strokeWidth: 2, color: ink.text },
          encoding: { x: x('lower'), x2: { field: 'upper' }, y },
        },
        {
          data: { values },
          mark: { type: 'point', filled: true, size: 65, opacity: 1, color: palette.blue },
          encoding: { x: x('mu'), y },
        },
        ...labelLayers(rows),
        ...textColumn(
          rows,
          shown.map(({ index }) => [shownEstimate(quantity, index)]),
          numbers,
          { fontSize: 11.5 },
        ),
      ],
    }
  }
}

function describe(
  result: SensitivityResult,
  outcome: SensitivityOutcome,
  morris: NonNullable<SensitivityOutcome['morris']>,
): string {
  const quantity = indexQuantity(outcome)
  const parts = ranked(result, outcome).map(({ title, factor, index }) =>
    index.estimate === null
      ? `${title}: cannot be told`
      : `${title}: mu* ${withUnit(quantity, index)}, sigma ${shownValue(quantity, morris[factor].sigma)}`,
  )
  return `${outcome.outcome.title}, factors from the largest mean effect to the smallest. ${listed(parts)}.`
}
