import { grades } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { entityKeys } from '../random/index.js'
import { allocate, type Column, type ColumnArray, type TablePlan } from '../world/index.js'
import { readCell } from './cell.js'
import type { Cell, DocumentTable, ScenarioDocument } from './document.js'
import type { Findings, Path } from './findings.js'
import type { DeclaredColumn, Inventory, TableInventory } from './inventory.js'

/** Rows of every table by id. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Keys that every row of every table may have beside its columns. */
export const headKeys = ['title', 'note', 'source', 'grade'] as const

/** A column, and for `per` columns which row of the other table is meant. */
export interface Slot {
  readonly declared: DeclaredColumn
  /** Number of values a row. */
  readonly width: number
  /** Row of the other table; 0 where there is none. */
  readonly block: number
}

/** Where a row's value stands in the array of a column: all rows for one row of the other table lie together. */
export function positionOf({ block }: Pick<Slot, 'block'>, row: number, n: number): number {
  return block * n + row
}

/** Row numbers by id, for every table that the mechanisms know. */
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
  for (const name of Object.keys(document.tables)) {
    if (name === 'groups') {
      findings.add(['tables', name], 'groups are not a table', {
        at: 'key',
        hint: 'Write them under "groups:", each with a title and its members',
      })
    } else if (!inventory.tables.has(name)) {
      const known = [...inventory.tables.keys()].filter((t) => t !== 'groups')
      findings.add(['tables', name], `no mechanism of this scenario knows a table ${quote(name)}`, {
        at: 'key',
        expected: oneOf(known),
        nearest: nearest(name, known),
      })
    }
  }
  const plans = [...inventory.tables].map(([name, columns]) =>
    layTable(name, columns, document, rows, findings),
  )
  const actors = plans.find((plan) => plan.name === 'actors')
  if (actors) {
    if (actors.ids.length === 0)
      findings.add(['tables'], 'the scenario has no actors', { hint: 'Give them under "actors:"' })
    checkStates(document, actors, findings)
    fillMembers(document, actors, rows, findings)
  }
  return plans
}

function layTable(
  table: string,
  columns: TableInventory,
  document: ScenarioDocument,
  rows: Rows,
  findings: Findings,
): TablePlan {
  const written = rowsOf(document, table)
  const ids = Object.keys(written)
  const given = new Map<string, ColumnArray>()
  const slots = new Map<string, Slot | undefined>()
  const filled = new Map<string, Set<number>>()
  ids.forEach((id, row) => {
    for (const [key, cell] of Object.entries(written[id])) {
      const path = ['tables', table, id, key]
      if (!slots.has(key)) slots.set(key, readRowKey(key, table, columns, rows, path, findings))
      const slot = slots.get(key)
      if (slot === undefined) {
        if (key === 'grade' || key.endsWith('_grade')) checkGrade(cell, path, findings)
        continue
      }
      const { name, column } = slot.declared
      const reading = readCell(column, cell, rows.get(column.references ?? ''))
      if ('message' in reading) {
        const { message, ...details } = reading
        findings.add(path, `${columnWords(name, table)} of ${quote(id)}: ${message}`, details)
        continue
      }
      const array = given.get(name) ?? allocate(column, ids.length * slot.width)
      const at = positionOf(slot, row, ids.length)
      array[at] = reading.value
      given.set(name, array)
      filled.set(name, (filled.get(name) ?? new Set()).add(at))
    }
  })
  checkRequired(table, columns, ids, rows, filled, findings)
  return {
    name: table,
    ids,
    keys: entityKeys(ids),
    columns: new Map([...columns].map(([name, { column }]) => [name, column])),
    given,
  }
}

function columnWords(name: string, table: string): string {
  return `column ${quote(name)} in ${table}`
}

/** What a key of a row stands for; nothing for titles, notes, sources, grades, and what was reported. */
function readRowKey(
  key: string,
  table: string,
  columns: TableInventory,
  rows: Rows,
  path: Path,
  findings: Findings,
): Slot | undefined {
  if ((headKeys as readonly string[]).includes(key)) return undefined
  const evidence = /^(.+)_(grade|source)$/.exec(key)
  if (evidence && !columns.has(key)) {
    if (slotOf(evidence[1], columns, rows) === undefined)
      reportUnknown(evidence[1], table, columns, path, findings)
    return undefined
  }
  const slot = slotOf(key, columns, rows)
  if (slot === undefined) {
    reportUnknown(key, table, columns, path, findings)
    return undefined
  }
  if (typeof slot === 'string') {
    findings.add(path, slot, { at: 'key' })
    return undefined
  }
  if (slot.declared.column.input === undefined) {
    findings.add(path, `${columnWords(slot.declared.name, table)} is computed by the model`, {
      at: 'key',
      hint: `A scenario cannot give it; ${quote(slot.declared.by)} has it`,
    })
    return undefined
  }
  return slot
}

