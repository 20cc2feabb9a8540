import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Store } from '../experiment/index.js'
import { type Submission, slurmRequest, submit, TallyKeeper } from '../experiment/slurm/index.js'
import { type SlurmFlags, slurmWishes } from './slurmFlags.js'

/**
 * Submits what is missing of a sweep to Slurm.
 *
 * @returns undefined if nothing is missing
 * @throws InputError if Slurm refuses, or there is none
 */
export async function slurmSubmit(
  store: Store,
  flags: SlurmFlags,
): Promise<Submission | undefined> {
  const { missing, lost } = await new TallyKeeper(store).count()
  if (missing === 0 && lost === 0) return undefined
  const folder = resolve(store.folder)
  return submit(folder, slurmRequest(slurmWishes(flags), Math.max(1, missing)), {
    pilot: jobCommand('pilot', folder),
    merge: jobCommand('sweep', 'collect', folder),
  })
}

/** This very program, by this very Node, wherever the job begins. */
function jobCommand(...words: readonly string[]): string[] {
  return [process.execPath, fileURLToPath(new URL('./main.js', import.meta.url)), ...words]
}
