import { exitCodes, InputError } from '../diagnostics/index.js'
import { finishSweep, openStore } from '../experiment/index.js'
import { readSubmissions, TallyKeeper } from '../experiment/slurm/index.js'
import type { TellFlags } from './carryOut.js'
import { say, sayJson } from './say.js'
import { statusText } from './slurmText.js'
import { sweepState } from './sweepState.js'
import { tellSweep } from './tellSweep.js'

export interface CollectFlags extends TellFlags {
  readonly parquet?: boolean
}

/**
 * Merges a sweep whose chunks are all there and says what it gave. If some are missing, says what to do about it; the
 * exit code is 1 then.
 *
 * @throws InputError if the folder holds no sweep
 */
export async function collectSweep(folder: string, flags: CollectFlags): Promise<void> {
  const store = await openStore(folder)
  const { kind } = store.plan
  if (kind !== 'sweep')
    throw new InputError({ file: folder, message: `this is a ${kind}, not a sweep` })
  if ((await new TallyKeeper(store).count()).missing > 0) {
    const state = await sweepState(folder)
    if (flags.json) sayJson(state)
    else say(statusText(state))
    process.exitCode = exitCodes.failed
    return
  }
  const [first] = await readSubmissions(folder)
  const result = await finishSweep(store, {
    started: first ? new Date(first.at) : new Date(),
    workers: first && first.tasks * first.workers,
    parquet: flags.parquet,
  })
  await tellSweep({ ...result, folder: store.folder }, flags)
}
