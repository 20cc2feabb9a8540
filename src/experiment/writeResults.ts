import { availableParallelism } from 'node:os'
import {
  type CrateFile,
  type DataTable,
  dataPackage,
  executionSince,
  type ResultKind,
  readManifest,
  roCrate,
  StandingFolder,
  type WrittenTable,
  writeStream,
} from '../archive/index.js'
import type { Store } from './store.js'

/** A table of a result folder: blocks of it, as often as they are asked for. */
export type TableStream = () => AsyncIterable<DataTable>

/** What an experiment leaves besides its chunks. */
export interface Results {
  readonly kind: ResultKind
  /** What goes into `<kind>.json`. */
  readonly result: unknown
  readonly tables: readonly TableStream[]
  readonly runs: number
  readonly parquet?: boolean | undefined
  readonly started: Date
  readonly workers?: number | undefined
}

/** Writes what an experiment found into its folder. `<kind>.json` comes last: where it stands, all else does. */
export async function writeResults(
  { folder, plan }: Pick<Store, 'folder' | 'plan'>,
  results: Results,
): Promise<void> {
  const { kind, result, tables, runs, parquet = false, started, workers } = results
  const { scenario } = plan
  const into = new StandingFolder(folder)
  const written: WrittenTable[] = []
  for (const blocks of tables) written.push(await writeStream(into, blocks, parquet))
  const head = {
    name: `${kind}-${scenario.name}`,
    title: `${scenario.title}: ${kind}`,
    description: `${scenario.summary} ${runs} runs with seed ${plan.seed}.`,
    licence: scenario.licence,
  }
  await into.writeJson('datapackage.json', dataPackage(head, written))
  const execution = executionSince(started, workers ?? availableParallelism())
  await into.writeJson('execution.json', execution)
  const files: CrateFile[] = [
    { path: 'manifest.json', description: 'Everything that it takes to repeat the experiment.' },
    { path: 'scenario.json', description: 'The scenario, before treatments and factors.' },
    { path: 'plan.json', description: 'The resolved plan of the runs.' },
    { path: `${kind}.json`, description: 'What was found.' },
    ...written.map(({ path, table }) => ({ path, description: table.meaning })),
    ...(parquet
      ? written.map(({ path, table }) => ({
          path: path.replace(/csv$/, 'parquet'),
          description: table.meaning,
        }))
      : []),
    { path: 'datapackage.json', description: 'Type, unit and meaning of every column.' },
    { path: 'execution.json', description: 'When and on what machine the runs were made.' },
  ]
  const manifest = await readManifest(folder, kind)
  await into.writeJson(
    'ro-crate-metadata.json',
    roCrate(manifest, execution, scenario.licence, files),
  )
  await into.writeJson(`${kind}.json`, result)
}

/** A table that is in memory already. */
export function wholeTable(table: DataTable): TableStream {
  return async function* () {
    yield table
  }
}
