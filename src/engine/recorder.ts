import type { Timeline } from '../calendar/index.js'
import type { AnyMeasure, Subject } from '../contract/index.js'
import type { World } from '../world/index.js'
import type { Recording } from './run.js'

/** What is recorded of one measure, and how often: the same in all runs of a model. */
export interface Layout {
  readonly measure: AnyMeasure
  readonly head: Omit<Recording, 'values'>
  /** Ticks from one observation to the next. */
  readonly period: number
}

/** Lays out the recordings of these measures. */
export function layOut(
  world: World,
  measures: readonly AnyMeasure[],
  timeline: Timeline,
): readonly Layout[] {
  return measures.map((measure) => {
    const subjects = measure.of.map((subject) => subjectIds(world, subject))
    const width = subjects.reduce((product, ids) => product * ids.length, 1)
    const { name, title, unit, whole = false, every = 0 } = measure
    const years = typeof every === 'number' ? every : every(world.n)
    const period = Math.max(1, Math.round(years / timeline.dt))
    const meaning = period === 1 ? measure.meaning : `${measure.meaning}; ${cadence(years)}`
    const of = measure.of.map((subject) => (typeof subject === 'object' ? subject.name : subject))
    return { measure, head: { name, title, meaning, unit, whole, of, subjects, width }, period }
  })
}

/** Keeps what the measures see. It only reads the world. */
export class Recorder {
  readonly recordings = new Map<string, Recording>()
  private readonly measures: readonly {
    readonly measure: AnyMeasure
    readonly recording: Recording
    readonly period: number
  }[]
  private readonly world: World
  /** The last tick of the whole timeline. */
  private readonly last: number
  private readonly ticks: number
  private readonly when = { tick: 0, day: 0, dt: 0 }

  /** @param ticks how many ticks the run has; observations fall as they do in a run of the whole timeline */
  constructor(world: World, layouts: readonly Layout[], ticks: number, timeline: Timeline) {
    this.world = world
    this.ticks = ticks
    this.last = timeline.n - 1
    this.measures = layouts.map(({ measure, head, period }) => {
      const recording = { ...head, values: new Float64Array(head.width * ticks) }
      this.recordings.set(head.name, recording)
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
    if (ticks === this.ticks) return this.recordings
    const parts = [...this.recordings].map(([name, recording]) => {
      const { values, width } = recording
      return [name, { ...recording, values: values.subarray(0, ticks * width) }] as const
    })
    return new Map(parts)
  }

  /** What has been recorded in the first ticks. */
  copy(ticks: number): readonly Float64Array[] {
    return this.measures.map(({ recording }) => recording.values.slice(0, ticks * recording.width))
  }

  paste(recorded: readonly Float64Array[]): void {
    this.measures.forEach(({ recording }, at) => {
      recording.values.set(recorded[at].subarray(0, recording.values.length))
    })
  }
}

function cadence(every: number): string {
  return every === 1 ? 'taken once a year' : `taken every ${every} years`
}

/** The ids that a measure's dimension runs over, in row order. */
export function subjectIds(world: World, subject: Subject): readonly string[] {
  if (typeof subject === 'object') return subject.ids
  if (subject === 'states') return Array.from(world.states, (s) => world.actors.ids[s])
  if (subject === 'units') return Array.from(world.units, (u) => world.actors.ids[u])
  return world.view(subject).ids
}
