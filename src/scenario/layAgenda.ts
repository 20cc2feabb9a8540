import { nearest, oneOf, quote } from '../diagnostics/index.js'
import type { Announcement, Assignment, TablePlan } from '../world/index.js'
import { readCell, readDay } from './cell.js'
import { checkDated, type Dated } from './checkDated.js'
import type { Cell, ScenarioDocument } from './document.js'
import type { Findings, Path } from './findings.js'
import type { Inventory } from './inventory.js'
import type { Rows } from './rows.js'
import { positionOf, slotOf } from './slot.js'

/** What comes from outside, by days. */
export interface AgendaPlan {
  readonly assignments: readonly Assignment[]
  readonly announcements: readonly Announcement[]
}

/**
 * Turns changes and events into dated assignments. A change before the first day counts from the first day on.
 *
 * Reports dates that do not exist, targets that do not exist, cells that cannot be read, and attempts to set an
 * outcome of the model.
 */
export function layAgenda(
  document: ScenarioDocument,
  inventory: Inventory,
  rows: Rows,
  tables: readonly TablePlan[],
  findings: Findings,
): AgendaPlan {
  const assignments: Assignment[] = []
  const announcements: Announcement[] = []
  const dated: Dated[] = []
  const before = findings.count
  const aim = (day: number, target: Target, keys: TargetPaths) => {
    const assignment = assign(day, target, keys, inventory, rows, findings)
    if (assignment === undefined) return
    assignments.push(assignment)
    dated.push({ ...assignment, path: keys.value })
  }
  document.changes?.forEach(({ date, ...target }, at) => {
    if (findings.isFull) return
    const path = ['changes', at]
    const day = dayAt(date, [...path, 'date'], findings)
    const keys = {
      table: [...path, 'table'],
      id: [...path, 'id'],
      column: [...path, 'column'],
      value: [...path, 'value'],
    }
    if (day !== undefined) aim(day, target, keys)
  })
  document.events?.forEach(({ date, title, set }, at) => {
    const path = ['events', at]
    const day = dayAt(date, [...path, 'date'], findings)
    if (day === undefined) return
    for (const [table, byId] of Object.entries(set)) {
      for (const [id, cells] of Object.entries(byId)) {
        for (const [column, value] of Object.entries(cells)) {
          const at = [...path, 'set', table]
          const keys = {
            table: at,
            id: [...at, id],
            column: [...at, id, column],
            value: [...at, id, column],
          }
          aim(day, { table, id, column, value }, keys)
        }
      }
    }
    const subject = (table: string) =>
      firstRow(rows, table, Object.hasOwn(set, table) ? set[table] : {})
    announcements.push({ day, title, issue: subject('issues'), actor: subject('actors') })
  })
  if (findings.count === before) checkDated(dated, tables, findings)
  return { assignments, announcements }
}

interface Target {
  readonly table: string
  readonly id: string
  readonly column: string
  readonly value: Cell
}

type TargetPaths = { readonly [K in keyof Target]: Path }

function dayAt(date: string, path: Path, findings: Findings): number | undefined {
  const day = readDay(date)
  if (day === undefined) reportDate(date, path, findings)
  return day
}

/** Says that a date is none, or not one of the calendar. */
export function reportDate(date: string, path: Path, findings: Findings): void {
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(date)
  findings.add(
    path,
    shaped ? `there is no day ${quote(date)} in the calendar` : `${quote(date)} is not a date`,
    shaped ? {} : { expected: 'a day such as 1985-07-08' },
  )
}

function assign(
  day: number,
  { table, id, column, value }: Target,
  keys: TargetPaths,
  inventory: Inventory,
  rows: Rows,
  findings: Findings,
): Assignment | undefined {
  const unknown = (at: Path, what: string, name: string, among: readonly string[]) => {
    findings.add(at, `unknown ${what} ${quote(name)}`, {
      at: 'key',
      expected: oneOf(among),
      nearest: nearest(name, among),
    })
  }
  const columns = inventory.tables.get(table)
  const ids = rows.get(table)
  if (columns === undefined || ids === undefined) {
    unknown(keys.table, 'table', table, [...inventory.tables.keys()])
    return undefined
  }
  const row = ids.get(id)
  if (row === undefined) {
    unknown(keys.id, `row of ${table}`, id, [...ids.keys()])
    return undefined
  }
  const slot = slotOf(column, columns, rows)
  if (slot === undefined) {
    const open = [...columns.values()].filter((c) => c.column.input)
    unknown(
      keys.column,
      `column of ${table}`,
      column,
      open.map((c) => c.name),
    )
    return undefined
  }
  if (typeof slot === 'string') {
    findings.add(keys.column, slot, { at: 'key' })
    return undefined
  }
  const { declared } = slot
  if (declared.column.input === undefined) {
    findings.add(keys.column, `${table}.${declared.name} is an outcome of the model`, {
      at: 'key',
      hint: 'What mechanisms compute cannot be set from outside',
    })
    return undefined
  }
  const reading = readCell(declared.column, value, rows.get(declared.column.references ?? ''))
  if ('message' in reading) {
    const { message, ...details } = reading
    findings.add(keys.value, `${table}.${declared.name} of ${quote(id)}: ${message}`, details)
    return undefined
  }
  return {
    day,
    table,
    column: declared.name,
    at: positionOf(slot, row, ids.size),
    value: reading.value,
  }
}

function firstRow(rows: Rows, table: string, cells: { readonly [id: string]: unknown }): number {
  return rows.get(table)?.get(Object.keys(cells)[0] ?? '') ?? -1
}
