import type { Account } from '../Account.js'
import { figure, listed, monthYear, small, typeWords, unitWords } from '../reading/words.js'
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

/** Panels of one picture, lines of one panel, and spans of time of one line at most. */
const mostPanels = 8
const mostLines = 12
const mostSpans = 60
/** What changes no oftener and in the last tick again is no history: it was looked at too seldom. */
const fewChanges = 3
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
  /** Whether lines are means of units. */
  readonly means: boolean
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
    .flatMap((measure) => panelsOf(account, measure))
  const ofGroups = found.filter(({ means }) => !means)
  const told = found.filter(
    ({ lines, means }) => !means || !ofGroups.some((panel) => same(panel.lines, lines)),
  )
  const final = told.filter((panel) => panel.lines.length > 0 && seldom(account, panel))
  const panels = told.filter((panel) => panel.lines.length > 0 && !final.includes(panel))
  const still = found.filter(({ lines }) => lines.length === 0).map(({ title }) => small(title))
  const pictures = Math.ceil(panels.length / mostPanels)
  return Array.from({ length: pictures }, (_, k) => {
    const own = panels.slice(k * mostPanels, (k + 1) * mostPanels)
    const last = k === pictures - 1
    return picture(account, own, k, pictures, last ? still : [], last ? final : [])
  })
}

/** The panel of a measure; lines with units of their own, as in `1 or person`, have a panel each. */
function panelsOf(account: Account, measure: string): Panel[] {
  const { tracks } = account
  const { lines: every, means } = linesOf(account, measure)
  const units = tracks.unit(measure).split(' or ')
  const sets =
    units.length > 1 && units.length === every.length ? every.map((line) => [line]) : [every]
  return sets.map((set, k) => {
    const all = set.filter(({ series }) => changes(series))
    const broadest = all.length > mostLines ? broadestOf(account, all) : undefined
    const lines = broadest === undefined ? all : all.filter(({ of }) => of[0] === broadest)
    const size = ({ series }: Line) =>
      series.reduce((most, v) => Math.max(most, Number.isNaN(v) ? 0 : Math.abs(v)), 0)
    const largest = [...lines].sort((a, b) => size(b) - size(a)).slice(0, mostLines)
    const shared = sharedBy(largest)
    const about = (largest[0]?.of ?? []).filter((_, d) => shared[d]).map(inTitle(account, measure))
    return {
      measure,
      title: [tracks.title(measure), ...(about.length === 0 ? [] : [about.join(', ')])].join(': '),
      unit: units.length === sets.length ? units[k] : tracks.unit(measure),
      means,
      lines: lines
        .filter((line) => largest.includes(line))
        .map(({ of, series }) => ({ of: of.filter((_, d) => !shared[d]), series })),
      left: lines.length - largest.length,
    }
  })
}

/** Groups and types are written small within a title, names are not. */
function inTitle({ cast, tracks }: Account, measure: string): (part: string) => string {
  const types = tracks.subjects(measure).flat().map(typeWords)
  const words = new Set([...cast.groups.map(({ title }) => title), ...types])
  const names = new Set(cast.states.map(({ title }) => title))
  return (part) => (words.has(part) && !names.has(part) ? small(part) : part)
}

/** What all lines have in common is told once, above them. */
function sharedBy(lines: readonly Line[]): readonly boolean[] {
  const [first] = lines
  return (first?.of ?? []).map((part, d) => lines.every(({ of }) => of[d] === part))
}

/** Of too many lines those of the largest group or state are kept, if they are of such and something else. */
function broadestOf({ cast }: Account, lines: readonly Line[]): string | undefined {
  if (lines.some(({ of }) => of.length < 2)) return undefined
  const firsts = new Set(lines.map(({ of }) => of[0]))
  const sizes = new Map(cast.groups.map(({ title, members }) => [title, members.size]))
  for (const { id, title } of cast.states)
    sizes.set(title, cast.units.filter(({ state }) => state === id).length)
  const known = [...firsts].filter((title) => sizes.has(title))
  if (known.length < firsts.size) return undefined
  return known.reduce((a, b) => (sizes.get(b)! > sizes.get(a)! ? b : a))
}

/** The means of a measure of units may be what a measure of groups shows already. */
function same(some: readonly Line[], others: readonly Line[]): boolean {
  const equal = (a: Float64Array, b: Float64Array) => a.every((v, t) => Object.is(v, b[t]))
  return (
    some.length > 0 &&
    some.length === others.length &&
    some.every(({ of, series }, k) => {
      return of.join() === others[k].of.join() && equal(series, others[k].series)
    })
  )
}

function seldom({ tracks }: Account, { lines }: Panel): boolean {
  const moves = new Set(
    lines.flatMap(({ series }) =>
      [...series.keys()].filter((t) => t > 0 && !Object.is(series[t], series[t - 1])),
    ),
  )
  return tracks.n > 10 * fewChanges && moves.size <= fewChanges && moves.has(tracks.n - 1)
}

