import type { SweepResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { isNumeric, settingWords } from '../../reading/factors.js'
import { levelOf, shownEstimate, titled, withUnit } from '../../reading/quantity.js'
import { brief } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { type LinePoint, linePanel } from './linePanel.js'
import { known, tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'
import { leftOut } from './sweepCases.js'
import { type Group, marginal, oneAtATime } from './sweepGroups.js'

const columns = 3
const gap = 44
const whole = 720
/** Factors that get a panel at most; the table has all. */
const mostPanels = 24

/** An outcome by each factor in turn: means over whatever the others were, or one factor moved at a time. */
export function sweepMarginsPicture(
  result: SweepResult,
  k: number,
  manifest: AnyManifest,
): Picture {
  const { factors, treatments, outcomes, design } = result
  const outcome = outcomes[k]
  const level = levelOf(outcome)
  const alone = design.kind === 'oneAtATime'
  // An interval by Student's t may reach beyond what a share can be.
  const within = (v: number) => (level.kind === 'share' ? Math.max(0, Math.min(1, v)) : v)
  const told = (v: number | null) => (v === null ? null : brief(within(v) * level.factor, 6))
  const groups = factors.map((_, f) =>
    treatments.map((__, t) => (alone ? oneAtATime : marginal)(result, f, k, t)),
  )
  const drawn = groups.map((byTreatment) =>
    byTreatment.flatMap((list, t) =>
      list.map(
        ({ at, value }): LinePoint => ({
          at: typeof at === 'number' ? brief(at, 6) : at,
          mean: told(value.estimate),
          lower: told(value.lower),
          upper: told(value.upper),
          series: treatments[t].title,
        }),
      ),
    ),
  )
  const ticks = ticksOver(
    drawn.flat().flatMap(({ mean, lower, upper }) => [mean, lower, upper]),
    4,
  )
  const shownFactors = mostMoving(drawn)
  const shown = Math.min(columns, factors.length)
  const width = Math.min(360, Math.floor((whole - 40 - gap * (shown - 1)) / shown))
  const title = `${outcome.title} by each factor`
  const description = describe(result, k, groups)
  const spec = frame({
    title,
    subtitle: `${
      alone
        ? `Means over ${result.replications} replicates with 95 % intervals while the other factors stay where they are.`
        : `Means over ${design.points} settings, in bins of equally many, whatever the other factors are; bands are 95 % intervals of the mean over settings.`
    }${factors.length > mostPanels ? ` The ${mostPanels} of ${factors.length} factors over which it moves most.` : ''}${leftOut(result, k)}`,
    source: experimentSource('sweep', manifest, result.runs),
    width: whole,
    description,
    panels: [
      {
        concat: shownFactors.map((f) =>
          linePanel({
            title: titled(factors[f].title, {
              ...level,
              unit: factors[f].unit === '1' ? '' : factors[f].unit,
            }),
            points: drawn[f],
            series: treatments.map(({ title: name }) => name),
            width,
            height: 130,
            ticks,
            format: tickFormat(ticks, level.kind === 'date'),
            yTitle: null,
            xTitle: null,
            numeric: isNumeric(factors[f]),
            log: factors[f].scale === 'log',
            xTicks: 4,
          }),
        ),
        columns,
        spacing: gap,
        resolve: { scale: { x: 'independent', xOffset: 'independent' } },
      },
    ],
  })
  return {
    id: fileName('factors', outcome.id),
    title,
    caption:
      'All panels have the same vertical scale, so that the steepest factor moves the outcome most. A flat line may still hide a factor that matters only together with another.',
    description,
    table: {
      head: ['Factor', 'Treatment', 'At', titled('Mean (95 % interval)', level), 'Settings'],
      rows: groups.flatMap((byTreatment, f) =>
        byTreatment.flatMap((list, t) =>
          list.map(({ at, value, cases }) => [
            factors[f].title,
            treatments[t].title,
            settingWords(at),
            shownEstimate(level, value),
            String(cases),
          ]),
        ),
      ),
    },
    spec,
  }
}

/** How far the outcome moves with each factor, in the first treatment that has values. */
function describe(
  { factors, outcomes, treatments }: SweepResult,
  k: number,
  groups: readonly (readonly (readonly Group[])[])[],
): string {
  const level = levelOf(outcomes[k])
  const parts = factors.map(({ title }, f) => {
    const t = Math.max(
      0,
      groups[f].findIndex((list) => list.some(hasValue)),
    )
    const told = groups[f][t].filter(hasValue)
    if (told.length === 0) return `${title}: no value`
    const at = ({ at: place, value }: Group) =>
      `${withUnit(level, value)} at ${settingWords(place)}`
    const of = treatments.length > 1 ? ` (${treatments[t].title})` : ''
    return told.length === 1
      ? `${title}${of}: ${at(told[0])}`
      : `${title}${of}: from ${at(told[0])} to ${at(told[told.length - 1])}`
  })
  return `${outcomes[k].title} by factor. ${parts.join('; ')}.`
}

function hasValue({ value }: Group): boolean {
  return value.estimate !== null
}

/** The factors over which the means spread most, in their own order. */
function mostMoving(drawn: readonly (readonly LinePoint[])[]): number[] {
  const spans = drawn.map((points, f) => {
    const means = known(points.map(({ mean }) => mean))
    return { f, span: means.length === 0 ? 0 : Math.max(...means) - Math.min(...means) }
  })
  return spans
    .sort((a, b) => b.span - a.span || a.f - b.f)
    .slice(0, mostPanels)
    .map(({ f }) => f)
    .sort((a, b) => a - b)
}
