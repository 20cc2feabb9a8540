import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { readNumber } from './cell.js'
import type { Findings, Path, Place } from './findings.js'
import { type CsvField, type CsvTable, readCsv } from './readCsv.js'

/** A CSV file by rows and columns (both from 0, the header not counted), with the place of everything. */
export class Csv {
  readonly file: string
  readonly names: readonly string[]
  readonly length: number
  private readonly header: readonly CsvField[]
  private readonly rows: CsvTable['rows']

  private constructor({ file, header, rows }: CsvTable) {
    this.file = file
    this.header = header
    this.rows = rows
    this.names = header.map(({ text }) => text)
    this.length = rows.length
  }

  /** @throws {InputError} see `readCsv` */
  static read(text: string, file: string): Csv {
    return new Csv(readCsv(text, file))
  }

  text(row: number, column: number): string {
    return this.rows[row][column].text
  }

  place(row: number, column: number): Place {
    return this.placeOf(this.rows[row]?.[column] ?? this.header[0])
  }

  headerPlace(column: number): Place {
    return this.placeOf(this.header[column])
  }

  /** A number, or a report. */
  number(row: number, column: number, findings: Findings): number | undefined {
    const text = this.text(row, column)
    const value = readNumber(text)
    if (value === undefined) {
      findings.problems.push({
        ...this.place(row, column),
        message: `${quote(text)} is not a number`,
        expected: 'a number without thousands separators',
      })
    }
    return value
  }

  refuseDate(row: number, column: number, findings: Findings): void {
    findings.problems.push({
      ...this.place(row, column),
      message: `${quote(this.text(row, column))} is not a date`,
      expected: 'a year, a month or a day: 1985, 1985-07 or 1985-07-08',
    })
  }

  /**
   * The columns of a file whose form is fixed.
   *
   * @returns undefined after a report of columns that are missing or unknown
   */
  columns(
    required: readonly string[],
    optional: readonly string[],
    findings: Findings,
  ): number[] | undefined {
    const known = [...required, ...optional]
    const before = findings.count
    this.names.forEach((name, at) => {
      if (known.includes(name)) return
      findings.problems.push({
        ...this.headerPlace(at),
        message: `unknown column ${quote(name)}`,
        expected: oneOf(known),
        nearest: nearest(name, known),
      })
    })
    for (const name of required) {
      if (this.names.includes(name)) continue
      findings.problems.push({
        ...this.headerPlace(0),
        message: `column ${quote(name)} is missing`,
      })
    }
    return findings.count > before ? undefined : required.map((name) => this.names.indexOf(name))
  }

  /**
   * Columns that the scenario file names.
   *
   * @param paths where it names them
   * @returns undefined after a report of names that the file does not have
   */
  find(
    wanted: readonly string[],
    paths: readonly Path[],
    findings: Findings,
  ): number[] | undefined {
    const before = findings.count
    wanted.forEach((name, at) => {
      if (this.names.includes(name)) return
      findings.add(paths[at], `${this.file} has no column ${quote(name)}`, {
        expected: oneOf(this.names, 12),
        nearest: nearest(name, this.names),
      })
    })
    return findings.count > before ? undefined : wanted.map((name) => this.names.indexOf(name))
  }

  private placeOf({ line, column }: CsvField): Place {
    return { file: this.file, line, column }
  }
}
