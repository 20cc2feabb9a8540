import type { DocumentTable, ScenarioDocument } from './document.js'
import type { Inventory } from './inventory.js'
import { populationOf } from './population.js'

/** Row numbers by id, for every table that the mechanisms know. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, number>>

export function numberRows(document: ScenarioDocument, { tables }: Inventory): Rows {
  const rows = new Map<string, ReadonlyMap<string, number>>()
  for (const name of tables.keys()) {
    rows.set(name, new Map(idsOf(document, name).map((id, at) => [id, at])))
  }
  return rows
}

/** The ids of a table's rows in their order: those that are written, then synthetic ones. */
export function idsOf(document: ScenarioDocument, table: string): string[] {
  const written = Object.keys(rowsOf(document, table))
  return table === 'actors' ? written.concat(populationOf(document).ids) : written
}

/** The written rows of a table; groups are written in a place of their own. */
export function rowsOf(document: ScenarioDocument, table: string): DocumentTable {
  if (table === 'groups') {
    return Object.fromEntries(
      Object.entries(document.groups ?? {}).map(([id, { title }]) => [id, { title }]),
    )
  }
  return Object.hasOwn(document.tables, table) ? document.tables[table] : {}
}
