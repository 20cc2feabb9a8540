import { grades } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { entityKeys } from '../random/index.js'
import { allocate, type ColumnArray, type TablePlan } from '../world/index.js'
import { expectedOf, readCell } from './cell.js'
import { checkStates, readMembers } from './checkActors.js'
import type { Cell, ScenarioDocument } from './document.js'
import type { Findings, Path } from './findings.js'
import { type Inventory, ownersHint, type TableInventory } from './inventory.js'
import { type Rows, rowsOf } from './rows.js'
import { positionOf, type Slot, slotOf } from './slot.js'

/** Keys that every row of every table may have beside its columns. */
export const headKeys: readonly string[] = ['title', 'note', 'source', 'grade']

interface Laying {
  readonly document: ScenarioDocument
  readonly inventory: Inventory
  readonly rows: Rows
  readonly findings: Findings
}

/**
 * Makes the tables of a world out of what the scenario gives: ids, keys, columns and starting values.
 *
 * Reports unknown tables and columns, cells that cannot be read, required cells that are missing, and states that
 * are not states.
 */
export function layTables(
  document: ScenarioDocument,
  inventory: Inventory,
  rows: Rows,
  findings: Findings,
): TablePlan[] {
  const laying = { document, inventory, rows, findings }
  checkNames(laying)
  const members = readMembers(document, rows, findings)
  return [...inventory.tables].map(([table, columns]) => {
    const given = readGiven(table, columns, laying)
    if (table === 'actors' && columns.has('member')) given.set('member', members)
    const ids = [...(rows.get(table)?.keys() ?? [])]
    const plan: TablePlan = {
      name: table,
      ids,
      keys: entityKeys(ids),
      columns: new Map([...columns].map(([name, { column }]) => [name, column])),
      given,
    }
    if (table === 'actors') checkStates(document, plan, findings)
    return plan
  })
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
      const at = positionOf(slot, row, ids.length)
      // Filled even if it cannot be read: nobody needs to hear that it is missing, too.
      filled.set(name, (filled.get(name) ?? new Set()).add(at))
      const reading = readCell(column, cell, rows.get(column.references ?? ''))
      if ('message' in reading) {
        const { message, ...details } = reading
        findings.add(path, `${table}.${key} of ${quote(id)}: ${message}`, details)
        continue
      }
      const array = given.get(name) ?? allocate(column, ids.length * slot.width)
      array[at] = reading.value
      given.set(name, array)
    }
  })
  if (!findings.isFull) checkRequired(table, columns, filled, laying)
  return given
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
  { rows, findings }: Laying,
): void {
  const ids = [...(rows.get(table)?.keys() ?? [])]
  for (const { name, column, by } of columns.values()) {
    if (column.input !== 'required') continue
    const width = column.per === undefined ? 1 : (rows.get(column.per)?.size ?? 0)
    const own = filled.get(name)
    ids.forEach((id, row) => {
      for (let block = 0; block < width; block++) {
        if (own?.has(positionOf({ block }, row, ids.length))) continue
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
