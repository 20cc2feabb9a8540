import {
  type CheckManifest,
  type CheckResult,
  type CrateFile,
  dataPackage,
  executionSince,
  type Provenance,
  readManifest,
  roCrate,
  StandingFolder,
  writeTables,
} from '../archive/index.js'
import type { Check } from '../scenario/index.js'
import type { RunRow } from './runRow.js'
import { type Question, runsTable } from './runsTable.js'
import type { Store } from './store.js'

/** Writes what a check found into its folder. `check.json` comes last: where it stands, all else does. */
export async function writeCheck(
  { folder, plan }: Store,
  rows: readonly RunRow[],
  result: CheckResult,
  about: {
    readonly loaded: Provenance
    readonly command: string
    readonly started: Date
    readonly workers: number
  },
): Promise<void> {
  const { document } = about.loaded
  const into = new StandingFolder(folder)
  const checks = new Map(document.checks?.map((check) => [check.id, check]))
  const table = runsTable(plan, rows, (id) => questionOf(id, checks.get(id)))
  const written = await writeTables(into, [table], false)
  const head = {
    name: `check-${document.name}`,
    title: `${document.title}: check`,
    description: `${document.summary} ${rows.length} runs with seed ${plan.seed}.`,
    licence: document.licence,
  }
  await into.writeJson('datapackage.json', dataPackage(head, written))
  const execution = executionSince(about.started, about.workers)
  await into.writeJson('execution.json', execution)
  const manifest = (await readManifest(folder, 'check')) as CheckManifest
  const files: CrateFile[] = [
    { path: 'manifest.json', description: 'Everything that it takes to repeat the check.' },
    { path: 'scenario.json', description: 'The scenario as it was run, treatment applied.' },
    { path: 'plan.json', description: 'The resolved plan of the runs.' },
    { path: 'check.json', description: 'What each check found.' },
    { path: 'runs.csv', description: table.meaning },
    { path: 'datapackage.json', description: 'Type, unit and meaning of every column.' },
    { path: 'execution.json', description: 'When and on what machine the runs were made.' },
  ]
  await into.writeJson(
    'ro-crate-metadata.json',
    roCrate(manifest, execution, document.licence, files),
  )
  await into.writeJson('check.json', result)
}

function questionOf(id: string, check: Check | undefined): Question {
  const title = check?.title ?? id
  const asked =
    check === undefined
      ? ''
      : check.kind === 'pairs'
        ? `pairs a|b that have signed ${check.instrument} by ${check.to}, joined by ;`
        : check.outcome
  return { id, title, meaning: `${title}: ${asked}.`, unit: check?.unit ?? '1' }
}
