import { z } from 'zod'
import type { Library } from '../contract/index.js'
import { actorHead, type Column, type TableColumns } from '../world/index.js'
import { cellOrEmpty, fileName } from './schemaFields.js'

/** The tables: names and columns are told to editors here, and checked when the world is laid out. */
export function tablesSchema(library: Library) {
  const columns = new Map<string, Map<string, Column>>([
    ['actors', new Map()],
    ['issues', new Map()],
  ])
  const add = (declared: TableColumns | undefined) => {
    for (const [table, own] of Object.entries(declared ?? {})) {
      for (const [name, column] of Object.entries(own)) {
        for (const of of [table, column.per, column.references])
          if (of && !columns.has(of)) columns.set(of, new Map())
        if (column.input && column.per === undefined) columns.get(table)?.set(name, column)
      }
    }
  }
  add({ actors: actorHead })
  for (const { reads, writes } of library.mechanisms) {
    add(reads)
    add(writes)
  }
  columns.delete('groups')
  return z
    .record(
      z.string(),
      z.union([fileName, z.record(z.string(), z.record(z.string(), cellOrEmpty).nullable())]),
    )
    .meta({
      description: 'Tables: each is the name of a CSV file, or rows by id',
      properties: Object.fromEntries([...columns].map(([name, own]) => [name, tableJson(own)])),
    })
}

/** For editors only: what rows of a table may hold. Cells are checked when the world is laid out. */
function tableJson(columns: ReadonlyMap<string, Column>) {
  const properties = Object.fromEntries(
    [...columns].map(([name, { meaning, unit, values }]) => [
      name,
      {
        description: unit === '1' ? meaning : `${meaning} (${unit})`,
        ...(values ? { enum: [...values] } : {}),
      },
    ]),
  )
  return {
    anyOf: [
      { type: 'string', description: 'Name of a CSV file beside this file' },
      { type: 'object', additionalProperties: { type: ['object', 'null'], properties } },
    ],
  }
}
