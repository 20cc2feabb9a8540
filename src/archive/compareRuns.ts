import { type DataColumn, type DataTable, isText, numbersOf, textsOf } from './dataTable.js'
import type { ArchivedRun } from './readRun.js'

/** Where two runs part in what they left behind. */
export interface RunDifference {
  /** File without its ending. */
  readonly file: string
  readonly column: string
  /** Tick and its date; −1 and empty where the file has no ticks. */
  readonly tick: number
  readonly date: string
  /** The actor or agreement that the row is about; empty for none. */
  readonly subject: string
  readonly a: string | number
  readonly b: string | number
}

/** What two runs have in common. */
export interface RunComparison {
  /** Every value of every file is the same. */
  readonly same: boolean
  /** The first tick at which some value differs, and the first such value in the order of files and columns. */
  readonly first?: RunDifference
  /** What differs in how they were made: keys of the manifest. */
  readonly made: readonly string[]
  /** Columns that only one of them has, `file.column`. */
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
}

/** Compares two archived runs, value by value and bit by bit. */
export function compareRuns(a: ArchivedRun, b: ArchivedRun): RunComparison {
  const files = ['measures', 'actors', 'events', 'agreements'] as const
  let first: RunDifference | undefined
  const onlyA: string[] = []
  const onlyB: string[] = []
  for (const file of files) {
    const found = compareTables(a[file], b[file])
    onlyA.push(...missing(a[file], b[file]))
    onlyB.push(...missing(b[file], a[file]))
    // Agreements have no ticks: they decide only where all else is the same.
    if (found && (first === undefined || (found.tick >= 0 && found.tick < first.tick)))
      first = found
  }
  const made = (
    [
      'version',
      'scenario',
      'treatment',
      'settings',
      'patches',
      'seed',
      'replicate',
      'mechanisms',
      'timeline',
    ] as const
  ).filter((key) => JSON.stringify(a.manifest[key]) !== JSON.stringify(b.manifest[key]))
  const same = first === undefined && onlyA.length === 0 && onlyB.length === 0
  return { same, ...(first ? { first } : {}), made, onlyA, onlyB }
}

function missing(a: DataTable, b: DataTable): string[] {
  const names = new Set(b.columns.map(({ name }) => name))
  return a.columns.filter(({ name }) => !names.has(name)).map(({ name }) => `${a.name}.${name}`)
}

/** The first row, and in it the first column, in which two tables differ. */
function compareTables(a: DataTable, b: DataTable): RunDifference | undefined {
  const pairs = a.columns.flatMap((column): [DataColumn, DataColumn][] => {
    const other = b.columns.find(({ name }) => name === column.name)
    return other ? [[column, other]] : []
  })
  const rows = Math.min(a.rows, b.rows)
  for (let row = 0; row < rows; row++) {
    for (const [left, right] of pairs) {
      if (!Object.is(plain(left, row), plain(right, row)))
        return difference(a, row, left.name, plain(left, row), plain(right, row))
    }
  }
  if (a.rows === b.rows) return undefined
  const longer = a.rows > b.rows ? a : b
  const words = (table: DataTable) => (table.rows > rows ? 'a row' : 'no row')
  return difference(longer, rows, '', words(a), words(b))
}

function plain(column: DataColumn, row: number): string | number {
  // Two NaN are the same; +0 and −0 are the same in the files.
  if (isText(column)) return column.values[row]
  const value = column.values[row]
  return value === 0 ? 0 : value
}

function difference(
  table: DataTable,
  row: number,
  column: string,
  a: string | number,
  b: string | number,
): RunDifference {
  const has = (name: string) => table.columns.some((c) => c.name === name)
  const subject = ['actor', 'id'].find(has)
  return {
    file: table.name,
    column,
    tick: has('tick') ? numbersOf(table, 'tick')[row] : -1,
    date: has('date') ? textsOf(table, 'date')[row] : '',
    subject: subject ? textsOf(table, subject)[row] : '',
    a,
    b,
  }
}
