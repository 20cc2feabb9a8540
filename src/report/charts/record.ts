import type { Account } from '../Account.js'
import type { SeriesComparison } from '../reading/history.js'
import { figure, listed, percent } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { wrapText } from '../render/textWidth.js'
import { palette, plotWidth } from '../render/theme.js'
import { brief, niceSteps, round, stepFormat, timeAxis, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const gapBetween = 56
const columns = 2

/** Charts that show the historical series meant for them themselves. */
const elsewhere = ['emissions', 'deposition']

/** Whatever series the scenario has of the past, each beside the run's own. */
export function recordPicture(account: Account): Picture | undefined {
  const series = account.history.series.filter(({ chart }) => !elsewhere.includes(chart))
  if (series.length === 0) return undefined
  const description = series.map(describe).join(' ')
  const width = series.length === 1 ? plotWidth : (plotWidth - gapBetween) / columns
  const title = 'The run beside the record'
  return {
    id: 'record',
    title,
    caption:
      'A line for the run, diamonds for what the record says; every panel has its own scale.',
    description,
    table: {
      head: ['Series', 'Year', 'Record', 'This run'],
      rows: series.flatMap(({ title: name, points }) =>
        points.map(({ day, history, model }) => [
          name,
          String(Math.floor(yearOfDay(day))),
          figure(history),
          figure(model),
        ]),
      ),
    },
    spec: frame({
      title,
      subtitle: 'Line: this run. Diamonds: the record.',
      source: sourceLine(
        account,
        series.map(({ source }) => source),
      ),
      panels: [
        {
          concat: series.map((one) => panel(account, one, width)),
          columns,
          spacing: { row: 28, column: gapBetween },
          resolve: { scale: { y: 'independent' } },
        },
      ],
      description,
    }),
  }
}

function panel(account: Account, series: SeriesComparison, width: number): Part {
  const { tracks, firstDay, lastDay } = account
  const { title, unit, points, model } = series
  const record = points
    .filter(({ day }) => day >= firstDay && day <= lastDay)
    .map(({ day, history }) => ({ year: yearOfDay(day), value: brief(history) }))
  const line = tracks.days.map((day, tick) => ({
    year: round(yearOfDay(day), 2),
    value: brief(model[tick]),
  }))
  const lowest = Math.min(0, ...model, ...record.map(({ value }) => value))
  const steps = niceSteps(Math.max(...model, ...record.map(({ value }) => value)), 4)
  const x = timeAxis(account, {}, 6)
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [lowest, steps[steps.length - 1]], nice: false },
    axis: { title: null, values: steps, format: stepFormat(steps) },
  } as const
  const head = unit === '1' ? title : `${title} (${unit})`
  return {
    title: { text: wrapText(head, width, 13, true), fontSize: 13, offset: 6 },
    width,
    height: 150,
    layer: [
      {
        data: { values: line },
        mark: { type: 'line', color: palette.blue },
        encoding: { x, y },
      },
      {
        data: { values: record },
        mark: {
          type: 'point',
          shape: 'diamond',
          size: 45,
          opacity: 1,
          strokeWidth: 1.8,
          color: palette.vermilion,
        },
        encoding: { x, y },
      },
    ],
  }
}

function describe({ title, deviation, worst, points }: SeriesComparison): string {
  const compared = points.filter(({ model }) => !Number.isNaN(model))
  if (compared.length === 0) return `${title}: no year of the record falls into the run.`
  const off = Number.isNaN(deviation)
    ? ''
    : ` On average the run differs by ${percent(deviation)}${worst ? `, most in ${Math.floor(yearOfDay(worst.day))}` : ''}.`
  const told = compared
    .slice(0, 4)
    .map(
      ({ day, history, model }) =>
        `${Math.floor(yearOfDay(day))}: ${figure(model)} in the run, ${figure(history)} in the record`,
    )
  return `${title}: ${listed(told)}.${off}`
}
