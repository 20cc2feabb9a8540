import type { Provenance, SweepResult } from '../../archive/index.js'
import { type ExperimentOptions, openExperiment } from '../openExperiment.js'
import { computeChunks, type PilotOptions } from '../pilot.js'
import type { Plan } from '../plan.js'
import { type LibrarySource, openLibrary } from '../workerLibrary.js'
import { finishSweep } from './finishSweep.js'

export interface SweepOptions extends Omit<PilotOptions, 'library'>, ExperimentOptions {
  /** Parquet beside the CSV files. */
  readonly parquet?: boolean | undefined
  /** Default: the shipped library. */
  readonly library?: LibrarySource | undefined
}

/**
 * Runs a sweep: every point of its design under every treatment, as often as the plan says. Everything is kept in a
 * folder; the data there depend on the plan alone, not on the number of workers, nor on how often the work was
 * interrupted.
 *
 * @param loaded the scenario that the plan was made of
 * @param plan see `planSweep`
 * @throws InputError if a resumed sweep was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export async function runSweep(
  loaded: Provenance,
  plan: Plan,
  options: SweepOptions,
): Promise<SweepResult & { readonly folder: string }> {
  const started = new Date()
  const source = options.library ?? {}
  const store = await openExperiment(loaded, plan, await openLibrary(source), options)
  await computeChunks(store, { ...options, library: source })
  const { parquet, workers } = options
  const result = await finishSweep(store, { started, parquet, workers })
  return { ...result, folder: store.folder }
}
