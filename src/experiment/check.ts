import { availableParallelism } from 'node:os'
import type { CheckResult, Provenance } from '../archive/index.js'
import { buildModel } from '../scenario/index.js'
import { hashFiles } from './hashFiles.js'
import { judge } from './judge.js'
import { mergeRows } from './merge.js'
import { gravityScore, type NullScore } from './nullScore.js'
import { type ExperimentOptions, openExperiment } from './openExperiment.js'
import { computeChunks, type PilotOptions } from './pilot.js'
import { planCheck } from './planCheck.js'
import { openStore } from './store.js'
import { type LibrarySource, openLibrary } from './workerLibrary.js'
import { writeCheck } from './writeCheck.js'

export interface CheckOptions extends Omit<PilotOptions, 'library'>, ExperimentOptions {
  /** Number of runs; default 1,000, or what a resumed check has. */
  readonly runs?: number | undefined
  /** Master seed; default `1`, or what a resumed check has. */
  readonly seed?: string | undefined
  /** Runs a chunk; default 25, or what a resumed check has. */
  readonly chunkSize?: number | undefined
  /** Version of the package. */
  readonly version: string
  /** Default: the shipped library. */
  readonly library?: LibrarySource | undefined
  /** What pairs would score without the model. Default: gravity alone. */
  readonly nullScore?: NullScore | undefined
}

/**
 * Asks whether a scenario shows the patterns that it should: runs it many times and judges each of its checks by its
 * band. Everything is kept in a folder; what `check.json` and `runs.csv` hold depends on the plan alone, not on the
 * number of workers, nor on how often the work was interrupted.
 *
 * @returns what was found, and the folder
 * @throws InputError if the scenario has no checks, or a resumed check was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export async function runCheck(
  loaded: Provenance,
  options: CheckOptions,
): Promise<CheckResult & { readonly folder: string }> {
  const started = new Date()
  const { document } = loaded
  const source = options.library ?? {}
  const library = await openLibrary(source)
  const begun = options.resume === undefined ? undefined : await openStore(options.resume)
  const plan = await planCheck(document, library, {
    version: options.version,
    mechanismFiles: await hashFiles(source.mechanismFiles ?? []),
    seed: options.seed ?? begun?.plan.seed ?? '1',
    runs: options.runs ?? begun?.plan.replicates ?? 1000,
    chunkSize: options.chunkSize ?? begun?.plan.chunkSize ?? 25,
  })
  const store = await openExperiment(loaded, plan, library, options)
  await computeChunks(store, { ...options, library: source })
  const rows = await mergeRows(store)
  const { nullScore = gravityScore } = options
  const model = buildModel(document, library)
  const result = judge(rows, { plan, document, model, nullScore })
  await writeCheck(store, rows, result, {
    loaded,
    command: options.command,
    started,
    workers: options.workers ?? availableParallelism(),
  })
  if (result.lost === 0) await store.tidy()
  return { ...result, folder: store.folder }
}
