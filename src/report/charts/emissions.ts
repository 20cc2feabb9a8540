import type { Account } from '../Account.js'
import type { Named } from '../reading/Cast.js'
import type { SeriesComparison } from '../reading/history.js'
import { capital, figure, listed, monthYear, percent } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { wrapText } from '../render/textWidth.js'
import { ink, palette, plotWidth } from '../render/theme.js'
import { brief, niceSteps, round, stepFormat, timeAxis, yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const gapBetween = 56
const columns = 2

/** Emissions of each state in the run, and what inventories say. */
export function emissionsPicture(account: Account): Picture | undefined {
  const { tracks, cast } = account
  const shown = cast.states.flatMap((state) => {
    const model = tracks.find('nationalEmissions', state.id)
    return model?.some((v) => v > 0) ? [{ state, model, past: pastOf(account, state) }] : []
  })
  if (shown.length === 0) return undefined
  const unit = tracks.unit('nationalEmissions')
  const past = shown.flatMap((s) => s.past)
  const description = shown.map((s) => describe(account, s, unit)).join(' ')
  const width = shown.length === 1 ? plotWidth : (plotWidth - gapBetween) / columns
  const panels = shown.map((s) => panel(account, s, width))
  const title = 'Emissions, the run beside the inventory'
  const spec = frame({
    title,
    subtitle: `Yearly emissions of each state (${unit}); every panel starts at zero and has its own scale.`,
    source: sourceLine(
      account,
      past.map(({ source }) => source),
    ),
    panels: [
      {
        concat: panels,
        columns,
        spacing: gapBetween,
        resolve: { scale: { y: 'independent', shape: 'shared', color: 'shared' } },
      },
    ],
    description,
  })
  return {
    id: 'emissions',
    title,
    caption:
      'A line for the run, diamonds for the historical inventory. The vertical line marks the year in which a programme became law in the run.',
    description,
    table: table(account, shown, unit),
    spec,
  }
}

interface Shown {
  readonly state: Named
  readonly model: Float64Array
  readonly past: readonly SeriesComparison[]
}

/** Historical series of this chart that are about the state, in the same unit. */
function pastOf({ history, tracks }: Account, state: Named): readonly SeriesComparison[] {
  return history.series.filter(
    ({ chart, unit, about }) =>
      chart === 'emissions' &&
      unit === tracks.unit('nationalEmissions') &&
      about.some(({ subjects }) => subjects[0] === state.id),
  )
}

function panel(account: Account, { state, model, past }: Shown, width: number): Part {
  const { tracks, laws, firstDay, lastDay } = account
  const points = past.flatMap((series) =>
    series.points
      .filter(({ day }) => day >= firstDay && day <= lastDay)
      .map(({ day, history }) => ({
        year: yearOfDay(day),
        value: brief(history),
        series: 'Inventory',
      })),
  )
  const line = tracks.days.map((day, tick) => ({
    year: round(yearOfDay(day), 2),
    value: brief(model[tick]),
    series: 'This run',
  }))
  const law = laws
    .filter((l) => l.state.id === state.id && l.how)
    .map(({ day }) => ({ year: yearOfDay(day), label: 'law' }))
  const steps = niceSteps(Math.max(...model, ...points.map((p) => p.value)))
  const x = timeAxis(account, {}, 5)
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, steps[steps.length - 1]], nice: false },
    axis: { title: null, values: steps, format: stepFormat(steps) },
  } as const
  const shape = {
    field: 'series',
    type: 'nominal',
    legend: { title: null, symbolStrokeWidth: 2.2, symbolSize: 110 },
  } as const
  const domain = ['This run', 'Inventory']
  return {
    title: { text: wrapText(state.title, width, 13, true), fontSize: 13, offset: 8 },
    width,
    height: 230,
    layer: [
      {
        data: { values: law },
        layer: [
          { mark: { type: 'rule', color: ink.line, strokeDash: [4, 3] }, encoding: { x } },
          {
            mark: { type: 'text', y: 0, baseline: 'top', align: 'left', dx: 4, color: ink.quiet },
            encoding: { x, text: { field: 'label', type: 'nominal' } },
          },
        ],
      },
      {
        data: { values: line },
        mark: { type: 'line', color: palette.blue, strokeWidth: 2.5 },
        encoding: { x, y },
      },
      {
        data: {
          values: [...points, { series: 'This run', year: line[0].year, value: null }],
        },
        mark: { type: 'point', size: 45, opacity: 1, strokeWidth: 1.8 },
        encoding: {
          x,
          y,
          shape: { ...shape, scale: { domain, range: ['stroke', 'diamond'] } },
          color: { ...shape, scale: { domain, range: [palette.blue, palette.vermilion] } },
        },
      },
    ],
  }
}

function describe(account: Account, { state, model, past }: Shown, unit: string): string {
  const { tracks } = account
  const [from, to] = [model[0], model[tracks.n - 1]]
  const change = to / from - 1
  const start = `${state.title} emits ${figure(from)} ${unit} in ${monthYear(tracks.days[0])} and ${figure(to)} in ${monthYear(tracks.days[tracks.n - 1])} (${change < 0 ? 'down' : 'up'} ${percent(Math.abs(change))}).`
  const errors = past.flatMap((series) => {
    if (Number.isNaN(series.deviation) || !series.worst) return []
    const { worst } = series
    const year = Math.floor(yearOfDay(worst.day))
    return [
      `from ${series.title} the run differs by ${percent(series.deviation)} on average, most in ${year} (${figure(worst.model)} against ${figure(worst.history)})`,
    ]
  })
  return errors.length === 0 ? start : `${start} ${capital(listed(errors))}.`
}

function table(account: Account, shown: readonly Shown[], unit: string) {
  const { tracks } = account
  const years = yearEnds(account)
  const at = (series: SeriesComparison, tick: number) => {
    const year = Math.floor(yearOfDay(tracks.days[tick]))
    const point = series.points.find(({ day }) => Math.floor(yearOfDay(day)) === year)
    return point ? figure(point.history) : '–'
  }
  return {
    head: [
      'From',
      ...shown.flatMap(({ state, past }) => [
        `${state.title}, this run (${unit})`,
        ...past.map(({ title }) => `${title} (${unit})`),
      ]),
    ],
    rows: years.map((tick) => [
      monthYear(tracks.days[tick]),
      ...shown.flatMap(({ model, past }) => [
        figure(model[tick]),
        ...past.map((series) => at(series, tick)),
      ]),
    ]),
  }
}
