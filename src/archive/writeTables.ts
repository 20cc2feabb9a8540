import { formatCsv } from './csv.js'
import type { WrittenTable } from './dataPackage.js'
import type { DataTable } from './dataTable.js'
import type { WrittenFile } from './durable.js'
import { formatParquet } from './parquet.js'

/** Where files can be put: a folder in the making, or one that stands. */
export interface FileTarget {
  write(name: string, pieces: Iterable<string | Uint8Array>): Promise<WrittenFile>
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
