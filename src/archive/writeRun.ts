import type { Model, Run } from '../engine/index.js'
import { digest } from '../world/index.js'
import { actorsTable } from './actorsTable.js'
import { agreementsTable } from './agreementsTable.js'
import { dataPackage } from './dataPackage.js'
import { eventsTable } from './eventsTable.js'
import { executionSince } from './execution.js'
import type { FolderInMaking } from './folderInMaking.js'
import { type Provenance, type RunManifest, runManifest } from './manifest.js'
import { measuresTable } from './measuresTable.js'
import { type CrateFile, roCrate } from './roCrate.js'
import { twinsTable } from './twinsTable.js'
import { writeTables } from './writeTables.js'

/** A run and all that is to be kept with it. */
export interface RunToWrite {
  readonly run: Run
  /** The model that ran: its world is still the run's. */
  readonly model: Model
  readonly loaded: Provenance
  /** Version of the package. */
  readonly version: string
  /** The command line that repeats the run. */
  readonly command: string
  /** When the run began, for `execution.json`. */
  readonly started: Date
  /** Write Parquet beside each CSV. Default no. */
  readonly parquet?: boolean | undefined
}

/**
 * Writes a run into a result folder: manifest, execution, scenario, measures, actors, agreements, events, and the
 * descriptions of them all. Only `execution.json` and the RO-Crate differ when the same run is written again.
 */
export async function writeRun(folder: FolderInMaking, what: RunToWrite): Promise<RunManifest> {
  const { run, model, loaded, parquet = false } = what
  const { document } = loaded
  const manifest = runManifest(loaded, run, model, { ...what, digest: digest(run.world) })
  const twins = twinsTable(run.world)
  const tables = [
    measuresTable(run),
    actorsTable(run),
    agreementsTable(run.world),
    eventsTable(run.world),
    ...(twins ? [twins] : []),
  ]
  const written = await writeTables(folder, tables, parquet)
  await folder.writeJson('manifest.json', manifest)
  await folder.writeJson('scenario.json', document)
  const head = {
    name: document.name,
    title: `${document.title}: one run`,
    description: `${document.summary} Seed ${what.run.options.seed}, replicate ${manifest.replicate}.`,
    licence: document.licence,
  }
  await folder.writeJson('datapackage.json', dataPackage(head, written))
  const execution = executionSince(what.started)
  await folder.writeJson('execution.json', execution)
  const files: CrateFile[] = [
    { path: 'manifest.json', description: 'Everything that it takes to repeat the run.' },
    { path: 'scenario.json', description: 'The scenario as it was run, treatment applied.' },
    { path: 'datapackage.json', description: 'Type, unit and meaning of every column.' },
    { path: 'execution.json', description: 'When and on what machine the run was made.' },
    ...written.flatMap(({ table, path }) => [
      { path, description: table.meaning },
      ...(parquet ? [{ path: `${table.name}.parquet`, description: table.meaning }] : []),
    ]),
  ]
  await folder.writeJson(
    'ro-crate-metadata.json',
    roCrate(manifest, execution, document.licence, files),
  )
  return manifest
}
