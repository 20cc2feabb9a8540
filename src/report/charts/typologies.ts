import type { Account } from '../Account.js'
import { capital, counted, decimal, listed, monthYear, typeWords } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { palette, plotWidth } from '../render/theme.js'
import { colourScale, dashScale, niceSteps, timeAxis, yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const gapBetween = 60
const width = (plotWidth - gapBetween) / 2
const height = 170

/** Apart in colour with any colour vision, and from light to dark, so that stacks stay apart in grey. */
const shades = [palette.sky, palette.orange, '#5b2a6e', palette.green]

interface Typology {
  readonly measure: string
  readonly title: string
  /** What is counted, in the plural. */
  readonly of: string
  /** Whether what is counted falls into one type only, so that types add up to a whole. */
  readonly apart: boolean
}

const typologies: readonly Typology[] = [
  { measure: 'stance', title: 'Stance toward the centre', of: 'sides of ties', apart: true },
  { measure: 'reach', title: 'Reach (Duchacek)', of: 'ties', apart: true },
  { measure: 'roles', title: 'Roles of units (Parkes)', of: 'units', apart: false },
  { measure: 'eras', title: 'Eras (Bianchi)', of: 'ties and memberships', apart: true },
]

interface Type {
  readonly id: string
  readonly title: string
  readonly shade: string
  readonly series: Float64Array
}

interface Shown extends Typology {
  readonly types: readonly Type[]
}

/** The ties of a run by the typologies of the field: stance, reach, roles, eras. */
export function typologiesPicture(account: Account): Picture | undefined {
  const { tracks } = account
  const shown = typologies.filter(({ measure }) => tracks.has(measure)).map(typed)
  if (!shown.some(({ types }) => types.some(({ series }) => series.some((v) => v > 0))))
    return undefined
  const ticks = yearEnds(account)
  const description = describe(shown, ticks)
  const title = 'What kind of ties'
  const spec = frame({
    title,
    subtitle: "Ties and units at the end of each year, by four of the field's typologies.",
    source: sourceLine(account),
    panels: [
      {
        concat: shown.map((typology) => panel(account, typology, ticks)),
        columns: 2,
        spacing: { row: 26, column: gapBetween },
        resolve: { scale: { color: 'independent', y: 'independent', strokeDash: 'independent' } },
      },
    ],
    description,
  })
  return {
    id: 'typologies',
    title,
    caption:
      "Stance: how each side of a tie stands to its own centre; where there is no issue or no line on it, it runs parallel. Reach: between units that touch across the border, between units of neighbouring states, or beyond. Roles, of which a unit may have several: it acts abroad itself, hosts others' bodies, or carries what it learned abroad into its own policy. Eras: twinning that builds peace, work together on a common task, networks (with every membership) and exchange.",
    description,
    table: {
      head: ['From', ...shown.flatMap(({ types }) => types.map((type) => type.title))],
      rows: ticks.map((tick) => [
        monthYear(tracks.days[tick]),
        ...shown.flatMap(({ types }) => types.map(({ series }) => decimal(series[tick], 0))),
      ]),
    },
    spec,
  }

  function typed(typology: Typology): Shown {
    const ids = tracks.subjects(typology.measure)[0] ?? []
    const types = ids
      .map((id, at) => ({
        id,
        title: id === 'none' ? 'Of none' : typeWords(id),
        // What belongs to no type stands apart from the types, which keep their colours.
        shade: id === 'none' ? '#bbbbbb' : shades[at % shades.length],
        series: tracks.find(typology.measure, id) ?? new Float64Array(tracks.n),
      }))
      .filter(({ id, series }) => id !== 'none' || series.some((v) => v > 0))
    return { ...typology, types }
  }
}

function panel(account: Account, shown: Shown, ticks: readonly number[]): Part {
  const { tracks } = account
  const { title, of, types, apart } = shown
  const values = ticks.flatMap((tick) => {
    const year = Math.floor(yearOfDay(tracks.days[tick]))
    let below = 0
    return types.map(({ title: type, series }) => {
      const count = series[tick]
      const from = apart ? below : 0
      below += count
      return { year, type, count, from, upTo: from + count }
    })
  })
  const most = ticks.map((tick) =>
    types.reduce(
      (sum, { series }) => (apart ? sum + series[tick] : Math.max(sum, series[tick])),
      0,
    ),
  )
  const steps = niceSteps(Math.max(1, ...most)).filter(Number.isInteger)
  const domain = types.map((type) => type.title)
  const y = {
    field: 'count',
    type: 'quantitative',
    scale: { domain: [0, Math.max(steps[steps.length - 1], ...most)], nice: false },
    axis: { title: capital(of), format: ',d', values: steps },
  } as const
  const legend = { title: null, orient: 'bottom', columns: 2, columnPadding: 12 }
  const axis = timeAxis(account, {}, 6)
  return {
    title: { text: title, fontSize: 13, offset: 6 },
    width,
    height,
    data: { values },
    ...(apart
      ? {
          transform: [
            { filter: 'datum.count > 0' },
            { calculate: 'datum.year + 0.92', as: 'until' },
            { calculate: 'datum.year + 0.08', as: 'year' },
          ],
          mark: { type: 'rect' },
          encoding: {
            x: axis,
            x2: { field: 'until' },
            y: { ...y, field: 'from' },
            y2: { field: 'upTo' },
            color: {
              field: 'type',
              type: 'nominal',
              scale: { domain, range: types.map(({ shade }) => shade) },
              legend: { ...legend, symbolType: 'square' },
            },
          },
        }
      : {
          mark: { type: 'line' },
          encoding: {
            x: axis,
            y,
            color: {
              field: 'type',
              type: 'nominal',
              scale: colourScale(domain),
              legend: { ...legend, symbolSize: 500 },
            },
            strokeDash: {
              field: 'type',
              type: 'nominal',
              scale: dashScale(domain),
              legend: { ...legend, symbolSize: 500 },
            },
          },
        }),
  }
}

function describe(shown: readonly Shown[], ticks: readonly number[]): string {
  const last = ticks[ticks.length - 1]
  return shown
    .map(({ of, title, types, apart }) => {
      const counts = types.map(({ title: type, series }) => ({ type, n: series[last] }))
      const sum = counts.reduce((all, { n }) => all + n, 0)
      const parts = counts
        .filter(({ n }) => n > 0)
        .map(({ type, n }) => `${decimal(n, 0)} ${type.toLowerCase()}`)
      const all = apart ? `${counted(sum, of, of)}, ${listed(parts)}` : `${of}: ${listed(parts)}`
      return `${title}: at the end ${sum === 0 ? `no ${of}` : all}.`
    })
    .join(' ')
}
