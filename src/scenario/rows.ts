import type { DocumentTable, ScenarioDocument } from './document.js'
import type { Inventory } from './inventory.js'

/** Row numbers by id, for every table that the mechanisms know. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, number>>

export function numberRows(document: ScenarioDocument, { tables }: Inventory): Rows {
  const rows = new Map<string, ReadonlyMap<string, number>>()
  for (const name of tables.keys()) {
    rows.set(name, new Map(Object.keys(rowsOf(document, name)).map((id, at) => [id, at])))
  }
  return rows
}

/** The rows of a table; groups are written in a place of their own. */
export function rowsOf(document: ScenarioDocument, table: string): DocumentTable {
  if (table === 'groups') {
    return Object.fromEntries(
      Object.entries(document.groups ?? {}).map(([id, { title }]) => [id, { title }]),
    )
  }
  return Object.hasOwn(document.tables, table) ? document.tables[table] : {}
}
