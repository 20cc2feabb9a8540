import { formatDate } from '../calendar/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { type Column, type ColumnArray, initialOf, type TablePlan } from '../world/index.js'
import type { ScenarioDocument } from './document.js'
import type { Details, Findings } from './findings.js'
import { rowsOf } from './rows.js'

/** What is wrong with a value that could be read. */
export type Fault = { readonly message: string } & Omit<Details, 'at'>

/** The tables as the scenario gives them, by name. */
export type Given = ReadonlyMap<string, TablePlan>

/**
 * Reports cells that can be read and cannot be meant: a reference to an actor of the wrong kind or to the row itself,
 * an end before its beginning, a column that its row cannot have.
 */
export function checkRows(
  document: ScenarioDocument,
  plan: TablePlan,
  tables: Given,
  findings: Findings,
): void {
  const ruled = [...plan.columns].filter(
    ([name, column]) => isRuled(column) && plan.given.has(name),
  )
  if (ruled.length === 0) return
  Object.entries(rowsOf(document, plan.name)).forEach(([id, cells], row) => {
    if (findings.isFull) return
    for (const [name] of ruled) {
      if (!Object.hasOwn(cells, name)) continue
      const fault = faultOf(name, row, plan, tables)
      if (fault === undefined) continue
      const { message, ...details } = fault
      findings.add(['tables', plan.name, id, name], message, details)
    }
  })
}

/** Whether a column's values are held against other columns. */
export function isRuled({ per, kinds, rowsOf: rows, ends, otherThan }: Column): boolean {
  return per === undefined && Boolean(kinds ?? rows ?? ends ?? otherThan)
}

/** What is wrong with a value beside the rest of its row; nothing where it was left out. */
export function faultOf(
  name: string,
  row: number,
  table: TablePlan,
  tables: Given,
): Fault | undefined {
  const column = table.columns.get(name)
  const value = table.given.get(name)?.[row]
  if (column === undefined || value === undefined) return undefined
  // What is left out is neither an end nor a name.
  if (value === initialOf(column) && column.input !== 'required') return undefined
  const fault =
    faultOfRow(column, row, table) ??
    faultOfKind(column, value, tables) ??
    faultOfName(column, value, row, table, tables) ??
    faultOfEnd(column, value, row, table)
  if (fault === undefined) return undefined
  const message = `${table.name}.${name} of ${quote(table.ids[row])}: ${fault.message}`
  return { ...fault, message }
}

function faultOfRow(column: Column, row: number, table: TablePlan): Fault | undefined {
  const kind = kindOf(table, row)
  if (column.rowsOf === undefined || kind === undefined) return undefined
  if (column.rowsOf.includes(kind)) return undefined
  return {
    message: `${quote(table.ids[row])} is ${aKind(kind)}, and this column is for ${aKind(...column.rowsOf)} (${column.meaning})`,
    hint: 'Leave the cell empty',
  }
}

function faultOfKind(column: Column, value: number, tables: Given): Fault | undefined {
  const actors = tables.get('actors')
  const { kinds } = column
  if (kinds === undefined || column.references !== 'actors' || actors === undefined)
    return undefined
  const kind = kindOf(actors, value)
  if (kind === undefined || kinds.includes(kind)) return undefined
  const known = actors.ids.filter((_, at) => kinds.includes(kindOf(actors, at) ?? ''))
  const id = actors.ids[value]
  return {
    message: `${quote(id)} is ${aKind(kind)}, not ${aKind(...kinds)}`,
    ...(known.length > 0
      ? { expected: `${oneOf(known)} (${column.meaning})`, nearest: nearest(id, known) }
      : { hint: `No actor of this scenario is ${aKind(...kinds)}` }),
  }
}

function faultOfName(
  column: Column,
  value: number,
  row: number,
  table: TablePlan,
  tables: Given,
): Fault | undefined {
  const { otherThan, references = '' } = column
  if (otherThan === undefined) return undefined
  const taken = otherThan === 'id' ? row : table.given.get(otherThan)?.[row]
  if (value !== taken) return undefined
  const names = references === table.name ? table.ids : (tables.get(references)?.ids ?? [])
  const others = names.filter((_, at) => at !== taken)
  return {
    message:
      otherThan === 'id' ? 'it names itself' : `it is ${quote(names[value])}, as ${otherThan} is`,
    expected: `${others.length > 0 ? oneOf(others) : 'another row'} (${column.meaning})`,
    hint: column.input === 'optional' ? 'Leave it out for none' : undefined,
  }
}

function faultOfEnd(
  column: Column,
  value: number,
  row: number,
  table: TablePlan,
): Fault | undefined {
  const { ends, unit } = column
  if (ends === undefined) return undefined
  const first = valueAt(table, ends, row)
  if (first === undefined) return undefined
  if (unit === 'day') {
    if (value > first) return undefined
    const day = formatDate(first)
    return {
      message: `${formatDate(value)} does not lie after "${ends}", ${day}`,
      expected: `a day after ${day} (${column.meaning})`,
    }
  }
  if (value >= first) return undefined
  const most = column.range?.[1]
  return {
    message: `${value} lies below "${ends}", ${first}`,
    expected: `a number from ${first}${most === undefined ? '' : ` to ${most}`} (${column.meaning})`,
  }
}

/** A value, or what stands where the scenario gives none. */
function valueAt({ columns, given }: TablePlan, name: string, row: number): number | undefined {
  const column = columns.get(name)
  const values: ColumnArray | undefined = given.get(name)
  return values?.[row] ?? (column && initialOf(column))
}

/** Kind of an actor; nothing for rows of other tables. */
function kindOf({ columns, given }: TablePlan, row: number): string | undefined {
  const at = given.get('kind')?.[row]
  return at === undefined ? undefined : columns.get('kind')?.values?.[at]
}

function aKind(...kinds: readonly string[]): string {
  const last = kinds.slice(-1)
  const rest = kinds.slice(0, -1)
  const words = rest.length > 0 ? `${rest.join(', ')} or ${last}` : `${last}`
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}
