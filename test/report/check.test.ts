import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type ArchivedCheck,
  type AskedNumber,
  type CheckFinding,
  numberColumn,
  readRun,
  textColumn,
} from '../../src/archive/index.js'
import { formatDate } from '../../src/calendar/index.js'
import { parseExpression } from '../../src/expression/index.js'
import { library } from '../../src/library.js'
import { bandsPicture } from '../../src/report/charts/bands.js'
import { checkTable, writeReport } from '../../src/report/index.js'
import { renderSvg } from '../../src/report/render/renderSvg.js'
import { type Check, measureSymbols, type ScenarioDocument } from '../../src/scenario/index.js'
import { documentOf, runInto, withFolder } from './fixture.js'
import { specValidator } from './specValidator.js'

const runs = 40
let document: ScenarioDocument
let check: ArchivedCheck

beforeAll(async () => {
  document = await documentOf()
  check = await madeUp(document)
})

describe('a check in the report', () => {
  it('is a table with a row for each pattern', () => {
    const { head, rows } = checkTable(check.result)
    expect(rows).toHaveLength(document.checks?.length ?? 0)
    for (const row of rows) expect(row).toHaveLength(head.length)
    expect(rows.flat().join(' ')).not.toMatch(/NaN|undefined|null/)
  })

  it('is a chart of bands', async () => {
    const { spec, description } = bandsPicture(check)
    expect((await specValidator())(spec)).toBe('')
    expect(description).toContain('Missed:')
    expect(await renderSvg(spec)).toContain('<svg')
  })

  it('places the run among the many', async () => {
    await withFolder(async (root) => {
      const folder = await runInto(root, document, { seed: '1990' })
      const same = await readRun(folder)
      const manifest = { ...check.manifest, scenario: same.manifest.scenario }
      await writeReport(folder, { check: { ...check, manifest } })
      const page = await readFile(join(folder, 'report.html'), 'utf8')
      expect(page).toContain(`This run among ${runs}`)
      expect(page).toMatch(/(earlier|later|higher|lower) than \d+\u00a0% of runs/)
      expect(page).not.toContain('Not the same scenario')
      expect(await readdir(join(folder, 'charts'))).toContain('bands.svg')
      await writeReport(folder, { check })
      expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Not the same scenario')
    })
  })
})

/** A check whose runs answer anything at all: the first pattern is missed, dates never come in every fourth run. */
async function madeUp(document: ScenarioDocument): Promise<ArchivedCheck> {
  const symbols = measureSymbols(document, library)
  const checks = document.checks ?? []
  const outcomes: AskedNumber[] = []
  for (const asked of checks) {
    if (asked.kind === 'pairs') continue
    const { id, title, outcome: formula } = asked
    outcomes.push({ id, title, formula, expression: await parseExpression(formula, symbols) })
  }
  const numbers = Array.from({ length: runs }, (_, k) => k)
  const head = (id: string) => ({
    name: id,
    title: id,
    meaning: id,
    unit: '1',
    measure: id,
    subjects: [],
  })
  const columns = outcomes.map(({ id, expression }) =>
    expression.type === 'date'
      ? textColumn(
          'date',
          head(id),
          numbers.map((k) => (k % 4 === 0 ? '' : formatDate(3650 + 100 * k))),
        )
      : numberColumn('number', head(id), Float64Array.from(numbers)),
  )
  const status = textColumn(
    'string',
    { name: 'status', title: '', meaning: '', unit: '' },
    numbers.map(() => 'done'),
  )
  return {
    folder: '',
    document,
    manifest: {
      software: 'paradiplomacy',
      format: 1,
      kind: 'check',
      version: '0.0.0',
      command: '',
      scenario: { name: document.name, title: document.title, sha256: '0' },
      files: [],
      treatment: null,
      settings: null,
      patches: [],
      seed: '1',
      runs,
      chunkSize: 10,
      mechanisms: [],
      mechanismFiles: [],
      plan: '',
    },
    result: {
      passed: false,
      seed: '1',
      runs,
      failed: 0,
      lost: 0,
      failures: [],
      checks: checks.map(findingOf),
      outcomes,
    },
    runs: { name: 'runs', meaning: '', key: ['run'], rows: runs, columns: [status, ...columns] },
  }
}

function findingOf(check: Check, place: number): CheckFinding {
  const [low, high] = check.band
  const { id, title, role, kind, band, source, grade } = check
  const estimate = place === 0 ? high + 3 * (high - low) : place === 1 ? null : (low + high) / 2
  return {
    id,
    title,
    role,
    kind,
    band,
    observed: check.observed ?? null,
    unit: check.unit ?? null,
    source,
    grade,
    note: null,
    statistic: kind === 'value' ? check.statistic : kind === 'incidence' ? 'incidence' : 'auc',
    value: { estimate, lower: estimate, upper: estimate, level: 0.95 },
    method: '',
    runs,
    missing: place,
    verdict: place < 2 ? 'short' : 'within',
    uncertain: place === 2,
    ...(kind === 'pairs'
      ? { pairs: { candidates: 9, outside: [], top: [], missed: [], gravity: 0.9 } }
      : {}),
  }
}
