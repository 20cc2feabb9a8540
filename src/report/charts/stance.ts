import type { Account } from '../Account.js'
import { capital, counted, listed, monthYear, spaced } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { palette, plotWidth } from '../render/theme.js'
import { yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const gapBetween = 60
const width = (plotWidth - gapBetween) / 2

/** From light to dark, so that stacks stay apart in grey. */
const shades = [palette.sky, palette.orange, '#5b2a6e', palette.green, palette.black]

/** How units' ties stand to their centres, and how far they reach. */
export function stancePicture(account: Account): Picture | undefined {
  const { tracks } = account
  const measures = [
    { measure: 'stance', title: 'Stance toward the centre', of: 'sides of agreements' },
    { measure: 'reach', title: 'Reach, after Duchacek', of: 'agreements' },
  ].filter(({ measure }) => tracks.has(measure))
  const shown = measures.map((m) => ({
    ...m,
    types: (tracks.subjects(m.measure)[0] ?? []).map((id) => ({ id, title: capital(label(id)) })),
  }))
  const total = shown.flatMap(({ measure, types }) =>
    types.map(({ id }) => tracks.find(measure, id)),
  )
  if (!total.some((series) => series?.some((v) => v > 0))) return undefined
  const ticks = yearEnds(account)
  const description = describe(account, shown, ticks)
  const title = "Units' ties by stance and reach"
  const spec = frame({
    title,
    subtitle: 'Ties in force at the end of each year.',
    source: sourceLine(account),
    panels: [
      {
        concat: shown.map((m) => panel(account, m, ticks)),
        columns: 2,
        spacing: gapBetween,
        resolve: { scale: { color: 'independent', y: 'independent' } },
      },
    ],
    description,
  })
  return {
    id: 'stance',
    title,
    caption:
      'Left: how each unit that is party to an agreement stands to its own centre (two sides an agreement). Right: how far agreements reach: between units that touch across the border, between units of neighbouring states, or beyond.',
    description,
    table: {
      head: ['From', ...shown.flatMap(({ types }) => types.map(({ title }) => title))],
      rows: ticks.map((tick) => [
        monthYear(tracks.days[tick]),
        ...shown.flatMap(({ measure, types }) =>
          types.map(({ id }) => String(tracks.find(measure, id)?.[tick] ?? '–')),
        ),
      ]),
    },
    spec,
  }
}

interface Shown {
  readonly measure: string
  readonly title: string
  readonly of: string
  readonly types: readonly { readonly id: string; readonly title: string }[]
}

function label(id: string): string {
  return spaced(id).replace('cross border', 'cross-border')
}

function panel(
  account: Account,
  { measure, title, of, types }: Shown,
  ticks: readonly number[],
): Part {
  const { tracks } = account
  const values = types.flatMap(({ id, title: type }, order) =>
    ticks.map((tick) => ({
      year: String(Math.floor(yearOfDay(tracks.days[tick]))),
      type,
      order,
      count: tracks.find(measure, id)?.[tick] ?? 0,
    })),
  )
  const years = ticks.map((tick) => Math.floor(yearOfDay(tracks.days[tick])))
  const most = Math.max(
    1,
    ...ticks.map((tick) =>
      types.reduce((sum, { id }) => sum + (tracks.find(measure, id)?.[tick] ?? 0), 0),
    ),
  )
  const step = Math.ceil(most / 5)
  return {
    title: { text: title, fontSize: 13, offset: 6 },
    width,
    height: 210,
    data: { values },
    mark: { type: 'bar', stroke: '#ffffff', strokeWidth: 0.6 },
    encoding: {
      x: {
        field: 'year',
        type: 'ordinal',
        axis: {
          title: null,
          labelAngle: 0,
          values: years.filter((year) => year % 5 === 0).map(String),
        },
        scale: { paddingInner: 0.12 },
      },
      y: {
        field: 'count',
        type: 'quantitative',
        stack: 'zero',
        scale: { domainMax: most },
        axis: {
          title: capital(of),
          format: 'd',
          values: Array.from({ length: Math.floor(most / step) + 1 }, (_, k) => k * step),
        },
      },
      color: {
        field: 'type',
        type: 'nominal',
        scale: {
          domain: types.map((t) => t.title),
          range: types.map((_, k) => shades[k % shades.length]),
        },
        legend: { title: null, orient: 'bottom', columnPadding: 12, symbolType: 'square' },
      },
      order: { field: 'order', type: 'quantitative' },
    },
  }
}

function describe({ tracks }: Account, shown: readonly Shown[], ticks: readonly number[]): string {
  const last = ticks[ticks.length - 1]
  return shown
    .map(({ measure, of, title, types }) => {
      const counts = types.map(({ id, title: type }) => ({
        type,
        n: tracks.find(measure, id)?.[last] ?? 0,
      }))
      const sum = counts.reduce((all, { n }) => all + n, 0)
      const parts = counts
        .filter(({ n }) => n > 0)
        .map(({ type, n }) => `${n} ${type.toLowerCase()}`)
      return `${title}: at the end ${sum === 0 ? `no ${of} in force` : `${counted(sum, of, of)}, ${listed(parts)}`}.`
    })
    .join(' ')
}
