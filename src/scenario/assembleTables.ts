import { quote } from '../diagnostics/index.js'
import { assembleLaws } from './assembleLaws.js'
import { type Assembling, openCsv } from './assembling.js'
import type { Csv } from './Csv.js'
import type { DocumentTable } from './document.js'
import type { Findings, Path } from './findings.js'
import { forbiddenNames } from './readYaml.js'
import type { WrittenRow, WrittenScenario } from './writtenForm.js'

/** Reads the tables, each from a CSV file or from rows in the YAML file. Reports ids that cannot be. */
export async function assembleTables(written: WrittenScenario['tables'], context: Assembling) {
  const tables: Record<string, DocumentTable> = {}
  for (const [name, table] of Object.entries(written)) {
    const path = ['tables', name]
    if (typeof table !== 'string') {
      tables[name] = inlineTable(table, path, context)
      continue
    }
    const csv = await openCsv(table, path, context)
    tables[name] = csv ? csvTable(csv, path, context) : {}
  }
  await assembleLaws(tables, context)
  return tables
}

function inlineTable(
  rows: { readonly [id: string]: WrittenRow | null },
  path: Path,
  { findings }: Assembling,
): DocumentTable {
  return Object.fromEntries(
    Object.entries(rows).map(([id, row]) => {
      reportId(id, [...path, id], findings)
      const cells = Object.entries(row ?? {}).filter(([, cell]) => cell !== null && cell !== '')
      return [id, Object.fromEntries(cells) as DocumentTable[string]]
    }),
  )
}

function csvTable(csv: Csv, path: Path, { places, findings }: Assembling): DocumentTable {
  const table: Record<string, Record<string, string>> = {}
  if (csv.names[0] !== 'id') {
    findings.problems.push({
      ...csv.headerPlace(0),
      message: `the first column is ${quote(csv.names[0])}`,
      expected: 'a first column "id" that names the rows',
    })
    return {}
  }
  const lines = new Map<string, number>()
  for (let row = 0; row < csv.length; row++) {
    const id = csv.text(row, 0)
    const earlier = lines.get(id)
    if (earlier === undefined) lines.set(id, row)
    else {
      findings.problems.push({
        ...csv.place(row, 0),
        message: `id ${quote(id)} is there twice, first in line ${csv.place(earlier, 0).line}`,
        expected: 'an id of its own for each row',
      })
      continue
    }
    const cells: Record<string, string> = {}
    csv.names.forEach((name, at) => {
      if (at > 0 && csv.text(row, at) !== '') cells[name] = csv.text(row, at)
    })
    table[id] = cells
  }
  places.mount(path, (rest, at) => {
    const row = lines.get(String(rest[0])) ?? -1
    const column = rest.length > 1 ? csv.names.indexOf(String(rest[1])) : 0
    if (row < 0 || column < 0) return row < 0 ? { file: csv.file } : csv.place(row, 0)
    return at === 'key' && rest.length > 1 ? csv.headerPlace(column) : csv.place(row, column)
  })
  for (const id of lines.keys()) reportId(id, [...path, id], findings)
  return table
}

/** An id is shown in messages, asked for in formulas, and joined with others by a bar. */
function reportId(id: string, path: Path, findings: Findings): void {
  const why =
    id === ''
      ? 'a row has no id'
      : forbiddenNames.has(id)
        ? `${quote(id)} cannot be used as an id`
        : id.length > 100
          ? `id ${quote(id)} is longer than 100 characters`
          : id !== id.trim() || /["\\|\p{Cc}]/u.test(id)
            ? `id ${quote(id)} has a quotation mark, bar, backslash, control character or outer space`
            : undefined
  if (why) findings.add(path, why, { at: 'key', expected: 'a short name such as US-NY' })
}
