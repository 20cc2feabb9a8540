import type { Account } from '../Account.js'
import { capital, figure, listed, monthYear, small, spaced } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { textWidth, wrapText } from '../render/textWidth.js'
import { plotWidth } from '../render/theme.js'
import {
  brief,
  colourScale,
  dashScale,
  niceSteps,
  stepFormat,
  timeAxis,
  yearOfDay,
} from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const columns = 2
const gapBetween = 56
const width = (plotWidth - gapBetween) / columns
const height = 120

/** Panels of one picture, lines of one panel, and points of one line at most. */
const mostPanels = 8
const mostLines = 12
const mostPoints = 60
/** Units that are drawn one by one at most; more are drawn as means of groups or states. */
const fewUnits = 6

/** What other pictures show. */
const shownElsewhere = new Set([
  'agreements',
  'concluded',
  'deposition',
  'emissions',
  'eras',
  'gateOpen',
  'holding',
  'nationalEmissions',
  'policy',
  'position',
  'pressure',
  'reach',
  'roles',
  'stance',
])

interface Line {
  /** What it is of, dimension by dimension. */
  readonly of: readonly string[]
  readonly series: Float64Array
}

interface Panel {
  readonly measure: string
  readonly title: string
  readonly unit: string
  readonly lines: readonly Line[]
  /** Lines that there would be besides, smaller than those that are drawn. */
  readonly left: number
}

/**
 * Small multiples of what was measured and no other picture shows: a panel a measure, groups or classes as lines. So
 * what a user's own mechanism brings comes out as well.
 */
export function measuresPictures(account: Account): Picture[] {
  const { tracks } = account
  const found = tracks.measures
    .filter((measure) => !shownElsewhere.has(measure))
    .map((measure) => panelOf(account, measure))
  const panels = found.filter(({ lines }) => lines.length > 0)
  const still = found.filter(({ lines }) => lines.length === 0).map(({ title }) => small(title))
  const pictures = Math.ceil(panels.length / mostPanels)
  return Array.from({ length: pictures }, (_, k) => {
    const own = panels.slice(k * mostPanels, (k + 1) * mostPanels)
    return picture(account, own, k, pictures, k === pictures - 1 ? still : [])
  })
}

function panelOf(account: Account, measure: string): Panel {
  const { tracks } = account
  const all = linesOf(account, measure).filter(({ series }) => changes(series))
  const broadest = all.length > mostLines ? broadestOf(account, all) : undefined
  const lines =
    broadest === undefined
      ? all
      : all
          .filter(({ of }) => of[0] === broadest)
          .map((line) => ({ ...line, of: line.of.slice(1) }))
  const size = ({ series }: Line) =>
    series.reduce((most, v) => Math.max(most, Number.isNaN(v) ? 0 : Math.abs(v)), 0)
  const largest = [...lines].sort((a, b) => size(b) - size(a)).slice(0, mostLines)
  return {
    measure,
    title: broadest ? `${tracks.title(measure)}: ${small(broadest)}` : tracks.title(measure),
    unit: tracks.unit(measure),
    lines: lines.filter((line) => largest.includes(line)),
    left: lines.length - largest.length,
  }
}

/** Of too many lines those of the largest group are kept, if they are of groups and something else. */
function broadestOf({ cast }: Account, lines: readonly Line[]): string | undefined {
  if (lines.some(({ of }) => of.length < 2)) return undefined
  const firsts = new Set(lines.map(({ of }) => of[0]))
  const groups = cast.groups.filter(({ title }) => firsts.has(title))
  if (groups.length < firsts.size) return undefined
  return groups.reduce((a, b) => (b.members.size > a.members.size ? b : a)).title
}

/** Every series of a measure; where it is taken of many units, the means of groups of them. */
function linesOf(account: Account, measure: string): readonly Line[] {
  const { cast, tracks } = account
  const series = tracks.all(measure)
  const units = new Map(cast.units.map((unit) => [unit.id, unit]))
  const dimensions = tracks.subjects(measure)
  const varying = dimensions.map((ids) => ids.length > 1)
  const [first = []] = dimensions
  if (first.length <= fewUnits || !first.every((id) => units.has(id)))
    return series.map(({ subjects, series }) => ({
      of: namesOf(account, subjects, varying),
      series,
    }))

  const sets = cast.groups.filter(({ members }) => first.some((id) => members.has(id)))
  const groups =
    sets.length > 0
      ? sets.map(({ title, members }) => ({ title, has: (id: string) => members.has(id) }))
      : cast.states.map(({ id: state, title }) => ({
          title,
          has: (id: string) => units.get(id)?.state === state,
        }))
  const rest = [...new Set(series.map(({ subjects }) => JSON.stringify(subjects.slice(1))))]
  return rest.flatMap((key) => {
    const about = namesOf(account, JSON.parse(key) as string[], varying.slice(1))
    const own = series.filter(({ subjects }) => JSON.stringify(subjects.slice(1)) === key)
    return groups.flatMap(({ title, has }) => {
      const members = own.filter(({ subjects }) => has(subjects[0])).map((one) => one.series)
      return members.length === 0
        ? []
        : [{ of: [title, ...about], series: meanOf(members, tracks.n) }]
    })
  })
}

