import type { AttributionResult, Provenance } from '../../archive/index.js'
import type { ExperimentOptions } from '../openExperiment.js'
import type { Plan } from '../plan.js'
import {
  type Found,
  type RunningOptions,
  resumeExperiment,
  runExperiment,
} from '../runExperiment.js'
import type { Store } from '../store.js'
import { finishAttribution } from './finishAttribution.js'

export interface AttributionOptions extends RunningOptions, ExperimentOptions {}

/**
 * Runs an attribution and says which cause did it. Everything is kept in a folder; the data there depend on the plan alone, not on the number of
 * workers, nor on how often the work was interrupted.
 *
 * @param loaded the scenario that the plan was made of
 * @param plan see `planAttribution`
 * @throws InputError if a resumed experiment was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export function runAttribution(
  loaded: Provenance,
  plan: Plan,
  options: AttributionOptions,
): Promise<Found<AttributionResult>> {
  return runExperiment(loaded, plan, finishAttribution, options)
}

/**
 * Goes on with an attribution by what its folder says, and nothing else.
 *
 * @throws InputError if it is another experiment, was begun with another version, or if a file of a mechanism has
 *   changed since
 */
export function resumeAttribution(
  store: Store,
  options: RunningOptions & { readonly version: string },
): Promise<Found<AttributionResult>> {
  return resumeExperiment(store, 'attribution', finishAttribution, options)
}
