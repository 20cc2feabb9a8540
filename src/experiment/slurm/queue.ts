import { userInfo } from 'node:os'
import type { Submission } from './jobRecord.js'
import { slurmCommand } from './slurmCommand.js'

/** One job of an experiment that Slurm still knows to wait or run; each pilot of an array is one. */
export interface QueuedJob {
  readonly role: 'pilot' | 'merge'
  /** As `squeue` and `scancel` have it: `4711_0` for a pilot, `4712` for a merge. */
  readonly id: string
  /** In Slurm's words: `PENDING`, `RUNNING`, `COMPLETING`. */
  readonly state: string
  /** Name of the node, empty while it waits. */
  readonly node: string
  /** Why it waits, in Slurm's words; empty while it runs. */
  readonly reason: string
}

/**
 * The jobs of these submissions that are in the queue, pilots first. The job that asks is left out: it
 * is not something to wait for.
 *
 * @throws InputError if Slurm is not on this machine or does not answer
 */
export async function queuedJobs(submissions: readonly Submission[]): Promise<QueuedJob[]> {
  if (submissions.length === 0) return []
  // All of the user's jobs: asked for those that have ended, squeue fails.
  const user = `--user=${userInfo().uid}`
  const said = await slurmCommand('squeue', [
    '--noheader',
    '--array',
    user,
    '--format=%F|%i|%T|%N|%r',
  ])
  const roles = new Map<string, QueuedJob['role']>()
  for (const { pilots, merge } of submissions) roles.set(pilots, 'pilot').set(merge, 'merge')
  const jobs: QueuedJob[] = []
  for (const line of said.split('\n')) {
    const [job, id, state, node, ...reason] = line.trim().split('|')
    const role = roles.get(job)
    if (role === undefined || job === process.env.SLURM_JOB_ID) continue
    const waits = state === 'PENDING'
    jobs.push({ role, id, state, node, reason: waits ? reason.join('|') : '' })
  }
  return jobs.sort((a, b) => Number(a.role === 'merge') - Number(b.role === 'merge'))
}
