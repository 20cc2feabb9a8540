import { type DataColumn, type DataTable, isText } from './dataTable.js'

/** Rows that are joined into one piece of text: large enough to be fast, small enough to be cheap. */
const rowsPerPiece = 4096

/**
 * A table as CSV after RFC 4180, but with LF: header, one line a row, in pieces to be written one after another.
 * Numbers in the shortest form that reads back to the same bits; missing values are empty cells.
 */
export function* formatCsv(table: DataTable): Generator<string> {
  const cells = table.columns.map(cellWriter)
  yield `${table.columns.map(({ name }) => quoteCell(name)).join(',')}\n`
  for (let from = 0; from < table.rows; from += rowsPerPiece) {
    const lines: string[] = []
    const to = Math.min(table.rows, from + rowsPerPiece)
    for (let row = from; row < to; row++) {
      let line = ''
      for (let c = 0; c < cells.length; c++) line += c === 0 ? cells[c](row) : `,${cells[c](row)}`
      // A row of one empty cell would be an empty line, which readers skip.
      lines.push(line === '' ? '""' : line)
    }
    yield `${lines.join('\n')}\n`
  }
}

/** A number as a cell. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return ''
  // The Table Schema's own words; −0 would be a difference that nobody can see.
  if (value === Infinity) return 'INF'
  if (value === -Infinity) return '-INF'
  return value === 0 ? '0' : String(value)
}

/** Text as a cell: disarmed, then quoted where it must be. */
export function formatText(text: string): string {
  return quoteCell(disarm(text))
}

/**
 * Spreadsheets run cells that begin with one of these as formulas. Apostrophes before count too, so that
 * the one that is added can be taken off again whatever the text was.
 */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/u
const disarmed = /^'+[=+\-@\t\r\n＝＋－＠]/u

/** Text that no spreadsheet takes for a formula. */
export function disarm(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** The inverse of `disarm`. */
export function rearm(text: string): string {
  return disarmed.test(text) ? text.slice(1) : text
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function cellWriter(column: DataColumn): (row: number) => string {
  if (isText(column)) {
    const { values } = column
    return (row) => formatText(values[row])
  }
  const { values } = column
  return (row) => formatNumber(values[row])
}
