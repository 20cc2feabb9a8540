import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../diagnostics/index.js'
import { openStore } from '../experiment/index.js'
import {
  type QueuedJob,
  queuedJobs,
  readSubmissions,
  TallyKeeper,
} from '../experiment/slurm/index.js'
import type { SweepState } from './slurmText.js'

/**
 * Looks at a sweep from outside, wherever its runs are computed.
 *
 * @throws InputError if the folder holds no sweep
 */
export async function sweepState(folder: string): Promise<SweepState> {
  const store = await openStore(folder)
  const tally = await new TallyKeeper(store).count()
  const jobs = await jobsIfKnown(folder)
  return { folder, tally, jobs, merged: existsSync(join(folder, 'sweep.json')) }
}

/** A sweep may be looked at where there is no Slurm, on one's own machine through a shared folder. */
async function jobsIfKnown(folder: string): Promise<readonly QueuedJob[] | undefined> {
  const submissions = await readSubmissions(folder)
  try {
    return await queuedJobs(submissions)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}
