import { setTimeout as sleep } from 'node:timers/promises'
import { Interrupted } from '../diagnostics/index.js'
import { runsOfChunk } from './chunk.js'
import { claimChunk, type Lease, pilotName, usualLease } from './claim.js'
import { type Plan, placeOf, runsOf } from './plan.js'
import { RunPool } from './pool.js'
import { type Progress, ProgressMeter } from './progress.js'
import type { RunRow } from './runRow.js'
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
  /** End with the first run that fails, instead of keeping it as a row. */
  readonly failFast?: boolean | undefined
  /** Compute only the first so many runs; all, unless told. */
  readonly until?: number | undefined
}

/** A run has failed where none may. */
export class RunFailed extends Error {
  constructor({ run, message }: Pick<RunRow, 'run' | 'message'>) {
    super(`run ${run} failed: ${message}`)
    this.name = 'RunFailed'
  }
}

/** How long to wait before looking again whether others have finished their chunks, in milliseconds. */
const patience = 500

/**
 * Computes the chunks of an experiment that are not done, with others if others work on it too. Returns when all are
 * done, by whomever.
 *
 * @throws Interrupted when the signal says so
 * @throws ChunkConflict if another has computed a chunk differently
 * @throws RunFailed for the first run that fails, if none may
 */
export async function computeChunks(store: Store, options: PilotOptions): Promise<void> {
  const team = new Team(store, options)
  try {
    await team.compute(options.until)
  } finally {
    await team.close()
  }
}

/** Workers that stay together while an experiment decides, look by look, how many of its runs it needs. */
export class Team {
  #pool: RunPool | undefined

  constructor(
    private readonly store: Store,
    private readonly options: PilotOptions,
  ) {}

  /**
   * Computes what is not done of the first runs, as `computeChunks` does.
   *
   * @param until number of runs, counted from the first; all, unless told
   */
  async compute(until = runsOf(this.store.plan)): Promise<void> {
    const { store, options } = this
    const { signal } = options
    if (signal?.aborted) throw new Interrupted()
    await store.forgetLost()
    const { plan } = store
    const wanted = Math.ceil(until / plan.chunkSize)
    // The last chunk is computed whole, also beyond what is asked for.
    const total = Math.min(wanted * plan.chunkSize, runsOf(plan))
    const meter = new ProgressMeter(total, options.onProgress)
    const left = new Set(Array.from({ length: wanted }, (_, chunk) => chunk))
    for (const chunk of [...left]) await countIfDone(store, chunk, left, meter)
    if (left.size === 0) return

    this.#pool ??= new RunPool({ plan: store.plan, library: options.library }, options.workers)
    const pool = this.#pool
    const stop = () => void pool.stop()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      await new Pilot(store, left, meter, pool, options).work()
    } catch (error) {
      throw signal?.aborted ? new Interrupted() : error
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  async close(): Promise<void> {
    await this.#pool?.stop()
  }
}

/** Most runs that a worker is given at once: a model serves them all, and the work stays evenly shared. */
const most = 8

/** Successive runs of the same case, a few at a time. */
function togetherOf(plan: Plan, runs: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  let last = -1
  for (const run of runs) {
    const here = placeOf(plan, run).case
    const group = groups.at(-1)
    if (group !== undefined && here === last && group.length < most) group.push(run)
    else groups.push([run])
    last = here
  }
  return groups
}

/** Is the chunk done? Then its runs are counted, and it is no longer left. */
async function countIfDone(
  store: Store,
  chunk: number,
  left: Set<number>,
  meter: ProgressMeter,
): Promise<boolean> {
  const rows = await store.settled(chunk)
  if (rows && left.delete(chunk)) for (const { status } of rows) meter.count(status, true)
  return rows !== undefined
}

/** One process at work on an experiment. */
class Pilot {
  readonly #name = pilotName()
  /** Chunks that one of the slots is busy with. */
  readonly #taken = new Set<number>()
  #failed = false

  constructor(
    private readonly store: Store,
    private readonly left: Set<number>,
    private readonly meter: ProgressMeter,
    private readonly pool: RunPool,
    private readonly options: PilotOptions,
  ) {}

  /** Works in several slots side by side, so that no worker waits for the last run of a chunk. */
  async work(): Promise<void> {
    const { plan } = this.store
    const groups = Math.ceil(plan.chunkSize / Math.min(most, plan.replicates, plan.chunkSize))
    const slots = 1 + Math.ceil(this.pool.workers / groups)
    const ends = await Promise.allSettled(
      Array.from({ length: slots }, () =>
        this.#slot().catch(async (error: unknown) => {
          // The first to fail ends all others at once.
          this.#failed = true
          await this.pool.stop()
          throw error
        }),
      ),
    )
    const reasons = ends.flatMap((end) =>
      end.status === 'rejected' ? [end.reason as unknown] : [],
    )
    // The others were interrupted by the one that has something to say.
    if (reasons.length > 0) throw reasons.find((r) => !(r instanceof Interrupted)) ?? reasons[0]
  }

  /** Takes one chunk after another until none is left that another slot is not busy with. */
  async #slot(): Promise<void> {
    while (!this.#failed) {
      if (this.options.signal?.aborted) throw new Interrupted()
      const free = [...this.left].filter((chunk) => !this.#taken.has(chunk))
      if (free.length === 0) return
      // Those that are left may all be claimed by others, who may yet fail to finish them.
      if (!(await this.#takeOne(free))) await sleep(patience)
    }
  }

  async #takeOne(free: readonly number[]): Promise<boolean> {
    for (const chunk of free) {
      if (this.#failed || this.#taken.has(chunk)) continue
      this.#taken.add(chunk)
      try {
        if ((await this.#isDone(chunk)) || (await this.#compute(chunk))) return true
      } finally {
        this.#taken.delete(chunk)
      }
    }
    return false
  }

  /** @returns whether the chunk could be claimed, and now is done */
  async #compute(chunk: number): Promise<boolean> {
    const { store, options } = this
    const claim = await claimChunk(store.folder, chunk, this.#name, options.lease ?? usualLease)
    if (!claim) return false
    let open = true
    try {
      if (!(await this.#isDone(chunk))) {
        const runs = runsOfChunk(store.plan, chunk)
        const groups = await Promise.all(
          togetherOf(store.plan, runs).map((group) => this.#run(group)),
        )
        const rows = groups.flat()
        if (options.signal?.aborted) throw new Interrupted()
        await store.publish(chunk, rows, this.#name)
        this.left.delete(chunk)
        // What is lost is open to whoever resumes.
        open = rows.some(({ status }) => status === 'lost')
      } else open = false
    } finally {
      await claim.end(open)
    }
    return true
  }

  async #run(runs: readonly number[]): Promise<readonly RunRow[]> {
    const rows = await this.pool.run(runs)
    for (const row of rows) {
      if (this.options.failFast && row.status === 'failed') throw new RunFailed(row)
      this.meter.count(row.status)
    }
    return rows
  }

  #isDone(chunk: number): Promise<boolean> {
    return countIfDone(this.store, chunk, this.left, this.meter)
  }
}
