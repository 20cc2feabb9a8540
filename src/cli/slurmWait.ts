import type { Progress, Store } from '../experiment/index.js'
import { type QueuedJob, type Tally, watch } from '../experiment/slurm/index.js'
import { interruptible } from './interrupt.js'
import { progressLine } from './progressLine.js'
import { count } from './slurmText.js'

/**
 * Stays until the jobs of a sweep have left the queue, and shows how far they are. Ctrl-C ends the watching, not the
 * jobs.
 */
export async function slurmWait(store: Store): Promise<void> {
  const line = progressLine()
  const began = performance.now()
  let before: Tally | undefined
  const onTally = (tally: Tally) => {
    before ??= tally
    line.show(progressOf(tally, over(tally) - over(before), (performance.now() - began) / 1000))
  }
  let told = ''
  const onJobs = (jobs: readonly QueuedJob[]) => {
    const words = jobsText(jobs)
    if (words === told) return
    told = words
    if (!process.stderr.isTTY) process.stderr.write(`${words}\n`)
  }
  try {
    await interruptible((signal) => watch(store, { onTally, onJobs, signal }))
  } finally {
    line.end()
  }
}

function progressOf(tally: Tally, fresh: number, seconds: number): Progress {
  const rate = fresh === 0 ? NaN : fresh / seconds
  const done = over(tally)
  const { runs: total, failed, lost } = tally
  return { total, done, failed, lost, rate, secondsLeft: (total - done) / rate }
}

function over({ done, failed, lost }: Tally): number {
  return done + failed + lost
}

function jobsText(jobs: readonly QueuedJob[]): string {
  const running = jobs.filter(({ state }) => state === 'RUNNING').length
  const reasons = new Set(jobs.map(({ reason }) => reason).filter((text) => text !== ''))
  const waiting = jobs.length - running
  const why = reasons.size > 0 ? ` (${[...reasons].join(', ')})` : ''
  return `${count(running, 'job')} at work, ${waiting} waiting${why}`
}
