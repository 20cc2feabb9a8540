import type { Provenance, SensitivityResult } from '../../archive/index.js'
import type { ExperimentOptions } from '../openExperiment.js'
import type { Plan } from '../plan.js'
import {
  type Found,
  type RunningOptions,
  resumeExperiment,
  runExperiment,
} from '../runExperiment.js'
import type { Store } from '../store.js'
import { finishSensitivity } from './finishSensitivity.js'

export interface SensitivityOptions extends RunningOptions, ExperimentOptions {}

/**
 * Runs a sensitivity analysis and says which factors matter. Everything is kept in a folder; the data there depend on the plan alone, not on the number of
 * workers, nor on how often the work was interrupted.
 *
 * @param loaded the scenario that the plan was made of
 * @param plan see `planSensitivity`
 * @throws InputError if a resumed experiment was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export function runSensitivity(
  loaded: Provenance,
  plan: Plan,
  options: SensitivityOptions,
): Promise<Found<SensitivityResult>> {
  return runExperiment(loaded, plan, finishSensitivity, options)
}

/**
 * Goes on with a sensitivity analysis by what its folder says, and nothing else.
 *
 * @throws InputError if it is another experiment, was begun with another version, or if a file of a mechanism has
 *   changed since
 */
export function resumeSensitivity(
  store: Store,
  options: RunningOptions & { readonly version: string },
): Promise<Found<SensitivityResult>> {
  return resumeExperiment(store, 'sensitivity', finishSensitivity, options)
}
