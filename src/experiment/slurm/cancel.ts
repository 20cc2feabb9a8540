import { readSubmissions } from './jobRecord.js'
import { type QueuedJob, queuedJobs } from './queue.js'
import { slurmCommand } from './slurmCommand.js'

/**
 * Takes the jobs of an experiment out of the queue, running ones included. Chunks that are done stay.
 *
 * @returns the jobs that were cancelled; none if none were in the queue
 * @throws InputError if Slurm is not on this machine, or refuses
 */
export async function cancel(folder: string): Promise<readonly QueuedJob[]> {
  const jobs = await queuedJobs(await readSubmissions(folder))
  // Merges first: they would begin when the pilots have gone.
  const ids = jobs.map(({ id }) => id).reverse()
  if (ids.length > 0) await slurmCommand('scancel', ids)
  return jobs
}