/** What subjects are called, without those dimensions in which there is but one. */
function namesOf(
  { cast }: Account,
  subjects: readonly string[],
  varying: readonly boolean[],
): string[] {
  return subjects
    .filter((_, d) => varying[d])
    .map((id) => {
      const title = cast.anything(id)
      return title === id && /^[a-z]/.test(id) ? capital(spaced(id)) : title
    })
}

function meanOf(series: readonly Float64Array[], n: number): Float64Array {
  const mean = new Float64Array(n)
  for (let tick = 0; tick < n; tick++) {
    const values = series.map((one) => one[tick]).filter((v) => !Number.isNaN(v))
    mean[tick] = values.reduce((sum, v) => sum + v, 0) / values.length
  }
  return mean
}

function changes(series: Float64Array): boolean {
  const known = series.filter((v) => !Number.isNaN(v))
  return known.some((v) => v !== known[0])
}

function picture(
  account: Account,
  panels: readonly Panel[],
  k: number,
  of: number,
  still: readonly string[],
): Picture {
  const { tracks } = account
  const title = `What else was measured${of > 1 ? ` (${k + 1} of ${of})` : ''}`
  const description = panels.map((panel) => describe(panel)).join(' ')
  const quiet = still.length === 0 ? '' : ` Not drawn, because nothing changed: ${listed(still)}.`
  return {
    id: k === 0 ? 'measures' : `measures-${k + 1}`,
    title,
    caption: `Every panel has its own scale; of many units the means of groups or states are drawn.${quiet}`,
    description,
    table: {
      head: ['Measure', 'Of', monthYear(tracks.days[0]), monthYear(tracks.days[tracks.n - 1])],
      rows: panels.flatMap(({ title: name, unit, lines }) =>
        lines.map(({ of, series }) => [
          unit === '1' ? name : `${name} (${unit})`,
          of.join(', '),
          figure(series[0]),
          figure(series[series.length - 1]),
        ]),
      ),
    },
    spec: frame({
      title,
      subtitle: 'Measures that no other chart shows, over time.',
      source: sourceLine(account),
      panels: [
        {
          concat: panels.map((panel) => drawn(account, panel)),
          columns,
          spacing: { row: 30, column: gapBetween },
          resolve: { scale: { color: 'independent', strokeDash: 'independent', y: 'independent' } },
        },
      ],
      description,
    }),
  }
}

function drawn(account: Account, { title, unit, lines, left }: Panel): Part {
  const { tracks } = account
  const every = Math.max(1, Math.ceil(tracks.n / mostPoints))
  const ticks = tracks.days
    .map((_, tick) => tick)
    .filter((tick) => (tracks.n - 1 - tick) % every === 0)
  const labels = distinct(lines.map(({ of }) => of))
  const values = lines.flatMap(({ series }, at) =>
    ticks.map((tick) => ({
      year: yearOfDay(tracks.days[tick]),
      of: labels[at],
      value: Number.isFinite(series[tick]) ? brief(series[tick], 4) : null,
    })),
  )
  const known = values.flatMap(({ value }) => value ?? [])
  const steps = niceSteps(Math.max(0, ...known), 4)
  const lowest = Math.min(0, ...known)
  const legend =
    lines.length === 1
      ? null
      : {
          title: null,
          orient: 'bottom',
          symbolSize: 400,
          columns: Math.max(...labels.map((text) => textWidth(text, 12))) > width / 2 - 34 ? 1 : 2,
        }
  const more = left > 0 ? [`the ${lines.length} largest of ${lines.length + left}`] : []
  const what = [...(unit === '1' ? [] : [unit]), ...more].join('; ')
  return {
    title: {
      text: wrapText(what === '' ? title : `${title} (${what})`, width, 13, true),
      fontSize: 13,
      offset: 6,
    },
    width,
    height,
    data: { values },
    mark: { type: 'line', strokeWidth: 1.8 },
    encoding: {
      x: timeAxis(account, {}, 6),
      y: {
        field: 'value',
        type: 'quantitative',
        scale: { domain: [lowest, steps[steps.length - 1]], nice: false },
        axis: {
          title: null,
          ...(lowest < 0 ? { tickCount: 4 } : { values: steps }),
          format: stepFormat(steps),
        },
      },
      color: { field: 'of', type: 'nominal', scale: colourScale(labels), legend },
      strokeDash: { field: 'of', type: 'nominal', scale: dashScale(labels), legend },
    },
  }
}

/** Legends tell lines apart by their names, so those must differ, and fit below a panel. */
function distinct(names: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>()
  return names.map((of) => {
    const text = fitted(of)
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    return times === 1 ? text : `${text} (${times})`
  })
}

/** The first part is shortened: it tells less than what follows. */
function fitted([first = '', ...rest]: readonly string[]): string {
  const whole = (part: string) => [part, ...rest].join(', ')
  const fits = (text: string) => textWidth(text, 12) <= width - 45
  if (fits(whole(first))) return whole(first)
  let short = first
  while (short.length > 8 && !fits(whole(`${short}…`))) short = short.slice(0, -1)
  return whole(`${short.trimEnd()}…`)
}

function describe({ title, lines }: Panel): string {
  const told = lines
    .slice(0, 4)
    .map(
      ({ of, series }) =>
        `${of.length === 0 ? '' : `${of.join(', ')} `}from ${figure(series[0])} to ${figure(series[series.length - 1])}`,
    )
  const more = lines.length > 4 ? [`${lines.length - 4} more`] : []
  return `${title}: ${listed([...told, ...more])}.`
}
