import type { AnyMeasure, AnyMechanism, Parameters, ParameterValues } from '../contract/index.js'
import { entityKeys, numberKeys } from '../random/index.js'
import {
  actorHead,
  actorKinds,
  allocate,
  type Column,
  type ColumnArray,
  type TableColumns,
  type TablePlan,
  type Ties,
  type WorldPlan,
} from '../world/index.js'
import type { Instance } from './plan.js'

/** The rows of a table, and starting values of its columns where they are not the column's own. */
export interface TableSketch {
  /** Ids of the rows, or their number: then the ids are `0`, `1`, … */
  readonly rows: number | readonly string[]
  readonly columns?: { readonly [column: string]: ArrayLike<number> }
}

/** Rows of each table by its name; `actors` is always there. */
export interface WorldSketch {
  readonly actors: TableSketch
  readonly [table: string]: TableSketch
}

/**
 * Plans a world without a scenario file, for models made in a script: its columns and ties are those that the
 * mechanisms and measures declare. Actors are cities unless the sketch gives `kind`.
 *
 * @throws Error if two parts declare a column of different types, or the sketch gives a column that nobody declares
 * or one of another length
 */
export function planWorld(
  sketch: WorldSketch,
  mechanisms: readonly { readonly mechanism: AnyMechanism }[],
  measures: readonly AnyMeasure[] = [],
): WorldPlan {
  const tables = new Map<string, Map<string, Column>>()
  const ties: Record<string, Ties[string]> = {}
  for (const name of ['actors', 'issues', ...Object.keys(sketch)]) tables.set(name, new Map())
  declare(tables, { actors: actorHead })
  for (const { mechanism } of mechanisms) {
    declare(tables, mechanism.reads)
    declare(tables, mechanism.writes)
    Object.assign(ties, mechanism.ties)
  }
  for (const { reads, ties: read } of measures) {
    declare(tables, reads)
    for (const [name, tie] of Object.entries(read ?? {})) ties[name] ??= tie
  }
  for (const { asks = {} } of measures)
    declare(tables, Object.fromEntries(Object.entries(asks).filter(([table]) => tables.has(table))))
  const plans = [...tables].map(([name, columns]): TablePlan => {
    const rows = rowsOf(sketch[name]?.rows ?? 0)
    const n = rows.keys.hi.length
    const given = new Map<string, ColumnArray>()
    for (const [column, values] of Object.entries(sketch[name]?.columns ?? {})) {
      const descriptor = columns.get(column)
      if (!descriptor) throw new Error(`No part of the model declares a column ${name}.${column}.`)
      const width = descriptor.per === undefined ? 1 : count(sketch[descriptor.per]?.rows ?? 0)
      given.set(column, filled(`${name}.${column}`, descriptor, n * width, values))
    }
    if (name === 'actors' && !given.has('kind'))
      given.set('kind', new Uint8Array(n).fill(actorKinds.indexOf('city')))
    return Object.assign(rows, { name, columns, given })
  })
  return { tables: plans, ties, assignments: [], announcements: [] }
}

/** A mechanism with its default parameters, but for those that are named. */
export function instance(
  mechanism: AnyMechanism,
  parameters: { readonly [name: string]: number | boolean | string } = {},
): Instance {
  const values = Object.entries(mechanism.parameters).map(([name, parameter]) => [
    name,
    parameters[name] ?? parameter.default,
  ])
  const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(mechanism.parameters, name))
  if (unknown !== undefined)
    throw new Error(`Mechanism "${mechanism.name}" has no parameter "${unknown}".`)
  return {
    mechanism,
    parameters: Object.freeze(Object.fromEntries(values)) as ParameterValues<Parameters>,
  }
}

function declare(tables: Map<string, Map<string, Column>>, declared: TableColumns = {}): void {
  for (const [table, columns] of Object.entries(declared)) {
    const own = tables.get(table) ?? new Map<string, Column>()
    tables.set(table, own)
    for (const [name, column] of Object.entries(columns)) {
      if (column.per !== undefined && !tables.has(column.per)) tables.set(column.per, new Map())
      const earlier = own.get(name)
      if (earlier && (earlier.type !== column.type || earlier.per !== column.per))
        throw new Error(`The column ${table}.${name} is declared in two ways.`)
      if (!earlier) own.set(name, column)
    }
  }
}

/** Ids and keys. Of rows that are only counted, the ids are not made before somebody asks for one. */
function rowsOf(rows: number | readonly string[]): Pick<TablePlan, 'ids' | 'keys'> {
  if (typeof rows !== 'number') return { ids: rows, keys: entityKeys(rows) }
  let ids: readonly string[] | undefined
  return {
    get ids() {
      ids ??= Array.from({ length: rows }, (_, i) => String(i))
      return ids
    },
    keys: numberKeys(rows),
  }
}

function count(rows: number | readonly string[]): number {
  return typeof rows === 'number' ? rows : rows.length
}

function filled(
  name: string,
  column: Column,
  length: number,
  values: ArrayLike<number>,
): ColumnArray {
  if (values.length !== length)
    throw new Error(`The column ${name} needs ${length} values, not ${values.length}.`)
  const array = allocate(column, length)
  array.set(values)
  return array
}
