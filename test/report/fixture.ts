import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { intoResultFolder, writeRun } from '../../src/archive/index.js'
import type { Library } from '../../src/contract/index.js'
import { library as shipped } from '../../src/library.js'
import { buildModel, loadScenario, type ScenarioDocument } from '../../src/scenario/index.js'

export const scenario = 'acid-rain'

/** A scenario as loaded, with what a test changes in it. */
export async function documentOf(
  change: (document: ScenarioDocument) => ScenarioDocument = (document) => document,
  name = scenario,
  library: Library = shipped,
): Promise<ScenarioDocument> {
  return change((await loadScenario(name, library, { formulas: false })).document)
}

/** Runs a document and writes the run into a folder below `root`. */
export async function runInto(
  root: string,
  document: ScenarioDocument,
  { seed = '1', library = shipped, name = 'run' } = {},
): Promise<string> {
  const model = buildModel(document, library)
  const run = model.run({ seed })
  const { path } = await intoResultFolder({ out: join(root, name), name }, (folder) =>
    writeRun(folder, {
      run,
      model,
      loaded: { document, files: [] },
      version: '0.0.0',
      command: `paradiplomacy run ${document.name} --seed ${seed}`,
      started: new Date(),
    }),
  )
  return path
}

export async function withFolder<T>(use: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'report-'))
  try {
    return await use(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** What a stranger might write where people expect a title. */
export const hostile = `</script><script>window.harmed=1</script><img src=x onerror="window.harmed=1">'"&\`\${1}\\ \u2028\u2029 ]]> --> {{x}} |`

/** The document with every title, note and source a hostile one. */
export function poison(document: ScenarioDocument): ScenarioDocument {
  const words = new Set([
    'title',
    'note',
    'source',
    'question',
    'summary',
    'licence',
    'observed',
    'unit',
    'look',
    'do',
    'why',
    'discuss',
  ])
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (!words.has(key) && !key.endsWith('_source')) return value
      return `${value.slice(0, 12)} ${hostile}`
    }
    if (Array.isArray(value)) return value.map((item) => visit(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, visit(v, k)]))
  }
  const { tables, ...rest } = document
  const poisoned = visit(rest, '') as Omit<ScenarioDocument, 'tables'>
  const titles = Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      Object.fromEntries(
        Object.entries(rows).map(([id, row]) => [
          id,
          'title' in row ? { ...row, title: `${String(row.title)} ${hostile}` } : row,
        ]),
      ),
    ]),
  )
  return { ...poisoned, tables: titles } as ScenarioDocument
}
