import { parseDate } from '../calendar/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import type { Column } from '../world/index.js'
import type { Cell } from './document.js'
import type { Details } from './findings.js'

/** A value read from a cell, or what is wrong with it. */
export type CellReading =
  | { readonly value: number }
  | ({ readonly message: string } & Omit<Details, 'at'>)

const truths: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  on: true,
  '1': true,
  no: false,
  false: false,
  off: false,
  '0': false,
}

const decimal = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/
const fullDate = /^\d{4}-\d{2}-\d{2}$/

/** `yes`, `no`, `true`, `false`, `on`, `off`, 1 or 0, in any case of letters. */
export function readTruth(cell: Cell): boolean | undefined {
  const word = String(cell).trim().toLowerCase()
  return Object.hasOwn(truths, word) ? truths[word] : undefined
}

/** A decimal number without thousands separators. */
export function readNumber(cell: Cell): number | undefined {
  if (typeof cell === 'boolean') return undefined
  const value =
    typeof cell === 'number' ? cell : decimal.test(cell.trim()) ? Number(cell) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** A whole date, `YYYY-MM-DD`, as a day number. */
export function readDay(cell: Cell): number | undefined {
  const text = String(cell)
  return fullDate.test(text) ? parseDate(text) : undefined
}

/** Whether a column holds yes and no. */
export function isTruthColumn({ type, range, values }: Column): boolean {
  return type === 'u8' && values === undefined && range?.[0] === 0 && range[1] === 1
}

/**
 * Reads one cell by its column's descriptor: a number, a date (unit `day`), a name out of a list, a row of another
 * table by its id, or yes and no.
 *
 * @param rows row numbers of the table that the column refers to, by id
 */
export function readCell(
  column: Column,
  cell: Cell,
  rows: ReadonlyMap<string, number> | undefined,
): CellReading {
  const shown = quote(String(cell))
  if (column.references !== undefined) {
    const row = rows?.get(String(cell))
    if (row !== undefined) return { value: row }
    const ids = rows ? [...rows.keys()] : []
    return {
      message: `${shown} is not among the ${column.references}`,
      expected: oneOf(ids),
      nearest: nearest(String(cell), ids),
    }
  }
  if (column.values !== undefined) {
    const value = column.values.indexOf(String(cell))
    if (value >= 0) return { value }
    return {
      message: `${shown} is not a value of this column`,
      expected: expectedOf(column),
      nearest: nearest(String(cell), column.values),
    }
  }
  if (column.unit === 'day') {
    const value = readDay(cell)
    if (value !== undefined) return { value }
    return { message: `${shown} is not a date`, expected: expectedOf(column) }
  }
  if (isTruthColumn(column)) {
    const value = readTruth(cell)
    if (value !== undefined) return { value: value ? 1 : 0 }
    return { message: `${shown} is neither yes nor no`, expected: expectedOf(column) }
  }
  return readQuantity(column, cell, shown)
}

/** What a cell of a column may hold, in words. */
export function expectedOf(column: Column): string {
  const { references, values, unit, meaning, range, type } = column
  if (references !== undefined) return `an id out of ${references} (${meaning})`
  if (values !== undefined) return `${oneOf(values, 12)} (${meaning})`
  if (unit === 'day') return `a day such as 1985-07-08 (${meaning})`
  if (isTruthColumn(column)) return `yes or no (${meaning})`
  const kind = type === 'f64' ? 'a number' : 'a whole number'
  const span = range === undefined ? '' : ` from ${range[0]} to ${range[1]}`
  return `${kind}${span} (${meaning}${unit === '1' ? '' : `, in ${unit}`})`
}

function readQuantity(column: Column, cell: Cell, shown: string): CellReading {
  const { type, range } = column
  const expected = expectedOf(column)
  const value = readNumber(cell)
  if (value === undefined) {
    const grouped = typeof cell === 'string' && /^[-+]?\d{1,3}([, '_]\d{3})+(\.\d+)?$/.test(cell)
    const comma = typeof cell === 'string' && /^[-+]?\d+,\d+$/.test(cell)
    return {
      message: `${shown} is not a number`,
      expected,
      hint: grouped
        ? 'Leave out the thousands separators'
        : comma
          ? 'Write the decimals after a point'
          : undefined,
    }
  }
  if (type !== 'f64' && !Number.isInteger(value)) {
    return { message: `${shown} is not a whole number`, expected }
  }
  // What an array of the type can hold, where the descriptor says nothing.
  const widest = type === 'u8' ? [0, 255] : type === 'i32' ? [-2147483648, 2147483647] : undefined
  const [low, high] = range ?? widest ?? [-Number.MAX_VALUE, Number.MAX_VALUE]
  if (value < low || value > high) {
    return { message: `${shown} is out of range`, expected }
  }
  return { value }
}
