import type { Timeline } from '../calendar/index.js'
import type { AnyMeasure, Subject } from '../contract/index.js'
import type { World } from '../world/index.js'
import type { Recording } from './run.js'

/** Keeps what the measures see. It only reads the world. */
export class Recorder {
  readonly recordings = new Map<string, Recording>()
  private readonly measures: readonly {
    readonly measure: AnyMeasure
    readonly recording: Recording
    /** Ticks from one observation to the next. */
    readonly period: number
  }[]
  private readonly last: number
  private readonly world: World
  private readonly when = { tick: 0, day: 0, dt: 0 }

  /** @param ticks how many ticks the run has; observations fall as they do in a run of the whole timeline */
  constructor(world: World, measures: readonly AnyMeasure[], ticks: number, timeline: Timeline) {
    this.world = world
    this.last = timeline.n - 1
    this.measures = measures.map((measure) => {
      const subjects = measure.of.map((subject) => subjectIds(world, subject))
      const width = subjects.reduce((product, ids) => product * ids.length, 1)
      const { name, title, unit, whole = false, every } = measure
      const period = every === undefined ? 1 : Math.max(1, Math.round(every / timeline.dt))
      const meaning = period === 1 ? measure.meaning : `${measure.meaning}; ${cadence(every)}`
      const of = measure.of.map((subject) => (typeof subject === 'object' ? subject.name : subject))
      const values = new Float64Array(width * ticks)
      const recording = { name, title, meaning, unit, whole, of, subjects, width, values }
      this.recordings.set(name, recording)
      return { measure, recording, period }
    })
  }

  record(tick: number, day: number, dt: number): void {
    this.when.tick = tick
    this.when.day = day
    this.when.dt = dt
    for (const { measure, recording, period } of this.measures) {
      const { values, width } = recording
      const at = tick * width
      if (tick === 0 || (this.last - tick) % period === 0) {
        this.world.scratch.clear()
        measure.observe(this.world, values, at, this.when)
      } else values.copyWithin(at, at - width, at)
    }
  }

  /** The recordings of the first ticks, without copying. */
  until(ticks: number): ReadonlyMap<string, Recording> {
    const parts = [...this.recordings].map(([name, recording]) => {
      const { values, width } = recording
      return [name, { ...recording, values: values.subarray(0, ticks * width) }] as const
    })
    return new Map(parts)
  }

  /** What has been recorded so far. */
  copy(): readonly Float64Array[] {
    return this.measures.map(({ recording }) => recording.values.slice())
  }

  paste(recorded: readonly Float64Array[]): void {
    this.measures.forEach(({ recording }, at) => {
      recording.values.set(recorded[at].subarray(0, recording.values.length))
    })
  }
}

function cadence(every: number | undefined): string {
  return every === 1 ? 'taken once a year' : `taken every ${every} years`
}

/** The ids that a measure's dimension runs over, in row order. */
export function subjectIds(world: World, subject: Subject): readonly string[] {
  if (typeof subject === 'object') return subject.ids
  if (subject === 'states') return Array.from(world.states, (s) => world.actors.ids[s])
  if (subject === 'units') return Array.from(world.units, (u) => world.actors.ids[u])
  return world.view(subject).ids
}
