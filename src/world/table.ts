import type { ArrayTypes, Column, ColumnArray } from './column.js'

/** 64-bit keys of a table's rows, from their ids alone: the address of each row's chance. */
export interface RowKeys {
  readonly hi: Int32Array
  readonly lo: Int32Array
}

/** What every table has, whatever its columns. */
export interface TableHead {
  /** Number of rows. */
  readonly n: number
  readonly ids: readonly string[]
  readonly keys: RowKeys
}

/** A table as mechanisms see it: its head, and an array for each declared column. */
export type Table<C extends { readonly [name: string]: Column } = Record<never, Column>> =
  TableHead & {
    readonly [K in keyof C]: ArrayTypes[C[K]['type']]
  }

/** A table as the world holds it. */
export interface StoredTable extends TableHead {
  readonly columns: ReadonlyMap<string, Column>
  readonly arrays: ReadonlyMap<string, ColumnArray>
  /** The object that mechanisms destructure. */
  readonly view: Table
}
