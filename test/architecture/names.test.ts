import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { formNames } from '../../src/law/index.js'
import { home, placeOf, readSources, type Source, visit } from './sources.js'

const shelf = join(home, 'scenarios')
const sources = readSources()

/** Ids of some scenario that are yet the program's own words: forms of acts in law, Norway and a no in YAML. */
const ownWords: ReadonlySet<string> = new Set([...formNames, 'NO'])

/** Every id of a row that a shipped scenario or catalogue has. */
function scenarioIds(): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const name of readdirSync(shelf, { recursive: true, encoding: 'utf8' })) {
    const path = join(shelf, name)
    if (name.endsWith('.csv')) {
      const [head, ...rows] = readFileSync(path, 'utf8').split(/\r?\n/)
      const at = head.split(',').indexOf('id')
      if (at >= 0) for (const row of rows) ids.add(row.split(',')[at] ?? '')
    }
    if (name.endsWith('scenario.yaml')) {
      const {
        tables = {},
        groups = {},
        treatments = {},
      } = parse(readFileSync(path, 'utf8')) as {
        readonly [part: string]: { readonly [name: string]: unknown } | undefined
      }
      for (const rows of Object.values(tables)) {
        if (typeof rows === 'object' && rows !== null)
          for (const id of Object.keys(rows)) ids.add(id)
      }
      for (const id of [...Object.keys(groups), ...Object.keys(treatments)]) ids.add(id)
    }
  }
  ids.delete('')
  for (const word of ownWords) ids.delete(word)
  return ids
}

const scenarioNames = readdirSync(shelf, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'catalogue')
  .map((entry) => entry.name)

interface Literal {
  readonly text: string
  readonly place: string
}

/** Every piece of text that a file holds as data, templates included. */
function literals(source: Source): Literal[] {
  const found: Literal[] = []
  visit(source.tree, (node) => {
    if (ts.isImportDeclaration(node.parent ?? node) || ts.isExportDeclaration(node.parent ?? node))
      return
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
      found.push({ text: node.text, place: placeOf(source, node) })
    // { memorandum: … } names as much as { 'memorandum': … } does.
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && /-/.test(node.name.text))
      found.push({ text: node.name.text, place: placeOf(source, node) })
  })
  return found
}

describe('no scenario in code', () => {
  it('no id of a row, group or treatment', () => {
    const ids = scenarioIds()
    expect(ids.size).toBeGreaterThan(100)
    const found = sources
      .flatMap(literals)
      .filter(({ text }) => ids.has(text))
      .map(({ place, text }) => `${place} "${text}"`)
    expect(found).toEqual([])
  })

  it('no unit in a longer text, but as an example (“such as …”)', () => {
    // Two capitals, a hyphen, two capitals: the way units are written in every scenario so far.
    const units = [...scenarioIds()].filter((id) => /^[A-Z]{2}-[A-Z]{2,3}$/.test(id))
    const pattern = new RegExp(`\\b(${units.join('|')})\\b`)
    const found = sources
      .filter(({ room }) => room !== 'cli')
      .flatMap(literals)
      .filter(({ text }) => pattern.test(text.replace(/such as [\w-]+/g, '')))
      .map(({ place, text }) => `${place} "${text}"`)
    expect(found).toEqual([])
  })

  it('no name of a scenario, but in the examples of the command line', () => {
    expect(scenarioNames.length).toBeGreaterThan(0)
    const pattern = new RegExp(`(^|[^\\w-])(${scenarioNames.join('|')})($|[^\\w-])`)
    const found = sources
      .filter(({ room }) => room !== 'cli')
      .flatMap(literals)
      .filter(({ text }) => pattern.test(text))
      .map(({ place, text }) => `${place} "${text}"`)
    expect(found).toEqual([])
  })

  it('no year: neither as a number nor as a date', () => {
    // The calendar counts from 1970. 2000 is too round a number, and 2046 and 2047 belong to the format of a double.
    const notYears = new Set(['2000', '2046', '2047'])
    const found = sources.flatMap((source) => {
      if (source.room === 'calendar') return []
      const years: string[] = []
      visit(source.tree, (node) => {
        if (
          ts.isNumericLiteral(node) &&
          /^(19|20)\d\d$/.test(node.text) &&
          !notYears.has(node.text)
        )
          years.push(`${placeOf(source, node)} ${node.text}`)
        if (ts.isStringLiteralLike(node) && /^(19|20)\d\d(-\d\d){0,2}$/.test(node.text))
          years.push(`${placeOf(source, node)} "${node.text}"`)
      })
      return years
    })
    expect(found).toEqual([])
  })
})
