import type { ArrayTypes, TableColumns, TableHead, TieArrays, Ties, World } from '../world/index.js'
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

type ColumnsOf<C extends TableColumns[string]> = {
  readonly [K in keyof C]: ArrayTypes[C[K]['type']]
}

/** A table that may not be there; that of actors always is. */
type Table<K, C> = K extends 'actors' ? C & World['actors'] : (C & TableHead) | undefined

/**
 * The world as one measure sees it: the columns and ties that it reads; those that it asks for, where their table is
 * there; and those that it may look at, where anybody has them.
 */
export type MeasuredWorld<
  R extends TableColumns,
  A extends TableColumns,
  M extends TableColumns,
  T extends Ties,
  U extends Ties,
> = Omit<WorldView<R, T>, 'ties' | Exclude<keyof A | keyof M, keyof R>> & {
  readonly [K in keyof A]: Table<K, ColumnsOf<A[K]>>
} & { readonly [K in keyof M]: Table<K, Partial<ColumnsOf<M[K]>>> } & {
  readonly ties: TieArrays<T> & Partial<TieArrays<U>>
}

/** One thing observed at the end of every tick, or now and then. It reads the world and never writes. */
export interface Measure<
  R extends TableColumns = TableColumns,
  T extends Ties = Ties,
  A extends TableColumns = TableColumns,
  M extends TableColumns = TableColumns,
  U extends Ties = Ties,
> {
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
  /**
   * Columns that the scenario may give for the sake of measures alone, such as a classification. The world has them
   * wherever it has their table, whether the measure is recorded or not: looking must not change what there is.
   */
  readonly asks?: A
  /** Columns and ties that it looks at where some mechanism has them, and does without where none does. */
  readonly may?: M
  readonly mayTies?: U
  /** Whole numbers are written without decimals. */
  readonly whole?: boolean
  /**
   * Years between two observations, for what costs more to look at than a tick to make. It is then taken in the
   * first tick, in the last of the timeline, and every so many years before that; ticks between carry the value
   * last taken. Default: every tick. Where it depends on the size of the world, a function of the number of actors;
   * 0 is every tick.
   */
  readonly every?: number | ((actors: number) => number)
  /** Writes its values into `out` from position `at` on, in order of its dimensions. */
  observe(world: MeasuredWorld<R, A, M, T, U>, out: Float64Array, at: number, when: When): void
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
  const A extends TableColumns = Record<never, never>,
  const M extends TableColumns = Record<never, never>,
  const U extends Ties = Record<never, never>,
>(definition: Measure<R, T, A, M, U>): AnyMeasure {
  return definition as unknown as AnyMeasure
}
