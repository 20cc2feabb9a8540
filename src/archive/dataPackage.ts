import { type DataColumn, type DataTable, isText } from './dataTable.js'

/** A field of a Table Schema, with `unit`, `measure` and `subjects` of our own beside the standard's keys. */
export interface Field {
  readonly name: string
  readonly title: string
  readonly type: DataColumn['type']
  readonly description: string
  readonly unit: string
  readonly measure?: string
  readonly subjects?: readonly string[]
}

/** One result file as `datapackage.json` describes it. */
export interface Resource {
  readonly name: string
  readonly path: string
  readonly profile: 'tabular-data-resource'
  readonly description: string
  readonly format: 'csv'
  readonly mediatype: 'text/csv'
  readonly encoding: 'utf-8'
  readonly bytes: number
  readonly hash: string
  readonly rows: number
  readonly dialect: {
    readonly delimiter: ','
    readonly lineTerminator: '\n'
    readonly header: true
  }
  readonly schema: {
    readonly fields: readonly Field[]
    readonly missingValues: readonly ['']
    readonly primaryKey?: readonly string[]
  }
}

/** The result files of a folder: a Frictionless Data Package, version 1. */
export interface DataPackage {
  readonly profile: 'tabular-data-package'
  readonly name: string
  readonly title: string
  readonly description: string
  readonly licenses: readonly { readonly name: string }[]
  readonly resources: readonly Resource[]
}

/** A table that has been written, with the size and SHA-256 of its file. */
export interface WrittenTable {
  readonly table: DataTable
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** What the package as a whole is called. */
export interface PackageHead {
  readonly name: string
  readonly title: string
  readonly description: string
  /** Licence of the data: an identifier such as `CC-BY-4.0`. */
  readonly licence: string
}

/** Describes every column of every table by type, unit and meaning. */
export function dataPackage(head: PackageHead, written: readonly WrittenTable[]): DataPackage {
  return {
    profile: 'tabular-data-package',
    name: head.name.toLowerCase().replace(/[^a-z0-9._-]/g, '-'),
    title: head.title,
    description: head.description,
    licenses: [{ name: head.licence }],
    resources: written.map(({ table, path, bytes, sha256 }) => ({
      name: table.name,
      path,
      profile: 'tabular-data-resource',
      description: table.meaning,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      rows: table.rows,
      dialect: { delimiter: ',', lineTerminator: '\n', header: true },
      schema: {
        fields: table.columns.map(field),
        missingValues: [''],
        ...(table.key.length > 0 ? { primaryKey: table.key } : {}),
      },
    })),
  }
}

const note = ' Begins with an apostrophe where a spreadsheet would take it for a formula.'

function field(column: DataColumn): Field {
  const { name, title, type, meaning, unit, measure, subjects } = column
  const free = isText(column) && name === 'reason'
  return {
    name,
    title,
    type,
    description: free ? meaning + note : meaning,
    unit,
    ...(measure === undefined ? {} : { measure }),
    ...(subjects === undefined ? {} : { subjects }),
  }
}