/** Every series of a measure; where it is taken of many units, the means of groups of them. */
function linesOf(account: Account, measure: string): { lines: readonly Line[]; means: boolean } {
  const { cast, tracks } = account
  const series = tracks.all(measure)
  const units = new Map(cast.units.map((unit) => [unit.id, unit]))
  const dimensions = tracks.subjects(measure)
  const varying = dimensions.map((ids) => ids.length > 1)
  const [first = []] = dimensions
  if (first.length <= fewUnits || !first.every((id) => units.has(id)))
    return {
      lines: series.map(({ subjects, series }) => ({
        of: namesOf(account, subjects, varying),
        series,
      })),
      means: false,
    }

  const sets = cast.groups
    .filter(({ members }) => first.some((id) => members.has(id)))
    .map(({ title, members }) => ({ title, has: (id: string) => members.has(id) }))
  // Units of no group are told by state, unless there are too many states for that.
  const others = cast.states
    .map(({ id: state, title }) => ({
      title,
      has: (id: string) => units.get(id)?.state === state,
    }))
    .filter(({ has }) => !first.some((id) => has(id) && sets.some((set) => set.has(id))))
  const groups =
    sets.length > 0 && sets.length + others.length > mostLines ? sets : [...sets, ...others]
  const rest = [...new Set(series.map(({ subjects }) => JSON.stringify(subjects.slice(1))))]
  const lines = rest.flatMap((key) => {
    const about = namesOf(account, JSON.parse(key) as string[], varying.slice(1))
    const own = series.filter(({ subjects }) => JSON.stringify(subjects.slice(1)) === key)
    return groups.flatMap(({ title, has }) => {
      const members = own.filter(({ subjects }) => has(subjects[0])).map((one) => one.series)
      return members.length === 0
        ? []
        : [{ of: [title, ...about], series: meanOf(members, tracks.n) }]
    })
  })
  return { lines, means: true }
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
      return title === id && /^[a-z]/.test(id) ? typeWords(id) : title
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
  final: readonly Panel[],
): Picture {
  const { tracks } = account
  const title = `What else was measured${of > 1 ? ` (${k + 1} of ${of})` : ''}`
  const description = panels.map((panel) => describe(panel)).join(' ')
  const quiet = still.length === 0 ? '' : ` Not drawn, because nothing changed: ${listed(still)}.`
  const ends = final
    .map((panel) => ` Not drawn, because seldom looked at: ${atEnd(panel)}.`)
    .join('')
  return {
    id: k === 0 ? 'measures' : `measures-${k + 1}`,
    title,
    caption: `Every panel has its own scale. Lines that never change are left out.${quiet}${ends}`,
    description,
    table: {
      head: ['Measure', 'Of', monthYear(tracks.days[0]), monthYear(tracks.days[tracks.n - 1])],
      rows: [...panels, ...final].flatMap((panel) =>
        panel.lines.map(({ of, series }) => [
          headOf(panel),
          of.join(', '),
          final.includes(panel) ? '–' : figure(series[0]),
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

/** A panel's title, with the unit and what else a reader must know of its lines. */
function headOf({ title, unit, means, lines, left }: Panel): string {
  const notes = [
    ...(unit === '1' || title.toLowerCase().includes(unit) ? [] : [unitWords(unit)]),
    ...(means ? ['mean of units'] : []),
    ...(left > 0 ? [`the ${lines.length} largest of ${lines.length + left}`] : []),
  ]
  return notes.length === 0 ? title : `${title} (${notes.join('; ')})`
}

/** `Gravity: distance −0.8, size 0.6`. */
function atEnd({ title, lines }: Panel): string {
  const values = lines.map(({ of, series }) =>
    `${small(of.join(', '))} ${figure(series[series.length - 1])}`.trim(),
  )
  return `${small(title)} (at the end ${listed(values)})`
}

/**
 * Ticks at which a line is drawn: the last of every span of time, and within it the lowest and the highest where they
 * stand out, so that what lasts but a month is seen.
 */
function ticksOf(series: Float64Array): readonly number[] {
  const n = series.length
  const every = Math.max(1, Math.ceil(n / mostSpans))
  const known = series.filter((v) => !Number.isNaN(v))
  const little = 0.05 * (Math.max(...known) - Math.min(...known))
  const ticks: number[] = []
  for (let to = ((n - 1) % every) + 1; to <= n; to += every) {
    const last = to - 1
    const before = series[Math.max(0, to - 1 - every)]
    const [low, high] = [Math.min(before, series[last]), Math.max(before, series[last])]
    let [lowest, highest] = [last, last]
    for (let t = Math.max(0, to - every); t < to; t++) {
      if (series[t] < series[lowest]) lowest = t
      if (series[t] > series[highest]) highest = t
    }
    const out = [
      ...(series[lowest] < low - little ? [lowest] : []),
      ...(series[highest] > high + little ? [highest] : []),
    ]
    ticks.push(...out.filter((t) => t !== last).sort((x, y) => x - y), last)
  }
  return ticks
}

function drawn(account: Account, panel: Panel): Part {
  const { lines } = panel
  const { tracks } = account
  const labels = distinct(lines.map(({ of }) => of))
  const values = lines.flatMap(({ series }, at) =>
    ticksOf(series).map((tick) => ({
      year: yearOfDay(tracks.days[tick]),
      of: labels[at],
      value: Number.isFinite(series[tick]) ? brief(series[tick], 4) : null,
    })),
  )
  const known = values.flatMap(({ value }) => value ?? [])
  const steps = niceSteps(Math.max(0, ...known), 4)
  const lowest = Math.min(0, ...known)
  const legend =
    lines.length === 1 && labels[0] === ''
      ? null
      : {
          title: null,
          orient: 'bottom',
          symbolSize: 400,
          columns: Math.max(...labels.map((text) => textWidth(text, 12))) > width / 2 - 34 ? 1 : 2,
        }
  return {
    title: {
      text: wrapText(headOf(panel), width, 13, true),
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
