import { grades } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { entityKeys } from '../random/index.js'
import { allocate, type ColumnArray, type RowKeys, type TablePlan } from '../world/index.js'
import { expectedOf, readCell } from './cell.js'
import { checkStates, readMembers } from './checkActors.js'
import { checkBeginnings } from './checkBeginnings.js'
import { checkRows } from './checkRows.js'
import type { Cell, ScenarioDocument } from './document.js'
import type { Findings, Path } from './findings.js'
import { type Inventory, ownersHint, type TableInventory } from './inventory.js'
import { checkPopulation, type Population, populationOf } from './population.js'
import { type Rows, rowsOf } from './rows.js'
import { positionOf, type Slot, slotOf } from './slot.js'

/** Keys that every row of every table may have beside its columns. */
export const headKeys: readonly string[] = ['title', 'note', 'source', 'grade']

interface Laying {
  readonly document: ScenarioDocument
  readonly inventory: Inventory
  readonly rows: Rows
  readonly findings: Findings
  /** Actors that follow the written ones. */
  readonly population: Population
}

/**
 * Makes the tables of a world out of what the scenario gives: ids, keys, columns and starting values.
 *
 * Reports unknown tables and columns, cells that cannot be read, required cells that are missing, and states that
 * are not states, and cells that do not go with the rest of their row.
 */
export function layTables(
  document: ScenarioDocument,
  inventory: Inventory,
  rows: Rows,
  findings: Findings,
): TablePlan[] {
  const laying = { document, inventory, rows, findings, population: populationOf(document) }
  checkNames(laying)
  checkPopulation(document, findings)
  checkBeginnings(document, findings)
  const members = readMembers(document, rows, findings)
  const sound = new Map<string, TablePlan>()
  const plans = [...inventory.tables].map(([table, columns]) => {
    const before = findings.count
    const given = readGiven(table, columns, laying)
    if (table === 'actors' && columns.has('member')) given.set('member', members)
    const ids = [...(rows.get(table)?.keys() ?? [])]
    const plan: TablePlan = {
      name: table,
      ids,
      keys: keysOf(table, ids, laying),
      columns: new Map([...columns].map(([name, { column }]) => [name, column])),
      given,
    }
    if (table === 'actors') checkStates(document, plan, findings)
    if (findings.count === before) sound.set(table, plan)
    return plan
  })
  // A row that cannot be read has nothing to be held against.
  for (const plan of sound.values()) checkRows(document, plan, sound, findings)
  return plans
}

function checkNames({ document, inventory, rows, findings }: Laying): void {
  const known = [...inventory.tables.keys()].filter((table) => table !== 'groups')
  for (const name of Object.keys(document.tables)) {
    if (name === 'groups') {
      findings.add(['tables', name], 'groups are not a table', {
        at: 'key',
        hint: 'Write them under "groups:", each with a title and its members',
      })
    } else if (!inventory.tables.has(name)) {
      findings.add(['tables', name], `no mechanism of this scenario knows a table ${quote(name)}`, {
        at: 'key',
        expected: oneOf(known),
        nearest: nearest(name, known),
        hint: ownersHint(name, undefined, inventory),
      })
    }
  }
  if (rows.get('actors')?.size === 0) {
    findings.add(['tables', 'actors'], 'the scenario has no actors', {
      hint: 'Give them under "actors:", in a CSV file or row by row',
    })
  }
}

/** Starting values of the columns of one table, as far as the scenario gives them. */
function readGiven(
  table: string,
  columns: TableInventory,
  laying: Laying,
): Map<string, ColumnArray> {
  const { document, rows, findings } = laying
  const written = rowsOf(document, table)
  const ids = Object.keys(written)
  const n = rows.get(table)?.size ?? 0
  const given = new Map<string, ColumnArray>()
  const filled = new Map<string, Set<number>>()
  const slots = new Map<string, Slot | undefined>()
  ids.forEach((id, row) => {
    if (findings.isFull) return
    for (const [key, cell] of Object.entries(written[id])) {
      const path = ['tables', table, id, key]
      if (!slots.has(key)) slots.set(key, readKey(key, table, columns, path, laying))
      const slot = slots.get(key)
      if (slot === undefined) {
        if (key === 'grade' || key.endsWith('_grade')) checkGrade(cell, path, findings)
        continue
      }
      const { name, column } = slot.declared
      const at = positionOf(slot, row, n)
      // Filled even if it cannot be read: nobody needs to hear that it is missing, too.
      filled.set(name, (filled.get(name) ?? new Set()).add(at))
      const reading = readCell(column, cell, rows.get(column.references ?? ''))
      if ('message' in reading) {
        const { message, ...details } = reading
        findings.add(path, `${table}.${key} of ${quote(id)}: ${message}`, details)
        continue
      }
      const array = given.get(name) ?? allocate(column, n * slot.width)
      array[at] = reading.value
      given.set(name, array)
    }
  })
  if (!findings.isFull) checkRequired(table, columns, filled, laying)
  if (table === 'actors') addPopulation(given, columns, ids.length, n, laying)
  return given
}

