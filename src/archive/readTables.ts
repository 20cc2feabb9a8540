import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { InputError, nearest, quote } from '../diagnostics/index.js'
import { rearm } from './csv.js'
import type { DataColumn, DataTable } from './dataTable.js'
import { errorCode } from './durable.js'
import { sha256 } from './hash.js'
import { parseCsv } from './parseCsv.js'

const packageShape = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string().regex(/^[\w-][\w.-]*$/),
      description: z.string(),
      hash: z.string(),
      rows: z.number().int().nonnegative(),
      schema: z.object({
        fields: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            type: z.enum(['number', 'integer', 'string', 'date']),
            description: z.string(),
            unit: z.string(),
            measure: z.string().optional(),
            subjects: z.array(z.string()).optional(),
          }),
        ),
        primaryKey: z.array(z.string()).optional(),
      }),
    }),
  ),
})

/** A table and a column as a description that has been read says they are. */
type Resource = z.infer<typeof packageShape>['resources'][number]
type Field = Resource['schema']['fields'][number]

/**
 * The JSON of one file of a result folder.
 *
 * @throws InputError if it is not there or is not JSON
 */
export async function readJson(folder: string, name: string): Promise<unknown> {
  try {
    return JSON.parse((await readBytes(folder, name)).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(folder, `${name} is not JSON`)
    throw error
  }
}

/**
 * All tables of a result folder, by name.
 *
 * @throws InputError for the first thing that is not as `datapackage.json` says
 */
export async function readTables(folder: string): Promise<ReadonlyMap<string, DataTable>> {
  const parsed = packageShape.safeParse(await readJson(folder, 'datapackage.json'))
  if (!parsed.success) throw damaged(folder, 'datapackage.json is not one of ours')
  const tables = new Map<string, DataTable>()
  for (const resource of parsed.data.resources) {
    const bytes = await readBytes(folder, resource.path)
    if (`sha256:${sha256(bytes)}` !== resource.hash)
      throw damaged(folder, `${resource.path} has been changed since it was written`)
    tables.set(resource.name, toTable(folder, resource, bytes.toString('utf8')))
  }
  return tables
}

/** The one message for a folder that is not whole. */
export function damaged(folder: string, what: string): InputError {
  return new InputError({
    file: folder,
    message: `the result folder is damaged: ${what}`,
    hint: 'Run it again, or take the folder from a copy',
  })
}

async function readBytes(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name))
  } catch (error) {
    const code = errorCode(error)
    if (['ENOENT', 'ENOTDIR'].includes(code) && isNoResult(folder)) throw missing(folder)
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(code))
      throw damaged(folder, `${name} cannot be read`)
    throw error
  }
}

/** Nothing is there, or what is there has never been a result. */
function isNoResult(folder: string): boolean {
  return !['manifest.json', 'plan.json', 'datapackage.json'].some((file) =>
    existsSync(join(folder, file)),
  )
}

function missing(folder: string): InputError {
  if (existsSync(folder)) {
    return new InputError({
      file: folder,
      message: 'this is not the folder of a result',
      expected: 'a folder that a run or an experiment has left',
    })
  }
  const beside = dirname(folder)
  const names = existsSync(beside) ? readdirSync(beside) : []
  const like = nearest(basename(folder), names)
  return new InputError({
    file: folder,
    message: 'there is no such folder',
    expected: 'a folder that a run or an experiment has left',
    ...(like === undefined ? {} : { nearest: join(beside, like) }),
  })
}

function toTable(folder: string, resource: Resource, text: string): DataTable {
  const { schema, path } = resource
  const lines = parseCsv(text)
  if (lines === undefined || lines.length !== resource.rows + 1)
    throw damaged(folder, `${path} does not have the rows that it should`)
  const wrong = lines.find((line) => line.length !== schema.fields.length)
  const [header] = lines
  if (wrong || schema.fields.some(({ name }, c) => header[c] !== name))
    throw damaged(folder, `${path} does not have the columns that it should`)
  return {
    name: resource.name,
    meaning: resource.description,
    key: schema.primaryKey ?? [],
    rows: resource.rows,
    columns: schema.fields.map((field, c) => toColumn(folder, path, field, lines, c)),
  }
}

function toColumn(
  folder: string,
  path: string,
  field: Field,
  lines: readonly (readonly string[])[],
  c: number,
): DataColumn {
  const { description, type, measure, subjects, name, title, unit } = field
  const head = {
    name,
    title,
    unit,
    meaning: description,
    ...(measure === undefined ? {} : { measure }),
    ...(subjects === undefined ? {} : { subjects }),
  }
  const rows = lines.length - 1
  if (type === 'string' || type === 'date') {
    const values = Array.from({ length: rows }, (_, row) => rearm(lines[row + 1][c]))
    return { ...head, type, values }
  }
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const cell = lines[row + 1][c]
    const value = readNumber(cell)
    if (value === undefined)
      throw damaged(folder, `${path} has ${quote(cell)} for a number in column ${name}`)
    values[row] = value
  }
  return { ...head, type, values }
}

/** The inverse of `formatNumber`; undefined for what is not a number. */
function readNumber(cell: string): number | undefined {
  if (cell === '') return NaN
  if (cell === 'INF') return Infinity
  if (cell === '-INF') return -Infinity
  const value = Number(cell)
  return Number.isNaN(value) || cell.trim() !== cell ? undefined : value
}
