import type { AnyMechanism } from '../contract/index.js'
import type { ColumnArray, StoredTable, World } from '../world/index.js'

/** A value left its range, or is not a number: the model is wrong, and the run ends. */
export class ModelError extends Error {
  readonly mechanism: string
  readonly subject: string
  readonly tick: number

  constructor(mechanism: string, subject: string, tick: number, what: string) {
    super(`Mechanism "${mechanism}", tick ${tick}, ${subject}: ${what}`)
    this.name = 'ModelError'
    this.mechanism = mechanism
    this.subject = subject
    this.tick = tick
  }
}

/** A column that a mechanism may write, and what its values may be. */
export interface Guarded {
  readonly table: StoredTable
  readonly column: string
  readonly array: ColumnArray
  readonly low: number
  readonly high: number
}

/**
 * The columns to look at after each step of a mechanism, or those that are fixed on the first day. Whole numbers without
 * a range cannot go wrong.
 */
export function guardedColumns(
  world: World,
  { writes = {} }: AnyMechanism,
  fixed = false,
): readonly Guarded[] {
  return Object.entries(writes).flatMap(([name, columns]) => {
    const table = world.tables.get(name)
    if (!table) return []
    return Object.keys(columns).flatMap((column) => {
      const array = table.arrays.get(column)
      const { range, fixed: isFixed = false } = table.columns.get(column) ?? {}
      if (!array || isFixed !== fixed || (!range && !(array instanceof Float64Array))) return []
      const [low, high] = range ?? [-Number.MAX_VALUE, Number.MAX_VALUE]
      return [{ table, column, array, low, high }]
    })
  })
}

/**
 * Looks at every column that the mechanism may write. One value that is not a number can otherwise spread through
 * a whole run and still give plausible results.
 *
 * @throws {ModelError} naming the mechanism, the row and the tick
 */
export function guard(guarded: readonly Guarded[], mechanism: AnyMechanism, tick: number): void {
  for (let c = 0; c < guarded.length; c++) {
    const { table, column, array, low, high } = guarded[c]
    const at =
      array instanceof Float64Array ? strayReal(array, low, high) : strayWhole(array, low, high)
    if (at < 0) continue
    const what = explain(column, array[at], low, high)
    throw new ModelError(mechanism.name, rowName(table, at), tick, what)
  }
}

/** Position of the first value outside, or −1. Once for each kind of array: mixed, the loop is slow. */
function strayReal(array: Float64Array, low: number, high: number): number {
  const { length } = array
  let i = 0
  // Four at a time, as this loop goes over everything that the model writes in every tick.
  for (; i + 3 < length; i += 4) {
    const a = array[i]
    const b = array[i + 1]
    const c = array[i + 2]
    const d = array[i + 3]
    const sound =
      a >= low &&
      a <= high &&
      b >= low &&
      b <= high &&
      c >= low &&
      c <= high &&
      d >= low &&
      d <= high
    if (!sound) break
  }
  for (; i < length; i++) if (!(array[i] >= low && array[i] <= high)) return i
  return -1
}

function strayWhole(array: Int32Array | Uint8Array, low: number, high: number): number {
  for (let i = 0; i < array.length; i++) if (array[i] < low || array[i] > high) return i
  return -1
}

function rowName(table: StoredTable, at: number): string {
  return table.ids[at % table.n] ?? `row ${at}`
}

function explain(column: string, value: number, low: number, high: number): string {
  if (Number.isNaN(value)) return `"${column}" is not a number.`
  return `"${column}" is ${value}, outside ${low} to ${high}.`
}
