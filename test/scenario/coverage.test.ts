import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { library } from '../../src/library.js'
import { listScenarios, loadScenario } from '../../src/scenario/index.js'

const text = readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8')
const named = [...new Set([...text.matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name))]
const mechanisms = new Set(library.mechanisms.map(({ name }) => name))
const measures = new Set(library.measures.map(({ name }) => name))
/** Names that are neither: a scenario, a column of the ledger. */
const others = new Set(['federations', 'duchacek'])

const documents = await Promise.all(
  (await listScenarios()).map(({ name }) => loadScenario(name, library, { formulas: false })),
)

describe('docs/coverage.md', () => {
  test('names mechanisms and measures that there are', () => {
    const unknown = named.filter((name) => !mechanisms.has(name) && !measures.has(name))
    expect(unknown.filter((name) => !others.has(name))).toEqual([])
  })

  test.each(named.filter((name) => mechanisms.has(name)))('%s runs in a scenario', (name) => {
    const uses = documents.filter(({ document }) => name in (document.mechanisms ?? {}))
    expect(uses.length).toBeGreaterThan(0)
  })

  test('every row says where, or why not', () => {
    const rows = text.split('\n').filter((line) => /^\| (?!concept)/.test(line))
    expect(rows.filter((row) => row.split('|')[2].trim() === '')).toEqual([])
    expect(rows.filter((row) => /not covered\s*\|/.test(row))).toEqual([])
  })
})
