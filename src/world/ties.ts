/**
 * Ties between actors, in one of two shapes. `matrix`: a number for every ordered pair, for small worlds.
 * `list`: up to `capacity` out-neighbours an actor, with columns beside each tie that are recomputed only when
 * something changes.
 */
export type Tie =
  | {
      readonly shape: 'matrix'
      readonly meaning: string
      readonly unit: string
      /** Set back to 0 at the start of every tick: a signal that lasts one tick. */
      readonly pulse?: boolean
    }
  | {
      readonly shape: 'list'
      readonly meaning: string
      readonly unit: string
      readonly capacity: number
      readonly columns?: readonly string[]
    }

/** n × n numbers: `values[i * n + j]` is the tie from i to j. */
export interface MatrixTies {
  readonly values: Float64Array
}

/** The out-neighbours of i are `target[i * capacity]` to `target[i * capacity + degree[i] − 1]`. */
export interface ListTies {
  readonly capacity: number
  readonly degree: Int32Array
  readonly target: Int32Array
  /** Numbers beside each tie, laid out like `target`. */
  readonly columns: { readonly [name: string]: Float64Array }
}

export interface Ties {
  readonly [name: string]: Tie
}

export type TieArrays<T extends Ties> = {
  readonly [K in keyof T]: T[K]['shape'] extends 'matrix' ? MatrixTies : ListTies
}

export function allocateTie(tie: Tie, n: number): MatrixTies | ListTies {
  if (tie.shape === 'matrix') return { values: new Float64Array(n * n) }
  const columns = Object.fromEntries(
    (tie.columns ?? []).map((name) => [name, new Float64Array(n * tie.capacity)]),
  )
  return {
    capacity: tie.capacity,
    degree: new Int32Array(n),
    target: new Int32Array(n * tie.capacity).fill(-1),
    columns,
  }
}

/** The typed arrays of a tie, for copies and digests, in a fixed order. */
export function tieArrays(tie: MatrixTies | ListTies): readonly (Float64Array | Int32Array)[] {
  if ('values' in tie) return [tie.values]
  return [
    tie.degree,
    tie.target,
    ...Object.keys(tie.columns)
      .sort()
      .map((name) => tie.columns[name]),
  ]
}
