import type { Provenance, SweepResult } from '../../archive/index.js'
import type { ExperimentOptions } from '../openExperiment.js'
import type { Plan } from '../plan.js'
import {
  type Found,
  type RunningOptions,
  resumeExperiment,
  runExperiment,
} from '../runExperiment.js'
import type { Store } from '../store.js'
import { finishSweep } from './finishSweep.js'

export interface SweepOptions extends RunningOptions, ExperimentOptions {}

/**
 * Runs a sweep: every point of its design under every treatment, as often as the plan says. Everything is kept in a folder; the data there depend on the plan alone, not on the number of
 * workers, nor on how often the work was interrupted.
 *
 * @param loaded the scenario that the plan was made of
 * @param plan see `planSweep`
 * @throws InputError if a resumed experiment was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export function runSweep(
  loaded: Provenance,
  plan: Plan,
  options: SweepOptions,
): Promise<Found<SweepResult>> {
  return runExperiment(loaded, plan, finishSweep, options)
}

/**
 * Goes on with a sweep by what its folder says, and nothing else.
 *
 * @throws InputError if it is another experiment, was begun with another version, or if a file of a mechanism has
 *   changed since
 */
export function resumeSweep(
  store: Store,
  options: RunningOptions & { readonly version: string },
): Promise<Found<SweepResult>> {
  return resumeExperiment(store, 'sweep', finishSweep, options)
}
