import type { Library } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { isTruthColumn, readCell, readDay, readNumber } from './cell.js'
import type { Cell, ScenarioDocument } from './document.js'
import type { Details } from './findings.js'
import type { Inventory } from './inventory.js'
import { headKeys } from './layTables.js'
import { readParameter } from './parameters.js'
import { populationKeys } from './populationSettings.js'
import { type Rows, rowsOf } from './rows.js'
import { slotOf } from './slot.js'
import { isTickRate, tickRates } from './tickRate.js'

/** Where a change goes in the document, and the value in its right type; or what is wrong with it. */
export type ResolvedChange =
  | {
      readonly path: readonly string[]
      readonly value: Cell
      /** Only whole numbers can stand there. */
      readonly whole?: boolean
    }
  | ({ readonly message: string } & Omit<Details, 'at'>)

/** What a path is resolved against. */
export interface Grounds {
  readonly document: ScenarioDocument
  readonly library: Library
  readonly inventory: Inventory
  readonly rows: Rows
}

/** A form of every path, for messages. */
const forms = 'mechanism.parameter, table.id.column or time.end'

/**
 * Finds what a dotted path means: `pressure.boomerang`, `actors.US-NY.population`, `time.end`; in front of the first
 * two `mechanisms.` or `tables.` may stand. Ids may hold dots, as the longest id that fits is taken.
 */
export function resolveChange(dotted: string, to: Cell, grounds: Grounds): ResolvedChange {
  const [first, ...others] = dotted.split('.')
  const rest = others.join('.')
  if (rest === '') return { message: `${quote(dotted)} is not a path`, expected: forms }
  const { document } = grounds
  switch (first) {
    case 'time':
      return resolveTime(rest, to)
    case 'population':
      return resolvePopulation(rest, to, document)
    case 'mechanisms':
      return resolveParameter(rest, to, grounds)
    case 'tables':
      return resolveCell(rest, to, grounds)
  }
  if (Object.hasOwn(document.mechanisms, first)) return resolveParameter(dotted, to, grounds)
  if (Object.hasOwn(document.tables, first)) return resolveCell(dotted, to, grounds)
  if (grounds.library.mechanisms.some((m) => m.name === first)) return absent(first)
  const known = [
    ...Object.keys(document.mechanisms),
    ...Object.keys(document.tables),
    'time',
    ...(document.population ? ['population'] : []),
    'tables',
    'mechanisms',
  ]
  return {
    message: `${quote(first)} in ${quote(dotted)} is neither a mechanism nor a table of this scenario`,
    expected: forms,
    nearest: nearest(first, known),
  }
}

function absent(mechanism: string) {
  return {
    message: `mechanism ${quote(mechanism)} is not part of this scenario`,
    hint: `Name it under "mechanisms:", with "enabled: false" if only treatments use it; a command brings it in with --set mechanisms.${mechanism}.enabled=yes`,
  }
}

function resolveTime(key: string, to: Cell): ResolvedChange {
  const keys = ['start', 'end', 'ticksPerYear']
  if (!keys.includes(key)) {
    return {
      message: `unknown key ${quote(key)} in time`,
      expected: oneOf(keys),
      nearest: nearest(key, keys),
    }
  }
  if (key === 'ticksPerYear') {
    const value = readNumber(to)
    if (value !== undefined && isTickRate(value)) return { path: ['time', key], value, whole: true }
    return {
      message:
        value === undefined
          ? `${quote(String(to))} is not a number`
          : `${value} ticks a year are not possible`,
      expected: tickRates,
    }
  }
  if (readDay(to) !== undefined) return { path: ['time', key], value: String(to) }
  return { message: `${quote(String(to))} is not a date`, expected: 'a day such as 1985-07-08' }
}

function resolvePopulation(
  key: string,
  to: Cell,
  { population }: ScenarioDocument,
): ResolvedChange {
  if (population === undefined) return { message: 'the scenario synthesises no population' }
  const keys = Object.keys(populationKeys)
  const path = ['population', key]
  if (key === 'seed') return { path, value: String(to) }
  if (!keys.includes(key)) {
    return {
      message: `unknown key ${quote(key)} in population`,
      expected: oneOf(keys),
      nearest: nearest(key, keys),
    }
  }
  const shape = populationKeys[key as keyof typeof populationKeys]
  const read = shape.safeParse(readNumber(to) ?? to)
  if (read.success) return { path, value: read.data as number, whole: key === 'cities' }
  return { message: `population.${key}: ${read.error.issues[0].message}` }
}

