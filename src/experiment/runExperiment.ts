import type { Provenance, ResultKind } from '../archive/index.js'
import { InputError } from '../diagnostics/index.js'
import { type ExperimentOptions, openExperiment } from './openExperiment.js'
import { computeChunks, type PilotOptions } from './pilot.js'
import type { Plan } from './plan.js'
import { sameLibrary } from './sameLibrary.js'
import type { Store } from './store.js'
import { type LibrarySource, openLibrary } from './workerLibrary.js'

/** How the runs of an experiment are made. */
export interface RunningOptions extends Omit<PilotOptions, 'library'> {
  /** Parquet beside the CSV files. */
  readonly parquet?: boolean | undefined
  /** Default: the shipped library. */
  readonly library?: LibrarySource | undefined
}

/** What is told about the making of results. */
export interface Making {
  readonly started: Date
  readonly parquet?: boolean | undefined
  readonly workers?: number | undefined
}

/** Merges chunks that are all there, sums them up, and writes what was found. */
export type Finish<R> = (store: Store, making: Making) => Promise<R>

/** What was found, and where it lies. */
export type Found<R> = R & { readonly folder: string }

/**
 * Makes all runs of a plan in a folder and finishes them.
 *
 * @param loaded the scenario that the plan was made of
 * @throws InputError if a resumed experiment was begun with another plan
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export async function runExperiment<R>(
  loaded: Provenance,
  plan: Plan,
  finish: Finish<R>,
  options: RunningOptions & ExperimentOptions,
): Promise<Found<R>> {
  const started = new Date()
  const library = options.library ?? {}
  const store = await openExperiment(loaded, plan, await openLibrary(library), options)
  await computeChunks(store, { ...options, library })
  return found(store, finish, started, options)
}

/**
 * Goes on with an experiment by what its folder says, and nothing else.
 *
 * @throws InputError if it is of another kind, was begun with another version, or if a file of a mechanism has changed
 *   since
 */
export async function resumeExperiment<R>(
  store: Store,
  kind: ResultKind,
  finish: Finish<R>,
  options: RunningOptions & { readonly version: string },
): Promise<Found<R>> {
  const started = new Date()
  const { plan, folder } = store
  if (plan.kind !== kind) {
    throw new InputError({
      file: folder,
      message: `it holds the kind "${plan.kind}"`,
      expected: `the kind "${kind}"`,
    })
  }
  const library = await sameLibrary(store, options)
  await computeChunks(store, { ...options, library })
  return found(store, finish, started, options)
}

async function found<R>(
  store: Store,
  finish: Finish<R>,
  started: Date,
  { parquet, workers }: RunningOptions,
): Promise<Found<R>> {
  const result = await finish(store, { started, parquet, workers })
  return { ...result, folder: store.folder }
}
