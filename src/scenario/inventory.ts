import type { AnyMeasure, AnyMechanism, Library } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { actorHead, type Column, type TableColumns, type Tie, type Ties } from '../world/index.js'
import type { ScenarioDocument } from './document.js'
import type { Findings } from './findings.js'
import { populationColumns } from './population.js'

/** A column, and the first part of the model that declares it. */
export interface DeclaredColumn {
  readonly table: string
  readonly name: string
  readonly column: Column
  /** A mechanism's name, or `every world`. */
  readonly by: string
}

export type TableInventory = ReadonlyMap<string, DeclaredColumn>

/** What the mechanisms named in a scenario bring with them, disabled ones included. */
export interface Inventory {
  /** Named mechanisms, in the library's order. */
  readonly mechanisms: readonly AnyMechanism[]
  readonly tables: ReadonlyMap<string, TableInventory>
  readonly ties: Ties
  /** All that could be named. */
  readonly library: Library
  /** Measures to record: those whose columns are there, and that the scenario wants. */
  readonly measures: readonly AnyMeasure[]
}

const everyWorld = 'every world'

/** Tables that every scenario may have. */
const headTables = ['actors', 'issues', 'groups']

/**
 * Finds the columns, ties and measures of a scenario.
 *
 * Reports unknown mechanisms and measures, columns declared in two ways, and measures that the scenario wants but
 * whose columns nobody declares.
 */
export function takeInventory(
  document: ScenarioDocument,
  library: Library,
  findings: Findings,
): Inventory {
  const known = library.mechanisms.map((m) => m.name)
  for (const name of Object.keys(document.mechanisms)) {
    if (!known.includes(name)) {
      findings.add(['mechanisms', name], `unknown mechanism ${quote(name)}`, {
        at: 'key',
        expected: oneOf(known),
        nearest: nearest(name, known),
      })
    }
  }
  const mechanisms = library.mechanisms.filter((m) => Object.hasOwn(document.mechanisms, m.name))
  const tables = new Map<string, Map<string, DeclaredColumn>>()
  for (const name of headTables) tables.set(name, new Map())
  declare(tables, { actors: actorHead }, everyWorld, findings)
  if (document.population) declare(tables, { actors: populationColumns }, 'population', findings)
  for (const { name, reads, writes } of mechanisms) {
    declare(tables, reads, name, findings)
    declare(tables, writes, name, findings)
  }
  const ties = joinTies(mechanisms, findings)
  // Chosen or not: what is looked at must not change what the world holds.
  for (const { name, asks } of library.measures) {
    const there = Object.entries(asks ?? {}).filter(([table]) => tables.has(table))
    declare(tables, Object.fromEntries(there), name, findings)
  }
  const measures = chooseMeasures(document, library, { tables, ties }, findings)
  return { library, mechanisms, tables, ties, measures }
}

function declare(
  tables: Map<string, Map<string, DeclaredColumn>>,
  declared: TableColumns | undefined,
  by: string,
  findings: Findings,
): void {
  for (const [table, columns] of Object.entries(declared ?? {})) {
    const own = tableOf(tables, table)
    for (const [name, column] of Object.entries(columns)) {
      for (const other of [column.per, column.references]) if (other) tableOf(tables, other)
      const earlier = own.get(name)
      if (earlier === undefined) own.set(name, { table, name, column, by })
      else own.set(name, { ...earlier, column: merge(earlier, column, by, findings) })
    }
  }
}

function tableOf(tables: Map<string, Map<string, DeclaredColumn>>, name: string) {
  const found = tables.get(name) ?? new Map<string, DeclaredColumn>()
  tables.set(name, found)
  return found
}

/** One descriptor out of two: they must mean the same; the scenario may give it if either says so. */
function merge(earlier: DeclaredColumn, column: Column, by: string, findings: Findings): Column {
  const first = earlier.column
  const differing = (['type', 'per', 'references', 'initial', 'pulse'] as const).find(
    (key) => first[key] !== column[key],
  )
  const named = [first.values, column.values].map((values) => values?.join(' '))
  const what = differing ?? (named[0] === named[1] ? undefined : 'values')
  if (what !== undefined) {
    const path = earlier.by === everyWorld ? ['mechanisms', by] : ['mechanisms', earlier.by]
    findings.add(
      path,
      `column "${earlier.table}.${earlier.name}" is declared in two ways: ${quote(earlier.by)} says ${inWords(what, first)}, ${quote(by)} says ${inWords(what, column)}`,
      { at: 'key', hint: 'Remove one of the two, or let both take the column from one place' },
    )
  }
  const input =
    first.input === 'required' || column.input === 'required'
      ? 'required'
      : (first.input ?? column.input)
  return input === undefined ? first : { ...first, input }
}

