import { readFile } from 'node:fs/promises'
import { errorCode, type InputFile, sha256 } from '../archive/index.js'
import { InputError, quote } from '../diagnostics/index.js'
import { computeChunks, type PilotOptions } from './pilot.js'
import type { Plan } from './plan.js'
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
  mustBeSameCode(store.plan, folder, options.version)
  for (const file of store.plan.mechanismFiles) await mustBeSameFile(file, folder)
  const mechanismFiles = store.plan.mechanismFiles.map(({ name }) => name)
  await computeChunks(store, { ...options, library: { mechanismFiles } })
  return store
}

function mustBeSameCode(plan: Plan, folder: string, version: string): void {
  if (plan.version === version) return
  throw new InputError({
    file: folder,
    message: `the experiment was begun by version ${plan.version}, and this is ${version}`,
    hint: 'Use the same version everywhere',
  })
}

async function mustBeSameFile({ name, sha256: begun }: InputFile, folder: string): Promise<void> {
  let content: Uint8Array
  try {
    content = await readFile(name)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(errorCode(error))) throw error
    throw new InputError({
      file: folder,
      message: `the experiment needs the mechanism in ${quote(name)}, which cannot be read from here`,
      hint: 'Start where the experiment was begun: relative paths lead from there',
    })
  }
  if (sha256(content) === begun) return
  throw new InputError({
    file: folder,
    message: `the mechanism in ${quote(name)} is not the one that the experiment was begun with`,
    hint: 'Bring the old file back, or begin a new experiment',
  })
}
