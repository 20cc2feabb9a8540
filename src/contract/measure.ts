import type { TableColumns, Ties, World } from '../world/index.js'
import type { WorldView } from './mechanism.js'

/** What a measure is taken of: the rows of a table, or a part of the actors. */
export type RowSubject =
  | 'actors'
  | 'states'
  | 'units'
  | 'issues'
  | 'gates'
  | 'instruments'
  | 'networks'
  | 'calls'
  | 'activities'
  | 'bands'
  | 'groups'
  | 'parties'
  | 'relations'

/** … or the names of a classification. */
export interface ClassSubject {
  readonly name: string
  readonly ids: readonly string[]
}

export type Subject = RowSubject | ClassSubject

/** One thing observed at the end of every tick, or now and then. It reads the world and never writes. */
export interface Measure<R extends TableColumns = TableColumns, T extends Ties = Ties> {
  /** camelCase; the function by which expressions ask for it. */
  readonly name: string
  readonly title: string
  /** What one value means. */
  readonly meaning: string
  readonly unit: string
  /** Its dimensions, outermost first; empty for one number a tick. */
  readonly of: readonly Subject[]
  /** Columns that must be there; where no mechanism declares one of them, the measure is left out. */
  readonly reads?: R
  readonly ties?: T
  /** Whole numbers are written without decimals. */
  readonly whole?: boolean
  /**
   * Years between two observations, for what costs more to look at than a tick to make. It is then taken in the
   * first tick, in the last of the timeline, and every so many years before that; ticks between carry the value
   * last taken. Default: every tick.
   */
  readonly every?: number
  /** Writes its values into `out` from position `at` on, in order of its dimensions. */
  observe(world: WorldView<R, T>, out: Float64Array, at: number, when: When): void
}

/** The tick that is observed. */
export interface When {
  readonly tick: number
  readonly day: number
  readonly dt: number
}

export type AnyMeasure = Omit<Measure, 'observe'> & {
  observe(world: World, out: Float64Array, at: number, when: When): void
}

/** Defines a measure: the compiler then knows every column that `observe` may read. */
export function defineMeasure<
  const R extends TableColumns = Record<never, never>,
  const T extends Ties = Record<never, never>,
>(definition: Measure<R, T>): AnyMeasure {
  return definition as unknown as AnyMeasure
}