/** Keys from ids; those of synthetic actors are known. */
function keysOf(table: string, ids: readonly string[], { population }: Laying): RowKeys {
  if (table !== 'actors' || population.ids.length === 0) return entityKeys(ids)
  const written = ids.length - population.ids.length
  const own = entityKeys(ids.slice(0, written))
  const hi = new Int32Array(ids.length)
  const lo = new Int32Array(ids.length)
  hi.set(own.hi)
  lo.set(own.lo)
  hi.set(population.keys.hi, written)
  lo.set(population.keys.lo, written)
  return { hi, lo }
}

/** The columns of synthetic actors. Reports columns that a mechanism needs and nobody can give. */
function addPopulation(
  given: Map<string, ColumnArray>,
  columns: TableInventory,
  written: number,
  n: number,
  { population, findings }: Laying,
): void {
  // An id that is there twice was reported.
  if (population.ids.length === 0 || n !== written + population.ids.length) return
  for (const [name, values] of Object.entries(population.columns)) {
    const column = columns.get(name)?.column
    if (column === undefined) continue
    const array = given.get(name) ?? allocate(column, n)
    array.set(values, written)
    given.set(name, array)
  }
  for (const { name, column, by } of columns.values()) {
    if (column.input !== 'required' || Object.hasOwn(population.columns, name)) continue
    findings.add(['population'], `synthetic cities have no ${quote(name)}`, {
      at: 'key',
      hint: `The mechanism ${quote(by)} needs it`,
    })
  }
}

/** What a key of a row stands for; nothing for titles, notes, sources, grades, and what was reported. */
function readKey(
  key: string,
  table: string,
  columns: TableInventory,
  path: Path,
  { inventory, rows, findings }: Laying,
): Slot | undefined {
  if (headKeys.includes(key)) return undefined
  const evidence = columns.has(key) ? null : /^(.+)_(grade|source)$/.exec(key)
  const name = evidence ? evidence[1] : key
  const slot = slotOf(name, columns, rows)
  if (slot === undefined) {
    const open = [...columns.values()].filter(({ column }) => column.input).map((c) => c.name)
    const known = [...open, ...headKeys]
    findings.add(path, `unknown column ${quote(name)} in ${table}`, {
      at: 'key',
      expected: oneOf(known, 12),
      nearest: nearest(name, known),
      hint: ownersHint(table, name.split(':')[0], inventory),
    })
    return undefined
  }
  if (evidence) return undefined
  if (typeof slot === 'string') {
    findings.add(path, slot, { at: 'key' })
    return undefined
  }
  if (slot.declared.column.input === undefined) {
    findings.add(path, `column ${quote(slot.declared.name)} in ${table} is computed by the model`, {
      at: 'key',
      hint: 'Remove it: only mechanisms write it',
    })
    return undefined
  }
  return slot
}

function checkGrade(cell: Cell, path: Path, findings: Findings): void {
  if ((grades as readonly string[]).includes(String(cell))) return
  findings.add(path, `${quote(String(cell))} is not a grade of evidence`, {
    expected: oneOf(grades),
    nearest: nearest(String(cell), grades),
  })
}

function checkRequired(
  table: string,
  columns: TableInventory,
  filled: ReadonlyMap<string, ReadonlySet<number>>,
  { document, rows, findings }: Laying,
): void {
  const ids = Object.keys(rowsOf(document, table))
  const n = rows.get(table)?.size ?? 0
  for (const { name, column, by } of columns.values()) {
    if (column.input !== 'required') continue
    const width = column.per === undefined ? 1 : (rows.get(column.per)?.size ?? 0)
    const own = filled.get(name)
    ids.forEach((id, row) => {
      for (let block = 0; block < width; block++) {
        if (own?.has(positionOf({ block }, row, n))) continue
        findings.add(['tables', table, id], `${quote(id)} in ${table} has no ${quote(name)}`, {
          at: 'key',
          expected: expectedOf(column),
          hint: by === 'every world' ? undefined : `The mechanism ${quote(by)} needs it`,
        })
        return
      }
    })
  }
}
