import { parseDate } from '../../src/calendar/index.js'
import {
  evasions,
  type LawTables,
  type PackedRegimes,
  type Regime,
  sequelKinds,
  silences,
  stepKinds,
  unpackRegime,
} from '../../src/law/index.js'
import { never } from '../../src/world/index.js'

const lists = { kind: [...stepKinds], silence: [...silences], otherwise: [...evasions] } as const

/** Reads packed tables as a world would hold them, and unpacks one regime out of them. */
export function unpackWritten(packed: PackedRegimes, id: string): Regime {
  const rows = (table: keyof PackedRegimes) => Object.keys(packed[table])
  const read = (table: keyof PackedRegimes, column: string, initial = 0) =>
    rows(table).map((row) => {
      const cell = packed[table][row][column]
      if (cell === undefined) return initial
      if (column === 'law') return rows('laws').indexOf(String(cell))
      if (column === 'rule') return rows('legalRules').indexOf(String(cell))
      if (column === 'organ') return rows('legalOrgans').indexOf(String(cell))
      if (column === 'from' || column === 'until') return parseDate(String(cell)) ?? 0
      if (table === 'legalSequels' && column === 'kind')
        return (sequelKinds as readonly string[]).indexOf(String(cell))
      if (column in lists)
        return (lists[column as keyof typeof lists] as readonly string[]).indexOf(String(cell))
      return Number(cell)
    })
  const table = (name: keyof PackedRegimes, columns: readonly string[]) => ({
    n: rows(name).length,
    ids: rows(name),
    ...Object.fromEntries(
      columns.map((c) => [c, read(name, c, c === 'until' ? never : c === 'silence' ? 2 : 0)]),
    ),
  })
  const tables = {
    laws: table('laws', ['from', 'until']),
    legalOrgans: table('legalOrgans', ['law', 'local']),
    legalRules: table('legalRules', [
      ...['law', 'from', 'until', 'by', 'with', 'forms', 'subjects', 'barred'],
      ...['compliance', 'enforcement', 'otherwise'],
    ]),
    legalSteps: table('legalSteps', ['rule', 'kind', 'organ', 'days', 'silence']),
    legalSequels: table('legalSequels', ['rule', 'kind', 'organ', 'days', 'units']),
    legalClasses: table('legalClasses', ['law', 'from', 'exclusive', 'shared']),
  } as unknown as LawTables
  return unpackRegime(tables, rows('laws').indexOf(id))
}