function inWords(key: 'type' | 'per' | 'references' | 'initial' | 'pulse' | 'values', c: Column) {
  const value = c[key]
  switch (key) {
    case 'type':
      return `type ${c.type}`
    case 'per':
      return c.per === undefined ? 'one value a row' : `one value for each of ${c.per}`
    case 'references':
      return c.references === undefined ? 'a number' : `a row of ${c.references}`
    case 'pulse':
      return c.pulse ? 'it lasts one tick' : 'it stays'
    case 'initial':
      return `it starts at ${value ?? 0}`
    case 'values':
      return c.values === undefined ? 'a number' : `one of ${c.values.join(', ')}`
  }
}

function joinTies(mechanisms: readonly AnyMechanism[], findings: Findings): Ties {
  const ties = new Map<string, { tie: Tie; by: string }>()
  for (const { name: by, ties: declared } of mechanisms) {
    for (const [name, tie] of Object.entries(declared ?? {})) {
      const earlier = ties.get(name)
      if (earlier === undefined) {
        ties.set(name, { tie, by })
        continue
      }
      const joined = joinTie(earlier.tie, tie)
      if (joined) ties.set(name, { tie: joined, by: earlier.by })
      else
        findings.add(
          ['mechanisms', earlier.by],
          `ties "${name}" are declared in two shapes, by ${quote(earlier.by)} and by ${quote(by)}`,
          { at: 'key', hint: 'Remove one of the two' },
        )
    }
  }
  return Object.fromEntries([...ties].map(([name, { tie }]) => [name, tie]))
}

function joinTie(a: Tie, b: Tie): Tie | undefined {
  if (a.shape === 'matrix' && b.shape === 'matrix') return a.pulse === b.pulse ? a : undefined
  if (a.shape !== 'list' || b.shape !== 'list' || a.capacity !== b.capacity) return undefined
  return { ...a, columns: [...new Set([...(a.columns ?? []), ...(b.columns ?? [])])] }
}

function chooseMeasures(
  { measures: wanted }: ScenarioDocument,
  library: Library,
  available: Pick<Inventory, 'tables' | 'ties'>,
  findings: Findings,
): AnyMeasure[] {
  const possible = library.measures.filter((m) => lacking(m, available) === undefined)
  if (wanted === undefined) return possible
  const known = library.measures.map((m) => m.name)
  wanted.forEach((name, at) => {
    const measure = library.measures.find((m) => m.name === name)
    const lack = measure && lacking(measure, available)
    if (measure === undefined) {
      findings.add(['measures', at], `unknown measure ${quote(name)}`, {
        expected: oneOf(known),
        nearest: nearest(name, known),
      })
    } else if (lack !== undefined) {
      const [table, column] = lack.split('.')
      findings.add(
        ['measures', at],
        `measure ${quote(name)} needs ${lack}, which no mechanism of this scenario has`,
        { hint: ownersHint(table, column, { library }) },
      )
    }
  })
  // With a name that is wrong, formulas would complain of a measure that is only missing for that.
  const sound = wanted.every((name) => possible.some((m) => m.name === name))
  return sound ? possible.filter((m) => wanted.includes(m.name)) : possible
}

/** The first column or tie that a measure reads and nobody declares. */
function lacking(measure: AnyMeasure, { tables, ties }: Pick<Inventory, 'tables' | 'ties'>) {
  for (const [table, columns] of Object.entries(measure.reads ?? {})) {
    for (const name of Object.keys(columns)) {
      if (!tables.get(table)?.has(name)) return `${table}.${name}`
    }
  }
  return Object.keys(measure.ties ?? {}).find((name) => !Object.hasOwn(ties, name))
}

/**
 * Names the mechanisms of the library that have a table, or a column of it; without one, ties of that name count.
 *
 * @returns a sentence, or undefined if there are none
 */
export function ownersHint(
  table: string,
  column: string | undefined,
  { library }: Pick<Inventory, 'library'>,
): string | undefined {
  const owners = library.mechanisms.filter(({ reads, writes, ties }) => {
    const parts = [reads?.[table] ?? {}, writes?.[table] ?? {}]
    if (column !== undefined) return parts.some((columns) => Object.hasOwn(columns, column))
    return Object.hasOwn({ ...reads, ...writes, ...ties }, table)
  })
  if (owners.length === 0) return undefined
  const names = owners.map(({ name }) => quote(name))
  return `It belongs to ${names.join(', ')}: name ${names.length === 1 ? 'it' : 'one of them'} under "mechanisms:"`
}
