/** What every column of a result file says of itself; all of it goes into `datapackage.json`. */
interface Described {
  /** Name in the file's header: ASCII letters, digits and `_`, unique in its table. */
  readonly name: string
  /** A short heading for people. */
  readonly title: string
  /** What one value means. */
  readonly meaning: string
  /** Unit of measurement; `1` for pure numbers, empty where a unit makes no sense. */
  readonly unit: string
  /** The measure that the column was recorded by, and the ids of its subjects that the column is about. */
  readonly measure?: string
  readonly subjects?: readonly string[]
}

/** Numbers; NaN is missing. */
export interface NumberColumn extends Described {
  readonly type: 'number' | 'integer'
  readonly values: Float64Array
}

/** Texts, or ISO dates; the empty text is missing. */
export interface TextColumn extends Described {
  readonly type: 'string' | 'date'
  readonly values: readonly string[]
}

export type DataColumn = NumberColumn | TextColumn

/** A result file in memory: columns of equal length, in the order of the file. */
export interface DataTable {
  /** Name of the file without its ending: `measures`. */
  readonly name: string
  /** What one row is, in a sentence. */
  readonly meaning: string
  /** Columns that together name a row. */
  readonly key: readonly string[]
  readonly rows: number
  readonly columns: readonly DataColumn[]
}

/** Head of a column: all but its type and values. */
export type ColumnHead = Omit<NumberColumn, 'type' | 'values'>

/** The column of that name, if the table has one. */
export function columnOf(table: DataTable, name: string): DataColumn | undefined {
  return table.columns.find((column) => column.name === name)
}

/**
 * A column's numbers.
 *
 * @throws Error if there is no such column or it holds text: a mistake of the program
 */
export function numbersOf(table: DataTable, name: string): Float64Array {
  const column = columnOf(table, name)
  if (column === undefined || isText(column))
    throw new Error(`${table.name} has no numbers called "${name}"`)
  return column.values
}

/**
 * A column's texts or dates.
 *
 * @throws Error if there is no such column or it holds numbers: a mistake of the program
 */
export function textsOf(table: DataTable, name: string): readonly string[] {
  const column = columnOf(table, name)
  if (column === undefined || !isText(column))
    throw new Error(`${table.name} has no texts called "${name}"`)
  return column.values
}

export function isText(column: DataColumn): column is TextColumn {
  return column.type === 'string' || column.type === 'date'
}

/** Makes columns, with empty defaults for what a simple column does not need. */
export function numberColumn(
  type: NumberColumn['type'],
  head: ColumnHead,
  values: Float64Array,
): NumberColumn {
  return { ...head, type, values }
}

export function textColumn(
  type: TextColumn['type'],
  head: ColumnHead,
  values: readonly string[],
): TextColumn {
  return { ...head, type, values }
}
