import { formatCsv } from './csv.js'
import type { WrittenTable } from './dataPackage.js'
import type { DataTable } from './dataTable.js'
import type { Pieces, WrittenFile } from './durable.js'
import { formatParquet, parquetPieces } from './parquet.js'

/** Where files can be put: a folder in the making, or one that stands. */
export interface FileTarget {
  write(name: string, pieces: Pieces): Promise<WrittenFile>
}

/** Writes each table as `<name>.csv`, and as `<name>.parquet` beside it if asked to. */
export async function writeTables(
  folder: FileTarget,
  tables: readonly DataTable[],
  parquet: boolean,
): Promise<readonly WrittenTable[]> {
  const written: WrittenTable[] = []
  for (const table of tables) {
    const path = `${table.name}.csv`
    const file = await folder.write(path, formatCsv(table))
    if (parquet) await folder.write(`${table.name}.parquet`, [formatParquet(table)])
    written.push({ table, path, ...file })
  }
  return written
}

/**
 * Writes a table that comes in blocks, never all of it in memory: as `<name>.csv`, and as `<name>.parquet` beside it if
 * asked to, with a row group for each block.
 *
 * @param blocks called once for each file; the same columns in each block, and at least one block
 */
export async function writeStream(
  folder: FileTarget,
  blocks: () => AsyncIterable<DataTable>,
  parquet: boolean,
): Promise<WrittenTable> {
  let first: DataTable | undefined
  let rows = 0
  async function* csv() {
    for await (const block of blocks()) {
      const [header, ...lines] = formatCsv(block)
      if (first === undefined) yield header
      yield* lines
      first ??= block
      rows += block.rows
    }
  }
  const { name } = await firstOf(blocks())
  const path = `${name}.csv`
  const file = await folder.write(path, csv())
  if (first === undefined) throw new Error('a table needs at least one block')
  if (parquet) await folder.write(`${name}.parquet`, parquetPieces(blocks()))
  return { table: { ...first, rows }, path, ...file }
}

async function firstOf(blocks: AsyncIterable<DataTable>): Promise<DataTable> {
  for await (const block of blocks) return block
  throw new Error('a table needs at least one block')
}
