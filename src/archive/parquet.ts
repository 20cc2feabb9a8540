import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { type DataColumn, type DataTable, isText } from './dataTable.js'

/** The table as a Parquet file: the same columns and values as its CSV; missing values are nulls. */
export function formatParquet(table: DataTable): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: table.columns.map(source),
    createdBy: 'paradiplomacy',
  })
  return new Uint8Array(buffer)
}

function source(column: DataColumn): ColumnSource {
  const { name } = column
  if (isText(column)) {
    return {
      name,
      data: column.values.map((text) => (text === '' ? null : text)),
      type: 'STRING',
      nullable: true,
    }
  }
  // Whole numbers too: a double holds every count that we have, and every reader knows it.
  const data = Array.from(column.values, (x) => (Number.isNaN(x) ? null : x === 0 ? 0 : x))
  return { name, data, type: 'DOUBLE', nullable: true }
}
