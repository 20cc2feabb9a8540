import { setTimeout as sleep } from 'node:timers/promises'
import { Interrupted } from '../../diagnostics/index.js'
import type { Store } from '../store.js'
import { readSubmissions } from './jobRecord.js'
import { type QueuedJob, queuedJobs } from './queue.js'
import { type Tally, TallyKeeper } from './tally.js'

export interface WatchOptions {
  readonly onTally?: ((tally: Tally) => void) | undefined
  /** Called with the jobs whenever Slurm has been asked. */
  readonly onJobs?: ((jobs: readonly QueuedJob[]) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** How often the folder is looked at, in milliseconds. */
const pause = 2000

/** Slurm is asked at every so many looks: its controller serves everybody. */
const looksPerQuestion = 5

/**
 * Stays until no job of an experiment is in the queue any more, and tells how far it has come meanwhile. Watching
 * changes nothing: whoever stops it leaves the jobs to themselves.
 *
 * @throws Interrupted when the signal says so
 */
export async function watch(
  store: Store,
  { onTally, onJobs, signal }: WatchOptions = {},
): Promise<void> {
  const keeper = new TallyKeeper(store)
  const submissions = await readSubmissions(store.folder)
  for (let look = 0; ; look++) {
    if (signal?.aborted) throw new Interrupted()
    const tally = await keeper.count()
    onTally?.(tally)
    if (look % looksPerQuestion === 0 || tally.missing === 0) {
      const jobs = await queuedJobs(submissions)
      if (jobs.length === 0) return
      onJobs?.(jobs)
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined)
  }
}
