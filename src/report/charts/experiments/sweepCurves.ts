import type { CaseSummary, SweepResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { isNumeric, settingsWords, settingWords } from '../../reading/factors.js'
import { levelOf, titled, withUnit } from '../../reading/quantity.js'
import { listed } from '../../reading/words.js'
import { plotWidth } from '../../render/theme.js'
import { brief } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { type LinePoint, linePanel } from './linePanel.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'
import { casesTable, leftOut } from './sweepCases.js'
import { averaged, valuesOf } from './sweepGroups.js'

/** Combinations of the other factors that get a panel each; more are averaged. */
const mostPanels = 4
const gap = 50

/** An outcome over the one factor that is a number, a line for each treatment. */
export function sweepCurvesPicture(result: SweepResult, k: number, manifest: AnyManifest): Picture {
  const { factors, treatments, outcomes } = result
  const outcome = outcomes[k]
  const main = factors.findIndex(isNumeric)
  const factor = factors[main]
  const split = othersOf(result, main)
  const apart = split.length <= mostPanels
  const panels = apart ? split : [{ words: '', has: () => true }]
  const level = levelOf(outcome)
  const series = treatments.map(({ title }) => title)
  const told = (v: number | null) => (v === null ? null : brief(v * level.factor, 6))
  const drawn = panels.map(({ words, has }) => ({
    words,
    points: treatments.flatMap(({ title }, t) =>
      valuesOf(result, main).map((value): LinePoint => {
        const cases = result.cases.filter(
          (c) => c.treatment === t && c.settings[main] === value && has(c),
        )
        const { estimate, lower, upper } = averaged(cases, k)
        return {
          at: value as number,
          mean: told(estimate),
          lower: told(lower),
          upper: told(upper),
          series: title,
        }
      }),
    ),
  }))
  const ticks = ticksOver(
    drawn.flatMap(({ points }) => points.flatMap(({ mean, lower, upper }) => [mean, lower, upper])),
  )
  const width = drawn.length === 1 ? plotWidth : (plotWidth - gap) / 2
  const others = factors.filter((_, at) => at !== main).map(({ title }) => title)
  const averagedWords =
    apart || others.length === 0 ? '' : ` ${listed(others)} averaged, hence no intervals.`
  const title = `${outcome.title} over ${factor.title}`
  const description = describe(result, k, main)
  const unit = factor.unit === '1' ? '' : factor.unit
  const spec = frame({
    title,
    subtitle: `Means over ${result.replications} replicates with 95 % intervals.${averagedWords}${leftOut(result, k)}`,
    source: experimentSource('sweep', manifest, result.runs),
    description,
    panels: [
      {
        concat: drawn.map(({ words, points }) =>
          linePanel({
            title: words,
            points,
            series,
            width,
            height: drawn.length === 1 ? 300 : 220,
            ticks,
            format: tickFormat(ticks, level.kind === 'date'),
            yTitle: titled('mean', level),
            xTitle: titled(factor.title, { ...level, unit }),
            numeric: true,
            log: factor.scale === 'log',
            xTicks: drawn.length === 1 ? 8 : 5,
          }),
        ),
        columns: 2,
        spacing: gap,
        resolve: { scale: { x: 'independent' } },
      },
    ],
  })
  return {
    id: fileName('curve', outcome.id),
    title,
    caption: `A line for each treatment, its band the 95 % interval of the mean.${outcome.type === 'date' ? ' The chart of when it comes tells apart how often and how early.' : ''}`,
    description,
    table: casesTable(result, k),
    spec,
  }
}

interface Others {
  readonly words: string
  readonly has: (found: CaseSummary) => boolean
}

/** Every combination of the factors but one. */
function othersOf({ cases, factors }: SweepResult, main: number): Others[] {
  const rest = factors.map((_, at) => at).filter((at) => at !== main)
  const found = new Map<string, Others>()
  for (const { settings } of cases) {
    const values = rest.map((at) => settings[at])
    const key = JSON.stringify(values)
    if (found.has(key)) continue
    found.set(key, {
      words: settingsWords(
        rest.map((at) => factors[at]),
        values,
      ),
      has: (c) => rest.every((at, n) => c.settings[at] === values[n]),
    })
  }
  return [...found.values()]
}

function describe(result: SweepResult, k: number, main: number): string {
  const { treatments, factors, outcomes, cases } = result
  const level = levelOf(outcomes[k])
  const values = valuesOf(result, main)
  const parts = treatments.map(({ title }, t) => {
    const told = values.flatMap((value) => {
      const found = cases.filter((c) => c.treatment === t && c.settings[main] === value)
      const mean = averaged(found, k)
      return mean.estimate === null ? [] : [`${withUnit(level, mean)} at ${settingWords(value)}`]
    })
    if (told.length === 0) return `${title}: no value`
    return told.length === 1
      ? `${title}: ${told[0]}`
      : `${title}: from ${told[0]} to ${told[told.length - 1]}`
  })
  const over = factors.length > 1 ? ', averaged over the other factors' : ''
  return `${outcomes[k].title} over ${factors[main].title}${over}. ${parts.join('; ')}.`
}
