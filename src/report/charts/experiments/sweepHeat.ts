import type { SweepResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { isNumeric, settingWords } from '../../reading/factors.js'
import { levelOf, shownValue, titled, valueWithUnit } from '../../reading/quantity.js'
import { listed } from '../../reading/words.js'
import { plotWidth } from '../../render/theme.js'
import { brief } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { amounts, type HeatCell, heatPanel } from './heatPanel.js'
import { known, tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'
import { casesTable, leftOut } from './sweepCases.js'
import { averaged, valuesOf } from './sweepGroups.js'

const gap = 46

type Cell = Omit<HeatCell, 'text'>

/** An outcome over two factors, a map for each treatment; further factors are averaged. */
export function sweepHeatPicture(result: SweepResult, k: number, manifest: AnyManifest): Picture {
  const { factors, treatments, outcomes, cases } = result
  const outcome = outcomes[k]
  const level = levelOf(outcome)
  const [across, down] = axesOf(result)
  const xs = valuesOf(result, across)
  const ys = [...valuesOf(result, down)].reverse()
  const others = factors.filter((_, at) => at !== across && at !== down).map(({ title }) => title)
  const maps = treatments.map(({ title }, t) => ({
    title: treatments.length > 1 ? title : '',
    cells: ys.flatMap((y, row) =>
      xs.map((x, column) => {
        const { estimate } = averaged(
          cases.filter(
            (c) => c.treatment === t && c.settings[across] === x && c.settings[down] === y,
          ),
          k,
        )
        const value = estimate === null ? null : brief(estimate * level.factor, 6)
        return { column, row, value }
      }),
    ),
  }))
  const all = known(maps.flatMap(({ cells }) => cells.map(({ value }) => value)))
  const ticks = ticksOver(all, 5)
  const columns = treatments.length === 1 || xs.length > 7 ? 1 : 2
  const room = columns === 1 ? plotWidth - 40 : (plotWidth - gap - 60) / 2
  const cellWidth = Math.max(16, Math.min(72, Math.floor(room / xs.length)))
  const title = `${outcome.title} over ${factors[across].title} and ${factors[down].title}`
  const description = describe()
  const spec = frame({
    title,
    subtitle: `Means over ${result.replications} replicates${others.length > 0 ? `, averaged over ${listed(others)}` : ''}; darker is ${outcome.type === 'date' ? 'later' : 'more'}.${leftOut(result, k)}${maps.some(({ cells }) => cells.some(({ value }) => value === null)) ? ' Broken frames: no run has a value.' : ''}`,
    source: experimentSource('sweep', manifest, result.runs),
    description,
    panels: [
      {
        concat: maps.map(({ title: name, cells }) =>
          heatPanel({
            title: name,
            cells: cells.map((cell) => ({ ...cell, text: cellText(cell.value) })),
            columns: xs.map(settingWords),
            rows: ys.map(settingWords),
            cellWidth,
            cellHeight: 30,
            xTitle: factorTitle(across),
            yTitle: factorTitle(down),
            labelWidth: 110,
            scale: {
              ticks,
              range: amounts,
              format: tickFormat(ticks, level.kind === 'date'),
              title: titled('mean', level),
            },
          }),
        ),
        columns,
        spacing: gap,
        resolve: { scale: { color: 'shared' } },
      },
    ],
  })
  return {
    id: fileName('heat', outcome.id),
    title,
    caption: `Each cell is the mean over the replicates of one setting${others.length > 0 ? `, and over the values of ${listed(others)}` : ''}. The intervals are in the table.`,
    description,
    table: casesTable(result, k),
    spec,
  }

  function cellText(value: number | null): string {
    const span = Math.max(...all) - Math.min(...all)
    const digits = level.kind === 'date' ? 1 : span >= 20 ? 0 : span >= 2 ? 1 : span > 0 ? 2 : 3
    return shownValue({ ...level, factor: 1 }, value, digits)
  }

  function factorTitle(at: number): string {
    const { title: name, unit } = factors[at]
    return titled(name, { ...level, unit: unit === '1' ? '' : unit })
  }

  function describe(): string {
    const parts = maps.map(({ cells }, t) => {
      const told = cells.filter(({ value }) => value !== null)
      if (told.length === 0) return `${treatments[t].title}: no value`
      const sorted = [...told].sort((a, b) => a.value! - b.value!)
      const at = ({ column, row, value }: Cell) =>
        `${valueWithUnit(level, value! / level.factor)} at ${settingWords(xs[column])} and ${settingWords(ys[row])}`
      return `${treatments[t].title}: lowest ${at(sorted[0])}, highest ${at(sorted[sorted.length - 1])}`
    })
    return `${outcome.title} over ${factors[across].title} and ${factors[down].title}${others.length > 0 ? `, averaged over ${listed(others)}` : ''}. ${parts.join('; ')}.`
  }
}

/** The two factors that are drawn: numbers first, the one of more values across. */
function axesOf(result: SweepResult): readonly [number, number] {
  const order = result.factors
    .map((factor, at) => ({ at, numeric: isNumeric(factor), count: valuesOf(result, at).length }))
    .sort((a, b) => Number(b.numeric) - Number(a.numeric) || a.at - b.at)
  const [a, b] = order
  return a.count >= b.count ? [a.at, b.at] : [b.at, a.at]
}
