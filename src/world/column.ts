/**
 * A column is one attribute of all the rows of a table, held in one typed array. Its descriptor says what it
 * means; the world is allocated, the scenario checked and the model documented from descriptors alone.
 */
export type ColumnType = 'f64' | 'i32' | 'u8'

export interface Column<T extends ColumnType = ColumnType> {
  readonly type: T
  /** What one value means, in a sentence that fits a data dictionary. */
  readonly meaning: string
  /** Unit of measurement; `1` for pure numbers, `day` for day numbers since 1970-01-01. */
  readonly unit: string
  /** Smallest and largest value that makes sense: the engine stops the run when a value leaves it. */
  readonly range?: readonly [number, number]
  /** Value before the first tick where the scenario gives none. Default 0 (−1 for a reference). */
  readonly initial?: number
  /** `required`: the scenario must give it for every row; `optional`: it may. Otherwise only mechanisms write it. */
  readonly input?: 'required' | 'optional'
  /** A second dimension: one value for each row of this table (issues, parties, groups). Row-major by that table. */
  readonly per?: string
  /** The value is a row of this table; files name the row by its id; −1 is none. */
  readonly references?: string
  /** Kinds of actor that a reference to actors may name. */
  readonly kinds?: readonly string[]
  /** Kinds of actor whose rows may give it, in the table of actors. */
  readonly rowsOf?: readonly string[]
  /** Column of the same row that begins what this one ends: a day must lie after it, a number may not lie below it. */
  readonly ends?: string
  /** Column of the same row that must name something else; `id`: it may not name its own row. */
  readonly otherThan?: string
  /** The value is the position of a name in this list; files hold the name. */
  readonly values?: readonly string[]
  /** Does not change after the first day: the engine looks at it once, before the first tick. */
  readonly fixed?: boolean
  /** Set back to its initial value at the start of every tick: a signal that lasts one tick. */
  readonly pulse?: boolean
}

export interface ArrayTypes {
  readonly f64: Float64Array
  readonly i32: Int32Array
  readonly u8: Uint8Array
}

export type ColumnArray = Float64Array | Int32Array | Uint8Array

/** The columns that one part of the model declares, by table. */
export interface TableColumns {
  readonly [table: string]: { readonly [column: string]: Column }
}

/** Real numbers. */
export function real<const D extends Omit<Column, 'type'>>(descriptor: D): D & Column<'f64'> {
  return { ...descriptor, type: 'f64' }
}

/** Whole numbers: counts, day numbers, rows of another table. */
export function whole<const D extends Omit<Column, 'type'>>(descriptor: D): D & Column<'i32'> {
  return { ...descriptor, type: 'i32' }
}

/** Small codes: yes and no, or a position in a list of names. */
export function code<const D extends Omit<Column, 'type'>>(descriptor: D): D & Column<'u8'> {
  return { ...descriptor, type: 'u8' }
}

/** A day that has not come: larger than any date of a run. */
export const never = 2147483647

/** The value that a column holds before anything is known. */
export function initialOf(column: Column): number {
  return column.initial ?? (column.references === undefined ? 0 : -1)
}

export function allocate(column: Column, length: number): ColumnArray {
  const array =
    column.type === 'f64'
      ? new Float64Array(length)
      : column.type === 'i32'
        ? new Int32Array(length)
        : new Uint8Array(length)
  const initial = initialOf(column)
  return initial === 0 ? array : array.fill(initial)
}
