import { InputError, type Problem, quote } from '../diagnostics/index.js'
import type { Place } from './findings.js'

/** One field of a CSV file and where it starts. */
export interface CsvField {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** A CSV file: its header, and rows with as many fields. */
export interface CsvTable {
  readonly file: string
  readonly header: readonly CsvField[]
  readonly rows: readonly (readonly CsvField[])[]
}

/** The place of a field, for messages. */
export function placeOfField(file: string, field: CsvField): Place {
  return { file, line: field.line, column: field.column }
}

/**
 * Reads CSV after RFC 4180: commas, quotes doubled inside quotes, any line ends, a byte order mark, empty lines at
 * the end. Fields are trimmed of spaces unless quoted.
 *
 * @param file the file as the user named it
 * @throws {InputError} for ragged rows, stray or open quotes, and a header with empty or doubled names
 */
export function readCsv(text: string, file: string): CsvTable {
  const [header, ...rows] = splitRows(text.replace(/^\uFEFF/, ''), file)
  if (header === undefined) {
    throw new InputError({ file, message: 'the file is empty', expected: 'a header line and rows' })
  }
  const problems = [...headerProblems(header), ...raggedRows(header, rows)]
  if (problems.length > 0) throw new InputError(problems.map((problem) => ({ file, ...problem })))
  return { file, header, rows }
}

function headerProblems(header: readonly CsvField[]): Problem[] {
  const problems: Problem[] = []
  if (header.length === 1 && /[;\t]/.test(header[0].text)) {
    return [
      {
        line: 1,
        message: 'the columns are not separated by commas',
        hint: 'Save the sheet as "CSV UTF-8 (comma delimited)"',
      },
    ]
  }
  const seen = new Set<string>()
  for (const { text, line, column } of header) {
    if (text === '') problems.push({ line, column, message: 'a column has no name' })
    else if (seen.has(text))
      problems.push({ line, column, message: `column ${quote(text)} is there twice` })
    seen.add(text)
  }
  return problems
}

function raggedRows(header: readonly CsvField[], rows: readonly (readonly CsvField[])[]) {
  return rows
    .filter((row) => row.length !== header.length)
    .slice(0, 20)
    .map((row): Problem => {
      const extra = row[Math.min(header.length, row.length - 1)]
      return {
        line: extra.line,
        column: extra.column,
        message: `the row has ${fields(row.length)}, the header ${header.length}`,
        hint:
          row.length > header.length
            ? 'Text with a comma in it must stand in quotes, and numbers have no thousands separator'
            : 'Write a comma for every empty field, too',
      }
    })
}

function fields(n: number): string {
  return n === 1 ? '1 field' : `${n} fields`
}

function splitRows(text: string, file: string): CsvField[][] {
  const rows: CsvField[][] = []
  let row: CsvField[] = []
  let line = 1
  let lineStart = 0
  let at = 0
  const fail = (message: string, hint?: string): never => {
    throw new InputError({ file, line, column: at - lineStart + 1, message, hint })
  }
  while (at <= text.length) {
    const place = { line, column: at - lineStart + 1 }
    let value: string
    if (text[at] === '"') {
      const parts: string[] = []
      const start = { at, line, lineStart }
      at++
      for (;;) {
        const end = text.indexOf('"', at)
        if (end < 0) {
          ;({ at, line, lineStart } = start)
          fail('this quotation mark is not closed')
        }
        const part = text.slice(at, end)
        for (const lineBreak of part.matchAll(/\r\n|\n|\r/g)) {
          line++
          lineStart = at + lineBreak.index + lineBreak[0].length
        }
        parts.push(part)
        at = end + 1
        if (text[at] !== '"') break
        parts.push('"')
        at++
      }
      value = parts.join('')
      while (text[at] === ' ') at++
    } else {
      const start = at
      while (at < text.length && !',\n\r'.includes(text[at])) {
        if (text[at] === '"')
          fail(
            'a quotation mark inside a field',
            'Put the whole field in quotes and double the mark',
          )
        at++
      }
      value = text.slice(start, at).trim()
    }
    row.push({ text: value, ...place })
    const separator = text[at]
    if (separator === ',') {
      at++
      continue
    }
    if (separator !== undefined && separator !== '\n' && separator !== '\r')
      fail('text after the closing quotation mark', 'Expected a comma or the end of the line')
    rows.push(row)
    row = []
    if (separator === undefined) break
    at += separator === '\r' && text[at + 1] === '\n' ? 2 : 1
    line++
    lineStart = at
  }
  while (rows.length > 0 && isBlank(rows[rows.length - 1])) rows.pop()
  return rows
}

function isBlank(row: readonly CsvField[]): boolean {
  return row.every(({ text }) => text === '')
}
