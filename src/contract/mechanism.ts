import type { Timeline } from '../calendar/index.js'
import type { Draws } from '../random/index.js'
import type { EventLog, Table, TableColumns, TieArrays, Ties, World } from '../world/index.js'
import type { Parameters, ParameterValues } from './parameter.js'

/** The world as one mechanism sees it: the columns and ties that it declares, typed, and what every world has. */
export type WorldView<C extends TableColumns, T extends Ties> = Omit<World, 'ties' | keyof C> & {
  readonly [K in keyof C]: Table<C[K]> & (K extends 'actors' ? World['actors'] : unknown)
} & { readonly ties: TieArrays<T> }

/** What is known before any run begins. */
export interface Premises<P extends Parameters> {
  /** Length of a tick in years. */
  readonly dt: number
  readonly timeline: Timeline
  readonly parameters: ParameterValues<P>
}

/** What a step is told beside the world. The same object in every tick: take what you need, keep nothing. */
export interface Context<P extends Parameters> {
  /** Number of the tick, from 0. */
  readonly tick: number
  /** First day of the tick (days since 1970-01-01). */
  readonly day: number
  /** Length of a tick in years; rates are per year. */
  readonly dt: number
  readonly timeline: Timeline
  readonly draws: Draws
  readonly parameters: ParameterValues<P>
  readonly events: EventLog
}

/** One theory that moves the world by one tick. Plain data and one or two pure-looking functions. */
export type Mechanism<
  P extends Parameters = Parameters,
  R extends TableColumns = TableColumns,
  C extends TableColumns = TableColumns,
  T extends Ties = Ties,
> = Theory<P, R, C, T> &
  (
    | {
        /** Moves the world by one tick. */
        step(world: WorldView<R & C, T>, context: Context<P>): void
        stepIn?: never
      }
    | {
        /**
         * In place of `step`, for worlds of many actors: given a model's world once, returns the step. The step sees its
         * world from outside, so V8 knows all columns and writes them into the machine code.
         */
        stepIn(world: WorldView<R & C, T>): (context: Context<P>) => void
        step?: never
      }
  )

/** What a mechanism says of itself, and what it does before the first tick. */
export interface Theory<
  P extends Parameters = Parameters,
  R extends TableColumns = TableColumns,
  C extends TableColumns = TableColumns,
  T extends Ties = Ties,
> {
  /** camelCase: a hyphen would be a minus in an expression. */
  readonly name: string
  /** What it does, in one sentence. */
  readonly summary: string
  /** The published theory that it stands on. */
  readonly source: string
  readonly parameters: P
  /** What the model description (ODD) says of it under a design concept, such as `learning` or `prediction`. */
  readonly odd?: { readonly [concept: string]: string }
  /** Columns that it reads but leaves to others or to the scenario. */
  readonly reads?: R
  /** Columns that it writes. The engine guards their ranges after each step. */
  readonly writes?: C
  readonly ties?: T
  /** Computes what follows from the scenario alone: once for a model, the same in all its runs. */
  prepare?(world: WorldView<R & C, T>, premises: Premises<P>): void
  /** Before the first tick of every run: what chance decides once. */
  setup?(world: WorldView<R & C, T>, context: Context<P>): void
}

/** A mechanism whose particular types have been checked and may be forgotten. It has one of `step` and `stepIn`. */
export type AnyMechanism = Omit<Theory, 'prepare' | 'setup'> & {
  prepare?(world: World, premises: Premises<Parameters>): void
  setup?(world: World, context: Context<Parameters>): void
  step?(world: World, context: Context<Parameters>): void
  stepIn?(world: World): (context: Context<Parameters>) => void
}

/**
 * Defines a mechanism: the compiler then knows every column that `step` may touch.
 *
 * @example
 * export default defineMechanism({
 *   name: 'fading',
 *   summary: 'Attention fades at a constant rate.',
 *   source: 'Downs 1972',
 *   parameters: { rate: number({ default: 0.4, range: [0, 1], unit: '1/yr', meaning: '…', source: '…', grade: 'assumed' }) },
 *   writes: { actors: { salience: actorColumns.salience } },
 *   step({ n, actors: { salience } }, { dt, parameters: { rate } }) {
 *     for (let i = 0; i < n; i++) salience[i] *= 1 - rate * dt
 *   },
 * })
 */
export function defineMechanism<
  const P extends Parameters,
  const R extends TableColumns = Record<never, never>,
  const C extends TableColumns = Record<never, never>,
  const T extends Ties = Record<never, never>,
>(definition: Mechanism<P, R, C, T>): AnyMechanism {
  return definition as unknown as AnyMechanism
}