/**
 * The slot that a column's name means: `population`, or `lowerSeats:D` where there is one value for each party.
 *
 * @returns undefined for an unknown column; a message for one that lacks or has the wrong second part
 */
export function slotOf(
  key: string,
  columns: TableInventory,
  rows: Rows,
): Slot | string | undefined {
  const colon = key.indexOf(':')
  const name = colon < 0 ? key : key.slice(0, colon)
  const declared = columns.get(name)
  if (declared === undefined) return undefined
  const { per } = declared.column
  if (per === undefined) {
    if (colon < 0) return { declared, width: 1, block: 0 }
    return `column ${quote(name)} has one value a row: write it without ${quote(key.slice(colon))}`
  }
  const others = rows.get(per) ?? new Map<string, number>()
  const ids = [...others.keys()]
  if (colon < 0) {
    if (others.size === 1) return { declared, width: 1, block: 0 }
    const example = ids.slice(0, 2).map((id) => `${name}:${id}`)
    return `column ${quote(name)} has one value for each of ${per}: write ${example.join(', ') || `${name}:<id>`}`
  }
  const other = key.slice(colon + 1)
  const block = others.get(other)
  if (block !== undefined) return { declared, width: others.size, block }
  const near = nearest(other, ids)
  const guess =
    near === undefined ? `there are ${oneOf(ids)}` : `did you mean ${quote(`${name}:${near}`)}?`
  return `column ${quote(key)}: ${quote(other)} is not among the ${per}; ${guess}`
}

function reportUnknown(
  name: string,
  table: string,
  columns: TableInventory,
  path: Path,
  findings: Findings,
): void {
  const open = [...columns.values()].filter(({ column }) => column.input).map((c) => c.name)
  const known = [...open, ...headKeys]
  findings.add(path, `unknown column ${quote(name)} in ${table}`, {
    at: 'key',
    expected: oneOf(known, 12),
    nearest: nearest(name, known),
  })
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
  ids: readonly string[],
  rows: Rows,
  filled: ReadonlyMap<string, ReadonlySet<number>>,
  findings: Findings,
): void {
  for (const { name, column, by } of columns.values()) {
    if (column.input !== 'required') continue
    const width = column.per === undefined ? 1 : (rows.get(column.per)?.size ?? 0)
    ids.forEach((id, row) => {
      const given = filled.get(name)
      const all = Array.from({ length: width }, (_, block) =>
        given?.has(positionOf({ block }, row, ids.length)),
      )
      if (all.every(Boolean)) return
      findings.add(['tables', table, id], `${quote(id)} in ${table} has no ${quote(name)}`, {
        at: 'key',
        expected: describeColumn(column),
        hint: by === 'every world' ? undefined : `The mechanism ${quote(by)} needs it`,
      })
    })
  }
}

function describeColumn({ meaning, values, unit }: Column): string {
  return values
    ? `${oneOf(values, 12)} (${meaning})`
    : `${meaning}${unit === '1' ? '' : ` (${unit})`}`
}

function checkStates(document: ScenarioDocument, actors: TablePlan, findings: Findings): void {
  const kind = actors.given.get('kind')
  const state = actors.given.get('state')
  const stateKind = actors.columns.get('kind')?.values?.indexOf('state') ?? -1
  if (!kind || !state) return
  actors.ids.forEach((id, row) => {
    const of = state[row]
    if (of < 0) return
    const path = ['tables', 'actors', id, 'state']
    if (kind[row] === stateKind) {
      findings.add(path, `${quote(id)} is a state and cannot belong to ${quote(actors.ids[of])}`, {
        hint: 'Leave the column "state" of states empty',
      })
    } else if (kind[of] !== stateKind) {
      const owner = actors.ids[of]
      findings.add(path, `${quote(id)} belongs to ${quote(owner)}, which is not a state`, {
        expected: oneOf(actors.ids.filter((_, at) => kind[at] === stateKind)),
        hint: `${quote(owner)} is a ${document.tables.actors[owner].kind}`,
      })
    }
  })
}

function fillMembers(
  document: ScenarioDocument,
  actors: TablePlan,
  rows: Rows,
  findings: Findings,
): void {
  const ids = rows.get('actors') ?? new Map<string, number>()
  const n = actors.ids.length
  const member = new Uint8Array(n * (rows.get('groups')?.size ?? 0))
  Object.entries(document.groups ?? {}).forEach(([group, { members }], block) => {
    members.forEach((id, at) => {
      const row = ids.get(id)
      if (row !== undefined) member[positionOf({ block }, row, n)] = 1
      else
        findings.add(
          ['groups', group, 'members', at],
          `${quote(id)} in group ${quote(group)} is not among the actors`,
          { nearest: nearest(id, ids.keys()), expected: oneOf(ids.keys()) },
        )
    })
  })
  if (actors.columns.has('member')) (actors.given as Map<string, ColumnArray>).set('member', member)
}
