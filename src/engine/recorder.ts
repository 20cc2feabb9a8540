import type { AnyMeasure, Subject } from '../contract/index.js'
import type { World } from '../world/index.js'
import type { Recording } from './run.js'

/** Keeps what the measures see. It only reads the world. */
export class Recorder {
  readonly recordings = new Map<string, Recording>()
  private readonly measures: readonly {
    readonly measure: AnyMeasure
    readonly recording: Recording
  }[]
  private readonly world: World
  private readonly when = { tick: 0, day: 0, dt: 0 }

  constructor(world: World, measures: readonly AnyMeasure[], ticks: number) {
    this.world = world
    this.measures = measures.map((measure) => {
      const subjects = measure.of.map((subject) => subjectIds(world, subject))
      const width = subjects.reduce((product, ids) => product * ids.length, 1)
      const { name, title, meaning, unit, whole = false } = measure
      const of = measure.of.map((subject) => (typeof subject === 'object' ? subject.name : subject))
      const values = new Float64Array(width * ticks)
      const recording = { name, title, meaning, unit, whole, of, subjects, width, values }
      this.recordings.set(name, recording)
      return { measure, recording }
    })
  }

  record(tick: number, day: number, dt: number): void {
    this.when.tick = tick
    this.when.day = day
    this.when.dt = dt
    for (const { measure, recording } of this.measures) {
      measure.observe(this.world, recording.values, tick * recording.width, this.when)
    }
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

/** The ids that a measure's dimension runs over, in row order. */
export function subjectIds(world: World, subject: Subject): readonly string[] {
  if (typeof subject === 'object') return subject.ids
  if (subject === 'states') return Array.from(world.states, (s) => world.actors.ids[s])
  if (subject === 'units') return Array.from(world.units, (u) => world.actors.ids[u])
  return world.view(subject).ids
}
