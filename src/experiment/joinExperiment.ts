import { computeChunks, type PilotOptions } from './pilot.js'
import { sameLibrary } from './sameLibrary.js'
import { openStore, type Store } from './store.js'

export interface JoinOptions extends Omit<PilotOptions, 'library'> {
  /** Version of the package. */
  readonly version: string
}

/**
 * Joins an experiment that someone has begun, from another process or another machine that sees its folder, and
 * computes what is missing with whoever else does. Returns when nothing is missing; merges nothing.
 *
 * @returns the store, all chunks in it
 * @throws InputError if the folder holds no experiment, if it was begun by another version of the package, or if a
 *   file of the user's own mechanisms is not there or has changed
 * @throws Interrupted when the signal says so: chunks that are done stay
 */
export async function joinExperiment(folder: string, options: JoinOptions): Promise<Store> {
  const store = await openStore(folder)
  const library = await sameLibrary(store, options)
  await computeChunks(store, { ...options, library })
  return store
}
