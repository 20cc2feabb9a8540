import type { Provenance, SensitivityResult } from '../../archive/index.js'
import { type ExperimentOptions, openExperiment } from '../openExperiment.js'
import { computeChunks, type PilotOptions } from '../pilot.js'
import type { Plan } from '../plan.js'
import type { Store } from '../store.js'
import { sameLibrary } from '../sweep/resumeSweep.js'
import { type LibrarySource, openLibrary } from '../workerLibrary.js'
import { designOf, finishSensitivity } from './finishSensitivity.js'

export interface SensitivityOptions extends Omit<PilotOptions, 'library'>, ExperimentOptions {
  /** Parquet beside the CSV files. */
  readonly parquet?: boolean | undefined
  /** Default: the shipped library. */
  readonly library?: LibrarySource | undefined
}

type Found = SensitivityResult & { readonly folder: string }

/**
 * Runs a sensitivity analysis and says which factors matter. Everything is kept in a folder; the data there depend on
 * the plan alone, not on the number of workers, nor on how often the work was interrupted.
 *
 * @param loaded the scenario that the plan was made of
 * @param plan see `planSensitivity`
 * @throws InputError if a resumed analysis was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export async function runSensitivity(
  loaded: Provenance,
  plan: Plan,
  options: SensitivityOptions,
): Promise<Found> {
  const started = new Date()
  const library = options.library ?? {}
  const store = await openExperiment(loaded, plan, await openLibrary(library), options)
  await computeChunks(store, { ...options, library })
  return finish(store, { ...options, started })
}

/**
 * Goes on with a sensitivity analysis by what its folder says, and nothing else.
 *
 * @throws InputError if it is another experiment, was begun with another version, or if a file of a mechanism has
 *   changed since
 */
export async function resumeSensitivity(
  store: Store,
  options: Omit<SensitivityOptions, keyof ExperimentOptions> & { readonly version: string },
): Promise<Found> {
  const started = new Date()
  designOf(store.plan, store.folder)
  await computeChunks(store, { ...options, library: await sameLibrary(store, options) })
  return finish(store, { ...options, started })
}

async function finish(
  store: Store,
  {
    parquet,
    workers,
    started,
  }: Pick<SensitivityOptions, 'parquet' | 'workers'> & { started: Date },
): Promise<Found> {
  const result = await finishSensitivity(store, { parquet, workers, started })
  return { ...result, folder: store.folder }
}
