import type { CaseSummary, SweepResult } from '../../../archive/index.js'
import { caseWords } from '../../experiments/sweepAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { settingsWords } from '../../reading/factors.js'
import { levelOf, shownEstimate, titled, withUnit } from '../../reading/quantity.js'
import { capital } from '../../reading/words.js'
import { brief, colourScale, shapeScale } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { across, down, labelLayers, rowsOf } from './rows.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'
import { casesTable, leftOut } from './sweepCases.js'

const labels = 230
const plot = [250, 560] as const
const numbers = 578
const whole = 720
const apart = 17

/** An outcome where all factors are words, or there are only treatments: a row a setting, a dot a treatment. */
export function sweepDotsPicture(result: SweepResult, k: number, manifest: AnyManifest): Picture {
  const { factors, treatments, outcomes, design } = result
  const outcome = outcomes[k]
  const level = levelOf(outcome)
  const bySetting = factors.length > 0 && design.points > 1
  const groups = bySetting ? settingsOf(result.cases) : result.cases.map((c) => [c])
  const names = groups.map(([c]) =>
    bySetting ? capital(settingsWords(factors, c.settings)) : treatments[c.treatment].title,
  )
  const series = bySetting ? treatments.map(({ title }) => title) : ['all']
  const rows = rowsOf(names, labels, (bySetting ? treatments.length : 1) * apart + 14)
  const told = (v: number | null) => (v === null ? null : brief(v * level.factor, 6))
  const dots = groups.flatMap((group, row) =>
    group.map((found, n) => {
      const { estimate, lower, upper } = found.outcomes[k]
      return {
        y: rows.centres[row] + (n - (group.length - 1) / 2) * apart,
        mean: told(estimate),
        lower: told(lower),
        upper: told(upper),
        text: shownEstimate(level, found.outcomes[k]),
        series: bySetting ? treatments[found.treatment].title : 'all',
      }
    }),
  )
  const ticks = ticksOver(
    dots.flatMap(({ mean, lower, upper }) => [mean, lower, upper]),
    5,
  )
  const axis = {
    title: titled('mean', level),
    format: tickFormat(ticks, level.kind === 'date'),
    grid: true,
  }
  const x = (field: string) => across(field, ticks, plot, axis)
  const y = down(rows)
  const group = {
    field: 'series',
    type: 'nominal',
    sort: null,
    legend: series.length > 1 ? { title: null, symbolOpacity: 1, columns: 2 } : null,
  } as const
  const title = bySetting
    ? `${outcome.title} by setting${treatments.length > 1 ? ' and treatment' : ''}`
    : `${outcome.title}${treatments.length > 1 ? ' by treatment' : ''}`
  const description = `${outcome.title}. ${result.cases
    .map((c) => {
      const where = caseWords(result, c)
      return `${where === '' ? 'All runs' : capital(where)}: ${withUnit(level, c.outcomes[k])}`
    })
    .join('; ')}.`
  const spec = frame({
    title,
    subtitle: `Means over ${result.replications} replicates with 95 % intervals.${leftOut(result, k)}`,
    source: experimentSource('sweep', manifest, result.runs),
    width: whole,
    description,
    panels: [
      {
        width: whole,
        height: rows.height,
        layer: [
          {
            data: { values: dots.filter(({ lower }) => lower !== null) },
            mark: { type: 'rule', strokeWidth: 2 },
            encoding: {
              x: x('lower'),
              x2: { field: 'upper' },
              y,
              color: { ...group, scale: colourScale(series) },
            },
          },
          {
            data: { values: dots },
            mark: { type: 'point', filled: true, size: 75, opacity: 1 },
            encoding: {
              x: x('mean'),
              y,
              color: { ...group, scale: colourScale(series) },
              shape: { ...group, scale: shapeScale(series) },
            },
          },
          {
            data: { values: dots.map(({ y: at, text }) => ({ y: at, text })) },
            mark: { type: 'text', align: 'left', baseline: 'middle', x: numbers, fontSize: 11.5 },
            encoding: { y, text: { field: 'text', type: 'nominal' } },
          },
          ...labelLayers(rows),
        ],
      },
    ],
  })
  return {
    id: fileName('dots', outcome.id),
    title,
    caption: 'A dot is a mean, its line the 95 % interval; the numbers are at the right.',
    description,
    table: casesTable(result, k),
    spec,
  }
}

/** Cases of the same settings together, in the order of their points. */
function settingsOf(cases: readonly CaseSummary[]): CaseSummary[][] {
  const groups = new Map<number, CaseSummary[]>()
  for (const found of cases) groups.set(found.point, [...(groups.get(found.point) ?? []), found])
  return [...groups.values()]
}
