import { type ArchivedRun, type DataTable, isText, textsOf } from '../../archive/index.js'
import { parseDate, Timeline } from '../../calendar/index.js'
import type { SeriesSymbol, Source, SymbolTable } from '../../expression/index.js'

/** One recorded measure: where the series of each choice of subjects stands. */
interface Track {
  readonly title: string
  readonly meaning: string
  readonly unit: string
  readonly subjects: readonly (readonly string[])[]
  readonly values: ReadonlyMap<string, Float64Array>
}

/** Joins subjects to the key of a series. */
function keyOf(subjects: readonly string[]): string {
  return JSON.stringify(subjects)
}

/** What was measured in a run, by measure and subjects, tick by tick; formulas can be evaluated on it. */
export class Tracks implements Source {
  readonly timeline: Timeline
  /** Number of ticks. */
  readonly n: number
  /** First day of each tick. */
  readonly days: readonly number[]
  private readonly tracks = new Map<string, Track>()

  constructor({ measures, actors, manifest }: ArchivedRun) {
    const { start, end, ticksPerYear } = manifest.timeline
    this.timeline = new Timeline(parseDate(start) ?? 0, parseDate(end) ?? 0, ticksPerYear)
    this.n = measures.rows
    this.days = Array.from({ length: this.n }, (_, tick) => this.timeline.start(tick))
    this.add(measures, undefined)
    const ids = textsOf(actors, 'actor')
    const width = this.n === 0 ? 0 : ids.length / this.n
    this.add(actors, ids.slice(0, width))
  }

  /** The series of one measure for these subjects, if it was recorded. */
  find(measure: string, ...subjects: string[]): Float64Array | undefined {
    return this.tracks.get(measure)?.values.get(keyOf(subjects))
  }

  /** What a measure was taken of, dimension by dimension; empty if it was not recorded. */
  subjects(measure: string): readonly (readonly string[])[] {
    return this.tracks.get(measure)?.subjects ?? []
  }

  /** Names of all that was measured, in the order of the tables. */
  get measures(): readonly string[] {
    return [...this.tracks.keys()]
  }

  /** Every series of a measure, with what it is about. */
  all(
    measure: string,
  ): readonly { readonly subjects: readonly string[]; readonly series: Float64Array }[] {
    const values = this.tracks.get(measure)?.values ?? new Map<string, Float64Array>()
    return [...values].map(([key, series]) => ({ subjects: JSON.parse(key) as string[], series }))
  }

  title(measure: string): string {
    return this.tracks.get(measure)?.title ?? measure
  }

  has(measure: string): boolean {
    return this.tracks.has(measure)
  }

  unit(measure: string): string {
    return this.tracks.get(measure)?.unit ?? ''
  }

  startOfTick(k: number): number {
    return this.timeline.start(k)
  }

  tickOf(day: number): number {
    return this.timeline.tickOf(day)
  }

  series(name: string, args: readonly string[]): Float64Array {
    const found = this.find(name, ...args)
    if (found === undefined) throw new Error(`no series of ${name} for ${args.join(', ')}`)
    return found
  }

  /** The names that formulas about this run may use. */
  symbols(): SymbolTable {
    const series: Record<string, SeriesSymbol> = {}
    for (const [name, { meaning, subjects }] of this.tracks)
      series[name] = { summary: meaning, subjects }
    return { series, constants: {} }
  }

  /** Tick of a day; ticks beyond the run are its last. */
  tickWithin(day: number): number {
    if (day < this.days[0]) return 0
    let tick = this.n - 1
    while (tick > 0 && this.days[tick] > day) tick--
    return tick
  }

  private add(table: DataTable, actors: readonly string[] | undefined): void {
    for (const column of table.columns) {
      const { measure, subjects, title, meaning, unit } = column
      if (measure === undefined || subjects === undefined || isText(column)) continue
      const track = this.tracks.get(measure) ?? {
        title: bareTitle(title, subjects),
        meaning,
        unit,
        subjects: [],
        values: new Map(),
      }
      const values = new Map(track.values)
      const heads = actors ?? [undefined]
      heads.forEach((actor, at) => {
        const series = new Float64Array(this.n)
        for (let tick = 0; tick < this.n; tick++)
          series[tick] = column.values[tick * heads.length + at]
        // An actor that the measure leaves out has empty cells throughout.
        if (actor !== undefined && series.every(Number.isNaN)) return
        values.set(keyOf(actor === undefined ? subjects : [actor, ...subjects]), series)
      })
      this.tracks.set(measure, { ...track, subjects: dimensions([...values.keys()]), values })
    }
  }
}

/** The measure's own title: a column's also names what it is about. */
function bareTitle(title: string, subjects: readonly string[]): string {
  const about = subjects.map((subject) => `, ${subject}`).join('')
  return title.endsWith(about) ? title.slice(0, title.length - about.length) : title
}

function dimensions(keys: readonly string[]): readonly (readonly string[])[] {
  const lists: Set<string>[] = []
  for (const key of keys) {
    const subjects = JSON.parse(key) as string[]
    subjects.forEach((subject, d) => {
      lists[d] ??= new Set()
      lists[d].add(subject)
    })
  }
  return lists.map((list) => [...list])
}
