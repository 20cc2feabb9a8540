import {
  ByteWriter,
  type ColumnSource,
  ParquetWriter,
  parquetWriteBuffer,
  schemaFromColumnData,
} from 'hyparquet-writer'
import { type DataColumn, type DataTable, isText } from './dataTable.js'

/** The table as a Parquet file: the same columns and values as its CSV; missing values are nulls. */
export function formatParquet(table: DataTable): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: table.columns.map(source),
    createdBy,
  })
  return new Uint8Array(buffer)
}

/** The same of a table that comes in blocks, each a row group: the bytes as they come. */
export async function* parquetPieces(blocks: AsyncIterable<DataTable>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  let writer: ParquetWriter | undefined
  for await (const { columns, rows } of blocks) {
    const columnData = columns.map(source)
    writer ??= new ParquetWriter({
      writer: bytes,
      schema: schemaFromColumnData({ columnData }),
      createdBy,
    })
    await writer.write({ columnData, rowGroupSize: Math.max(1, rows) })
    yield take(bytes)
  }
  writer?.finish()
  yield take(bytes)
}

/** What has been written since the last time; places in the file go on counting. */
function take(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice()
  bytes.index = 0
  return taken
}

const createdBy = 'paradiplomacy'

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
