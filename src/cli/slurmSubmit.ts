import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../diagnostics/index.js'
import type { Store } from '../experiment/index.js'
import { type Submission, slurmRequest, submit, TallyKeeper } from '../experiment/slurm/index.js'
import { type SlurmFlags, slurmWishes } from './slurmFlags.js'
import { resume } from './slurmText.js'

export interface SubmitFlags extends SlurmFlags {
  readonly parquet?: boolean
  readonly report: boolean
}

/**
 * Submits what is missing of a sweep to Slurm.
 *
 * @returns undefined if nothing is missing
 * @throws InputError if Slurm refuses, or there is none
 */
export async function slurmSubmit(
  store: Store,
  flags: SubmitFlags,
): Promise<Submission | undefined> {
  const { missing, lost } = await new TallyKeeper(store).count()
  if (missing === 0 && lost === 0) return undefined
  const folder = resolve(store.folder)
  const told = [...(flags.parquet ? ['--parquet'] : []), ...(flags.report ? [] : ['--no-report'])]
  try {
    return await submit(folder, slurmRequest(slurmWishes(flags), missing), {
      pilot: jobCommand('pilot', folder),
      merge: jobCommand('sweep', 'collect', folder, ...told),
    })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError([
      ...error.problems,
      {
        file: store.folder,
        message: 'the sweep stands here, and nothing of it is in the queue',
        hint: `To try again: ${resume(store.folder, '--engine', 'slurm')}`,
      },
    ])
  }
}

/** This very program, by this very Node, wherever the job begins. */
function jobCommand(...words: readonly string[]): string[] {
  return [process.execPath, fileURLToPath(new URL('./main.js', import.meta.url)), ...words]
}
