import type { Account } from '../Account.js'
import type { Named } from '../reading/Cast.js'
import { figure, fullDate, listed, monthYear, percent } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { ink, plotWidth } from '../render/theme.js'
import { brief, colourScale, dashScale, timeAxis, yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import { milestoneStrip } from './milestoneStrip.js'
import { type Milestone, milestones } from './milestones.js'
import type { Picture } from './Picture.js'

/** Policy and pressure of each state over time, with what came about in the run and in history. */
export function policyPictures(account: Account): Picture[] {
  const { cast, tracks } = account
  if (!tracks.has('policy')) return []
  const many = cast.issues.length > 1
  return cast.issues.map((issue) => picture(account, issue, many))
}

function picture(account: Account, issue: Named, many: boolean): Picture {
  const { cast, tracks, laws } = account
  const states = cast.states.filter(
    ({ id }) => tracks.find('policy', id, issue.id) && laws.some(({ state }) => state.id === id),
  )
  const shown =
    states.length > 0 ? states : cast.states.filter(({ id }) => tracks.find('policy', id, issue.id))
  const names = shown.map(({ title }) => title)
  const marks = milestones(account)
  const history = account.history.events.map(({ source }) => source)
  const title = many ? `Policy and pressure: ${issue.title}` : 'Policy and pressure'
  const description = describe(account, shown, issue, marks)
  const rows = (measure: string) =>
    shown.flatMap(({ id, title: state }) => {
      const series = tracks.find(measure, id, issue.id)
      return series ? lineRows(account, series, measure, state) : []
    })
  const pressure = rows('pressure')
  const lines = (
    values: readonly Part[],
    field: string,
    axisTitle: string,
    rest: Part,
    legend: boolean,
  ): Part => ({
    title: { text: axisTitle, fontSize: 13, offset: 6 },
    width: plotWidth,
    height: field === 'policy' ? 84 : 150,
    layer: [
      ...rules(account, marks),
      {
        data: { values },
        mark: { type: 'line', ...(field === 'policy' ? { interpolate: 'step-after' } : {}) },
        encoding: {
          x: timeAxis(account, { labels: false, ticks: false }),
          y: { field, type: 'quantitative', axis: { title: null, tickCount: 4, ...rest } },
          color: {
            field: 'state',
            type: 'nominal',
            scale: colourScale(names),
            legend: legend ? { title: null, symbolSize: 700 } : null,
          },
          strokeDash: {
            field: 'state',
            type: 'nominal',
            scale: dashScale(names),
            legend: legend ? { title: null, symbolSize: 700 } : null,
          },
        },
      },
    ],
  })
  const panels: Part[] = [
    lines(
      rows('policy'),
      'policy',
      'Share of the programme that is law',
      { format: '.0%', values: [0, 0.5, 1] },
      true,
    ),
  ]
  if (pressure.length > 0)
    panels.push(
      lines(
        pressure,
        'pressure',
        `Pressure that the centre feels (${tracks.unit('pressure')})`,
        {},
        false,
      ),
    )
  panels.push(milestoneStrip(account, marks))
  return {
    id: many ? `policy-${issue.id}` : 'policy',
    title,
    caption: `How much of each state's programme is law (above), how strongly each centre feels pressed for action (middle, in ${unitWords(tracks.unit('pressure'))}), and when things came about in this run and in history (below).`,
    description,
    table: table(account, shown, issue),
    spec: frame({
      title,
      subtitle: 'Each state, and what came when: hairlines for this run, dashed ones for history.',
      source: sourceLine(account, history),
      panels,
      description,
      spacing: 20,
    }),
  }
}

function lineRows({ tracks }: Account, series: Float64Array, field: string, state: string): Part[] {
  const rows = tracks.days.map((day, tick) => ({
    year: yearOfDay(day),
    state,
    [field]: brief(series[tick], 4),
  }))
  return [
    ...rows,
    {
      year: yearOfDay(tracks.timeline.start(tracks.n)),
      state,
      [field]: brief(series[tracks.n - 1], 4),
    },
  ]
}

/** Hairlines through the panel where something came about. */
function rules(account: Account, marks: readonly Milestone[]): Part[] {
  const lines = marks.flatMap(({ model, history, outside }) => [
    { day: model, dash: 'run' },
    { day: history, dash: 'history' },
    { day: outside, dash: 'run' },
  ])
  const within = lines.filter(({ day }) => day >= account.firstDay && day <= account.lastDay)
  return (['run', 'history'] as const).map((kind) => ({
    data: {
      values: within
        .filter(({ dash }) => dash === kind)
        .map(({ day }) => ({ year: yearOfDay(day) })),
    },
    mark: {
      type: 'rule',
      color: ink.line,
      strokeWidth: 1,
      ...(kind === 'history' ? { strokeDash: [3, 3] } : {}),
    },
    encoding: { x: timeAxis(account, { labels: false, ticks: false }) },
  }))
}

function describe(
  account: Account,
  states: readonly Named[],
  issue: Named,
  marks: readonly Milestone[],
): string {
  const { tracks, laws } = account
  const texts = states.map(({ id, title }) => {
    const law = laws.find(({ state, issue: q }) => state.id === id && q.id === issue.id)
    const policy = tracks.find('policy', id, issue.id)
    const end = policy ? policy[tracks.n - 1] : 0
    const came =
      law?.how === undefined
        ? `${title} has no law by the end of the run`
        : `in ${title} ${law.how === 'ordered' ? 'a court orders' : 'the law enacts'} ${percent(policy?.[tracks.tickWithin(law.day)] ?? end)} of the programme in ${monthYear(law.day)}`
    const pressure = tracks.find('pressure', id, issue.id)
    if (pressure === undefined) return `${came}.`
    const peak = pressure.reduce((best, value, tick) => (value > pressure[best] ? tick : best), 0)
    return `${came}; pressure on its centre is highest in ${monthYear(tracks.days[peak])} (${figure(pressure[peak])} ${tracks.unit('pressure')}).`
  })
  const missing = marks
    .filter((m) => Number.isNaN(m.model) && !Number.isNaN(m.history))
    .map((m) => `${m.title} (history: ${fullDate(m.history)})`)
  const never = missing.length > 0 ? ` Not in this run: ${listed(missing)}.` : ''
  return texts.map((text) => text.charAt(0).toUpperCase() + text.slice(1)).join(' ') + never
}

function table(account: Account, states: readonly Named[], issue: Named) {
  const { tracks } = account
  const columns = states.flatMap(({ id, title }) =>
    (['policy', 'pressure'] as const).flatMap((measure) => {
      const series = tracks.find(measure, id, issue.id)
      return series
        ? [
            {
              head: `${title}: ${measure}`,
              of: (tick: number) =>
                measure === 'policy' ? percent(series[tick]) : figure(series[tick]),
            },
          ]
        : []
    }),
  )
  return {
    head: ['From', ...columns.map(({ head }) => head)],
    rows: yearEnds(account).map((tick) => [
      monthYear(tracks.days[tick]),
      ...columns.map(({ of }) => of(tick)),
    ]),
  }
}

function unitWords(unit: string): string {
  return unit === 'sd' ? 'standard deviations' : unit
}
