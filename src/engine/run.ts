import type { Timeline } from '../calendar/index.js'
import type { World } from '../world/index.js'

export interface RunOptions {
  /** Master seed: any text. */
  readonly seed: string
  /** Which of the seed's independent replicates. Default 0. */
  readonly replicate?: number
  /** Another future: enters the chance of every mechanism. Default 0, the run's own. */
  readonly future?: number
  /** Stop after so many ticks. Default: the whole timeline. */
  readonly ticks?: number
  /** Called after each tick, for those who look on. It must not write. */
  readonly afterTick?: (world: World, tick: number) => void
  /** Called after each mechanism's step, likewise. */
  readonly afterStep?: (world: World, mechanism: string, tick: number) => void
}

/** What one measure saw: `values[tick * width + subject]`. */
export interface Recording {
  readonly name: string
  readonly title: string
  readonly meaning: string
  readonly unit: string
  readonly whole: boolean
  /** Names of its dimensions. */
  readonly of: readonly string[]
  /** Ids of the subjects along each dimension. */
  readonly subjects: readonly (readonly string[])[]
  /** Numbers a tick: the product of the dimensions. */
  readonly width: number
  readonly values: Float64Array
}

/** A finished run. `world` is the model's own: read it before the next run. */
export interface Run {
  readonly options: RunOptions
  readonly ticks: number
  readonly timeline: Timeline
  readonly world: World
  readonly recordings: ReadonlyMap<string, Recording>
}

/** One subject's series out of a recording: a number a tick. */
export function seriesOf(
  recording: Recording,
  subjects: readonly string[],
): Float64Array | undefined {
  let at = 0
  for (let d = 0; d < recording.subjects.length; d++) {
    const ids = recording.subjects[d]
    const position = subjects[d] === undefined && ids.length === 1 ? 0 : ids.indexOf(subjects[d])
    if (position < 0) return undefined
    at = at * ids.length + position
  }
  const ticks = recording.width === 0 ? 0 : recording.values.length / recording.width
  const series = new Float64Array(ticks)
  for (let tick = 0; tick < ticks; tick++)
    series[tick] = recording.values[tick * recording.width + at]
  return series
}
