import type { Estimate } from '../../../archive/index.js'
import { type Quantity, shownValue } from '../../reading/quantity.js'
import type { Part } from '../../render/spec.js'
import { diverging } from '../../render/theme.js'
import { brief } from '../axes.js'
import { type HeatCell, heatPanel } from './heatPanel.js'
import { known, tickFormat, ticksOver } from './scales.js'

/** An index of a pair, by the places of its two in the list of names. */
export interface PairIndex {
  readonly a: number
  readonly b: number
  readonly index: Estimate
}

/** Ticks of a scale that has its middle at zero. */
export function evenTicks(pairs: readonly PairIndex[], { factor }: Quantity): readonly number[] {
  const sizes = known(pairs.map(({ index }) => index.estimate)).map((v) => Math.abs(v * factor))
  const largest = Math.max(0, ...sizes) || 1
  return ticksOver([-largest, largest], 5)
}

/**
 * A triangle of cells for pairs: orange below zero, blue above, the value written in each; `*` where the interval does
 * not hold zero. Columns bear numbers, which stand before the names of the rows.
 */
export function pairsMap(
  names: readonly string[],
  pairs: readonly PairIndex[],
  quantity: Quantity,
  ticks: readonly number[],
  title: string,
  legend: string,
): Part {
  const digits = Math.max(0, -Math.floor(Math.log10(ticks[ticks.length - 1] / 20)))
  const cells = pairs.map(({ a, b, index }): HeatCell => {
    const [column, row] = a < b ? [a, b - 1] : [b, a - 1]
    const { estimate, lower, upper } = index
    const apart = lower !== null && upper !== null && (lower > 0 || upper < 0)
    return {
      column,
      row,
      value: estimate === null ? null : brief(estimate * quantity.factor, 4),
      text:
        estimate === null ? '–' : `${shownValue(quantity, estimate, digits)}${apart ? '*' : ''}`,
    }
  })
  const cellWidth = Math.max(26, Math.min(64, Math.floor(460 / Math.max(1, names.length - 1))))
  return heatPanel({
    title,
    cells,
    columns: names.slice(0, -1).map((_, k) => String(k + 1)),
    rows: names.slice(1).map((name, k) => `${k + 2}  ${name}`),
    cellWidth,
    cellHeight: 34,
    xTitle: `1 is ${names[0]}`,
    yTitle: null,
    labelWidth: 260,
    labelsAbove: true,
    scale: { ticks, range: diverging, format: tickFormat(ticks), title: legend },
  })
}
