import { setTimeout as sleep } from 'node:timers/promises'
import { runsOfChunk } from './chunk.js'
import { claimChunk, type Lease, pilotName, usualLease } from './claim.js'
import { runsOf } from './plan.js'
import { Interrupted, RunPool } from './pool.js'
import { type Progress, ProgressMeter } from './progress.js'
import type { Store } from './store.js'
import type { LibrarySource } from './workerLibrary.js'

export interface PilotOptions {
  readonly library: LibrarySource
  /** Threads; default as many as processors. */
  readonly workers?: number | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Ends the work at once; chunks that are done stay. */
  readonly signal?: AbortSignal | undefined
  readonly lease?: Lease | undefined
}

/** How long to wait before looking again whether others have finished their chunks, in milliseconds. */
const patience = 500

/**
 * Computes the chunks of an experiment that are not done, with others if others work on it too. Returns when all are
 * done, by whomever.
 *
 * @throws Interrupted when the signal says so
 * @throws ChunkConflict if another has computed a chunk differently
 */
export async function computeChunks(store: Store, options: PilotOptions): Promise<void> {
  const { plan } = store
  const { signal } = options
  if (signal?.aborted) throw new Interrupted()
  await store.forgetLost()
  const meter = new ProgressMeter(runsOf(plan), options.onProgress)
  const left = new Set(Array.from({ length: store.chunks }, (_, chunk) => chunk))
  /** Is the chunk done? Then its runs are counted. */
  const isDone = async (chunk: number): Promise<boolean> => {
    const rows = await store.settled(chunk)
    if (rows && left.delete(chunk)) for (const { status } of rows) meter.count(status, true)
    return rows !== undefined
  }
  for (const chunk of await store.published()) await isDone(chunk)
  if (left.size === 0) return

  const pool = new RunPool({ plan, library: options.library }, options.workers)
  const stop = () => void pool.stop()
  signal?.addEventListener('abort', stop, { once: true })
  const pilot = pilotName()
  const taken = new Set<number>()
  let failed = false

  const compute = async (chunk: number): Promise<boolean> => {
    const claim = await claimChunk(store.folder, chunk, pilot, options.lease ?? usualLease)
    if (!claim) return false
    let givenUp = true
    try {
      if (!(await isDone(chunk))) {
        const rows = await Promise.all(
          runsOfChunk(plan, chunk).map(async (run) => {
            const row = await pool.run(run)
            meter.count(row.status)
            return row
          }),
        )
        if (signal?.aborted) throw new Interrupted()
        await store.publish(chunk, rows, pilot)
        left.delete(chunk)
      }
      // What is lost is open to whoever resumes.
      givenUp = (await store.rowsOf(chunk)) === undefined
    } finally {
      await claim.end(givenUp)
    }
    return true
  }

  /** Takes one chunk after another. Some of these run side by side, so that no worker waits for the end of a chunk. */
  const slot = async (): Promise<void> => {
    while (left.size > 0 && !failed) {
      const free = [...left].filter((chunk) => !taken.has(chunk))
      let progressed = false
      for (const chunk of free) {
        if (failed || taken.has(chunk)) continue
        taken.add(chunk)
        try {
          if (!(await isDone(chunk)) && !(await compute(chunk))) continue
          progressed = true
          break
        } finally {
          taken.delete(chunk)
        }
      }
      if (signal?.aborted) throw new Interrupted()
      if (!progressed && left.size > 0) {
        if ([...left].every((chunk) => taken.has(chunk))) return
        await sleep(patience)
      }
    }
  }

  const slots = 1 + Math.ceil(pool.workers / plan.chunkSize)
  try {
    const ends = await Promise.allSettled(
      Array.from({ length: slots }, () =>
        slot().catch(async (error: unknown) => {
          // The first to fail ends all others at once.
          failed = true
          await pool.stop()
          throw error
        }),
      ),
    )
    const reasons = ends.flatMap((end) =>
      end.status === 'rejected' ? [end.reason as unknown] : [],
    )
    const reason = reasons.find((error) => !(error instanceof Interrupted)) ?? reasons[0]
    if (signal?.aborted) throw new Interrupted()
    if (reason !== undefined) throw reason
  } finally {
    signal?.removeEventListener('abort', stop)
    await pool.stop()
  }
}
