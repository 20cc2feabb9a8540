import { nearest, quote } from '../diagnostics/index.js'
import type { DeclaredColumn, TableInventory } from './inventory.js'
import type { Rows } from './rows.js'

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
    return `column ${quote(name)} has one value a row: leave out ${quote(key.slice(colon))}`
  }
  const others = rows.get(per) ?? new Map<string, number>()
  const ids = [...others.keys()]
  if (ids.length === 0)
    return `column ${quote(key)} has one value for each of ${per}, and there are none`
  if (colon < 0) {
    if (ids.length === 1) return { declared, width: 1, block: 0 }
    const example = ids.slice(0, 2).map((id) => `${name}:${id}`)
    return `column ${quote(name)} has one value for each of ${per}: write ${example.join(', ')}`
  }
  const other = key.slice(colon + 1)
  const block = others.get(other)
  if (block !== undefined) return { declared, width: ids.length, block }
  const near = nearest(other, ids)
  const guess =
    near === undefined ? `they are ${ids.slice(0, 8).join(', ')}` : `did you mean ${name}:${near}?`
  return `column ${quote(key)}: ${quote(other)} is not among the ${per}; ${guess}`
}
