import type { Story } from './story.js'
import { figure, listed, small, typeWords } from './words.js'

/** Lines of one panel at most. */
const mostLines = 12
/** What changes no oftener and in the last tick again is no history: it was looked at too seldom. */
const fewChanges = 3
/** Units that are drawn one by one at most; more are drawn as means of groups or states. */
const fewUnits = 6

/** Of a story, who is in it and what was measured. */
type Told = Pick<Story, 'cast' | 'tracks'>

/** What pictures and sentences of their own tell. */
const toldElsewhere = new Set([
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

export interface Line {
  /** What it is of, dimension by dimension. */
  readonly of: readonly string[]
  readonly series: Float64Array
}

export interface Panel {
  readonly measure: string
  readonly title: string
  readonly unit: string
  readonly lines: readonly Line[]
  /** Whether lines are means of units. */
  readonly means: boolean
  /** Lines that there would be besides, smaller than those that are drawn. */
  readonly left: number
}

/** What was measured and is told nowhere else. */
export interface OtherPanels {
  /** What changed over time. */
  readonly panels: readonly Panel[]
  /** What was looked at too seldom for a history. */
  readonly final: readonly Panel[]
  /** Titles of what never changed. */
  readonly still: readonly string[]
}

/** Whatever no picture of its own shows, a user's own measures included. */
export function otherPanels(story: Told): OtherPanels {
  const found = story.tracks.measures
    .filter((measure) => !toldElsewhere.has(measure))
    .flatMap((measure) => panelsOf(story, measure))
  const ofGroups = found.filter(({ means }) => !means)
  const told = found.filter(
    ({ lines, means }) => !means || !ofGroups.some((panel) => same(panel.lines, lines)),
  )
  const moving = told.filter(({ lines }) => lines.length > 0)
  const final = moving.filter((panel) => seldom(story, panel))
  return {
    panels: moving.filter((panel) => !final.includes(panel)),
    final,
    still: found.filter(({ lines }) => lines.length === 0).map(({ title }) => small(title)),
  }
}

/** Where the lines of a panel begin and end: `Acid from 1 to 2 and Dust from 3 to 4`. */
export function coursesIn({ lines }: Panel, most: number): string {
  const told = lines
    .slice(0, most)
    .map(
      ({ of, series }) =>
        `${of.length === 0 ? '' : `${of.join(', ')} `}from ${figure(series[0])} to ${figure(series[series.length - 1])}`,
    )
  const left = lines.length - told.length
  return listed([...told, ...(left > 0 ? [`${left} more`] : [])])
}

/** The panel of a measure; lines with units of their own, as in `1 or person`, have a panel each. */
export function panelsOf(account: Told, measure: string): Panel[] {
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
function inTitle({ cast, tracks }: Told, measure: string): (part: string) => string {
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
function broadestOf({ cast }: Told, lines: readonly Line[]): string | undefined {
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

function seldom({ tracks }: Told, { lines }: Panel): boolean {
  const moves = new Set(
    lines.flatMap(({ series }) =>
      [...series.keys()].filter((t) => t > 0 && !Object.is(series[t], series[t - 1])),
    ),
  )
  return tracks.n > 10 * fewChanges && moves.size <= fewChanges && moves.has(tracks.n - 1)
}

/** Every series of a measure; where it is taken of many units, the means of groups of them. */
function linesOf(account: Told, measure: string): { lines: readonly Line[]; means: boolean } {
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
  { cast }: Told,
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
