import { enablePatches, type Patch, produceWithPatches } from 'immer'
import type { Library } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { type CellReading, readCell } from './cell.js'
import { cellChange, type Grounds, mechanismNamed, resolveChange } from './changePath.js'
import type { Cell, Change, ScenarioDocument } from './document.js'
import { type Details, Findings, type Path } from './findings.js'
import { takeInventory } from './inventory.js'
import { numberRows, rowsOf } from './rows.js'
import { slotOf } from './slot.js'

enablePatches()

/** A document after changes, and the changes as patches to it. */
export interface ChangedDocument {
  readonly document: ScenarioDocument
  readonly patches: readonly Patch[]
}

/**
 * Applies changes in their order. Each must find what it changes; what it cannot find or set is reported, and the
 * other changes are made all the same.
 *
 * @param paths where each change stands, for reports
 */
export function applyChanges(
  document: ScenarioDocument,
  changes: readonly Change[],
  paths: readonly Path[],
  library: Library,
  findings: Findings,
): ChangedDocument {
  // What the scenario itself has wrong was reported before; changes add neither columns nor rows.
  const inventory = takeInventory(document, library, new Findings())
  const rows = numberRows(document, inventory)
  let current = document
  const patches: Patch[] = []
  changes.forEach((change, at) => {
    const grounds = { document: current, library, inventory, rows }
    const writes = resolve(change, grounds, paths[at], findings)
    const [next, made] = produceWithPatches(current, (draft) => {
      for (const { path, value } of writes) write(draft, path, value)
    })
    current = next
    patches.push(...made)
  })
  return { document: current, patches }
}

interface Write {
  readonly path: readonly string[]
  readonly value: Cell
}

type Nested = { [key: string]: Nested | Cell }

function write(draft: unknown, path: readonly string[], value: Cell): void {
  let at = draft as Nested
  for (const key of path.slice(0, -1)) at = at[key] as Nested
  at[path[path.length - 1]] = value
}

function resolve(change: Change, grounds: Grounds, path: Path, findings: Findings): Write[] {
  const refuse = (at: Path, { message, ...details }: { message: string } & Details): Write[] => {
    findings.add(at, message, details)
    return []
  }
  if ('update' in change) return resolveUpdate(change, grounds, path, findings)
  if ('set' in change) {
    const found = resolveChange(change.set, change.to, grounds)
    return 'message' in found ? refuse([...path, 'set'], found) : [found]
  }
  const [verb, name] = 'enable' in change ? ['enable', change.enable] : ['disable', change.disable]
  const mechanism = mechanismNamed(name, grounds)
  if ('message' in mechanism) return refuse([...path, verb], mechanism)
  return [{ path: ['mechanisms', name, 'enabled'], value: verb === 'enable' }]
}

function resolveUpdate(
  { update: table, where, set }: Extract<Change, { update: string }>,
  grounds: Grounds,
  path: Path,
  findings: Findings,
): Write[] {
  const { document, inventory } = grounds
  const before = findings.count
  if (!inventory.tables.has(table) || !Object.hasOwn(document.tables, table)) {
    const known = Object.keys(document.tables)
    findings.add([...path, 'update'], `unknown table ${quote(table)}`, {
      expected: oneOf(known),
      nearest: nearest(table, known),
    })
    return []
  }
  const tests = Object.entries(where).map(([key, cell]) =>
    whereTest(table, key, cell, grounds, [...path, 'where', key], findings),
  )
  if (findings.count > before) return []
  const ids = Object.keys(rowsOf(document, table))
  const matching = ids.filter((id) => tests.every((test) => test?.(id)))
  if (matching.length === 0) {
    const words = Object.entries(where).map(([key, cell]) => `${key} ${quote(String(cell))}`)
    findings.add([...path, 'where'], `no row of ${table} has ${words.join(' and ')}`)
    return []
  }
  return matching.flatMap((id, at) =>
    Object.entries(set).flatMap(([key, cell]) => {
      const found = cellChange(table, id, key, cell, grounds)
      if (!('message' in found)) return [found]
      const { message, ...details } = found
      // What is wrong for one row is wrong for all.
      if (at === 0) findings.add([...path, 'set', key], message, details)
      return []
    }),
  )
}

/** Whether a row's cell says the same as the one written, however either is written: 1, "1.0" and yes. */
function whereTest(
  table: string,
  key: string,
  cell: Cell,
  { document, inventory, rows }: Grounds,
  path: Path,
  findings: Findings,
): ((id: string) => boolean) | undefined {
  const written = (id: string): Cell | undefined => document.tables[table][id][key]
  if (key === 'id') return (id) => id === String(cell)
  if (key === 'title') return (id) => written(id) === cell
  const columns = inventory.tables.get(table) ?? new Map()
  const slot = slotOf(key, columns, rows)
  if (slot === undefined || typeof slot === 'string') {
    findings.add(path, slot ?? `unknown column ${quote(key)} in ${table}`, {
      at: 'key',
      ...(slot === undefined ? { nearest: nearest(key, columns.keys()) } : {}),
    })
    return undefined
  }
  const { column } = slot.declared
  const ids = rows.get(column.references ?? '')
  const wanted: CellReading = readCell(column, cell, ids)
  if ('message' in wanted) {
    const { message, ...details } = wanted
    findings.add(path, message, details)
    return undefined
  }
  return (id) => {
    const own = written(id)
    if (own === undefined) return wanted.value === column.initial
    const reading = readCell(column, own, ids)
    return 'value' in reading && reading.value === wanted.value
  }
}