function resolveParameter(dotted: string, to: Cell, grounds: Grounds): ResolvedChange {
  const [name, ...others] = dotted.split('.')
  const key = others.join('.')
  const mechanism = mechanismNamed(name, grounds)
  if ('message' in mechanism) return mechanism
  const known = ['enabled', ...Object.keys(mechanism.parameters)]
  if (!known.includes(key)) {
    return {
      message:
        key === ''
          ? `${quote(dotted)} names no parameter`
          : `mechanism ${quote(name)} has no parameter ${quote(key)}`,
      expected: oneOf(known, 12),
      nearest: nearest(key, known),
    }
  }
  const reading = readParameter(key === 'enabled' ? enabled : mechanism.parameters[key], to)
  if ('message' in reading) return { ...reading, message: `${name}.${key}: ${reading.message}` }
  return { path: ['mechanisms', name, key], value: reading.value }
}

/** That a mechanism takes part, as if it were one of its parameters. */
export const enabled = {
  type: 'switch',
  default: true,
  meaning: 'whether the mechanism takes part',
  source: '',
  grade: 'assumed',
} as const

/** A mechanism of the scenario by its name, or what is wrong with the name. */
export function mechanismNamed(name: string, { inventory, library, document }: Grounds) {
  const found = inventory.mechanisms.find((m) => m.name === name)
  if (found) return found
  if (library.mechanisms.some((m) => m.name === name)) return absent(name)
  const known = Object.keys(document.mechanisms)
  return {
    message: `unknown mechanism ${quote(name)}`,
    expected: oneOf(known),
    nearest: nearest(name, known),
  }
}

function resolveCell(dotted: string, to: Cell, grounds: Grounds): ResolvedChange {
  const [table, ...others] = dotted.split('.')
  const rest = others.join('.')
  const { inventory, rows, document } = grounds
  const known = Object.keys(document.tables)
  if (!known.includes(table) || !inventory.tables.has(table)) {
    return {
      message: `unknown table ${quote(table)}`,
      expected: oneOf(known),
      nearest: nearest(table, known),
    }
  }
  const ids = Object.keys(rowsOf(document, table))
  const fitting = ids.filter((id) => rest.startsWith(`${id}.`))
  const id = fitting.sort((a, b) => b.length - a.length)[0]
  if (id === undefined) {
    const exact = ids.includes(rest)
    const guess = rest.includes('.') ? rest.slice(0, rest.lastIndexOf('.')) : rest
    return exact
      ? { message: `${quote(dotted)} names no column`, expected: `${dotted}.<column>` }
      : {
          message: `there is no row ${quote(guess)} in ${table}`,
          expected: oneOf(ids),
          nearest: nearest(guess, ids),
        }
  }
  return cellChange(table, id, rest.slice(id.length + 1), to, { inventory, rows })
}

/** The change of one cell, checked against its column. */
export function cellChange(
  table: string,
  id: string,
  key: string,
  to: Cell,
  { inventory, rows }: Pick<Grounds, 'inventory' | 'rows'>,
): ResolvedChange {
  const columns = inventory.tables.get(table) ?? new Map()
  const path = ['tables', table, id, key]
  if (headKeys.includes(key)) return { path, value: to }
  const slot = slotOf(key, columns, rows)
  if (typeof slot === 'string') return { message: slot }
  if (slot === undefined || slot.declared.column.input === undefined) {
    const open = [...columns.values()].filter(({ column }) => column.input).map((c) => c.name)
    return {
      message:
        slot === undefined
          ? `unknown column ${quote(key)} in ${table}`
          : `column ${quote(key)} in ${table} is computed by the model`,
      expected: oneOf(open, 12),
      nearest: slot === undefined ? nearest(key, open) : undefined,
    }
  }
  const { column } = slot.declared
  const reading = readCell(column, to, rows.get(column.references ?? ''))
  if ('message' in reading)
    return { ...reading, message: `${table}.${id}.${key}: ${reading.message}` }
  if (isTruthColumn(column)) return { path, value: reading.value === 1 }
  const isText = column.references ?? column.values ?? (column.unit === 'day' || undefined)
  if (isText !== undefined) return { path, value: String(to) }
  return { path, value: reading.value, whole: column.type !== 'f64' }
}
