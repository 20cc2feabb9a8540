import { formatDate } from '../calendar/index.js'
import { type Assignment, allocate, type TablePlan } from '../world/index.js'
import { faultOf, isRuled } from './checkRows.js'
import type { Findings, Path } from './findings.js'

/** A dated change of one cell, and where its value was written. */
export interface Dated extends Assignment {
  readonly path: Path
}

/**
 * Reports dated changes after which a row no longer goes together: a call that then closes before it opens, say. All
 * that is dated for one day counts together.
 */
export function checkDated(
  dated: readonly Dated[],
  tables: readonly TablePlan[],
  findings: Findings,
): void {
  const ruled = dated.filter((change) => touchesRule(change, tables))
  if (ruled.length === 0) return
  const now = new Map(tables.map((table) => [table.name, copied(table, ruled)]))
  const days = [...new Set(ruled.map(({ day }) => day))].sort((a, b) => a - b)
  for (const day of days) {
    const ofDay = ruled.filter((change) => change.day === day)
    for (const { table, column, at, value } of ofDay) {
      const values = now.get(table)?.given.get(column)
      if (values) values[at] = value
    }
    for (const change of ofDay) {
      const table = now.get(change.table)
      const fault = table && faultAfter(change, table, now)
      if (fault === undefined) continue
      const { message, ...details } = fault
      findings.add(change.path, `from ${formatDate(day)} on, ${message}`, details)
    }
  }
}

/** Whether the column has a rule or stands in the rule of another. */
function touchesRule({ table, column }: Dated, tables: readonly TablePlan[]): boolean {
  const columns = tables.find(({ name }) => name === table)?.columns ?? new Map()
  const own = columns.get(column)
  if (own !== undefined && isRuled(own)) return true
  return rulesOn(column, columns).length > 0
}

/** Columns whose rule speaks of the column. */
function rulesOn(column: string, columns: TablePlan['columns']): string[] {
  return [...columns]
    .filter(([, { ends, otherThan }]) => ends === column || otherThan === column)
    .map(([name]) => name)
}

function faultAfter(
  { column, at }: Dated,
  table: TablePlan,
  tables: ReadonlyMap<string, TablePlan>,
) {
  const names = [column, ...rulesOn(column, table.columns)]
  for (const name of names) {
    const fault = faultOf(name, at, table, tables)
    if (fault) return fault
  }
  return undefined
}

/** The table with copies of the columns that change, and of those that the scenario leaves out. */
function copied(table: TablePlan, dated: readonly Dated[]): TablePlan {
  const given = new Map(table.given)
  for (const { table: name, column } of dated) {
    const descriptor = table.columns.get(column)
    if (name !== table.name || descriptor === undefined) continue
    const values = table.given.get(column)
    given.set(column, values?.slice() ?? allocate(descriptor, table.ids.length))
  }
  return { ...table, given }
}
