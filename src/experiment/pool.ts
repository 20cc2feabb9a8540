import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { Interrupted } from '../diagnostics/index.js'
import type { RunRow } from './runRow.js'
import { rowWithoutAnswer } from './runRow.js'
import type { NotReady, WorkerData } from './worker.js'

/** Workers, each of which answers numbers of runs with their rows. */
type Crew = Piscina<readonly number[], readonly RunRow[] | NotReady>

/** How often a run is tried again, alone, after its worker has died. */
const triesAlone = 2

/** Workers take compiled JavaScript only: under a runner of TypeScript the file is the one in `dist/`. */
const workerFile = fileURLToPath(
  import.meta.url.endsWith('.ts')
    ? new URL('../../dist/experiment/worker.js', import.meta.url)
    : new URL('./worker.js', import.meta.url),
)

/** The workers of one experiment. Each receives plan and library once; then only numbers of runs go there. */
export class RunPool {
  readonly workers: number
  readonly #data: WorkerData
  readonly #shared: Crew
  readonly #alone = new Set<Crew>()
  #stopped = false

  /** @param workers number of threads; as many as there are processors, if absent */
  constructor(data: WorkerData, workers = availableParallelism()) {
    if (!Number.isSafeInteger(workers) || workers < 1)
      throw new RangeError(`the number of workers must be a whole number from 1, not ${workers}`)
    this.workers = workers
    this.#data = data
    this.#shared = this.#open(workers)
  }

  /**
   * Computes some runs, one after another in one worker. A run that throws gives a row; so does one whose worker dies
   * whenever it is tried.
   *
   * @throws Interrupted after `stop`
   * @throws Error if no worker can be made ready
   */
  async run(runs: readonly number[]): Promise<readonly RunRow[]> {
    const together = await this.#attempt(this.#shared, runs)
    if (together !== undefined) return together
    // One of them has taken its worker with it: which, is seen when each has one to itself.
    const rows: RunRow[] = []
    for (const run of runs) rows.push(await this.#runAlone(run))
    return rows
  }

  async #runAlone(run: number): Promise<RunRow> {
    for (let attempt = 0; attempt < triesAlone; attempt++) {
      const alone = this.#open(1, 0)
      this.#alone.add(alone)
      try {
        const rows = await this.#attempt(alone, [run])
        if (rows !== undefined) return rows[0]
      } finally {
        this.#alone.delete(alone)
        await alone.destroy()
      }
    }
    const message = `its worker died ${triesAlone + 1} times`
    return rowWithoutAnswer(run, 'lost', message, this.#data.plan.ask)
  }

  /** @returns undefined if the worker died */
  async #attempt(crew: Crew, runs: readonly number[]): Promise<readonly RunRow[] | undefined> {
    try {
      const answer = await crew.run(runs)
      if ('notReady' in answer) throw new NotReadyError(answer.notReady)
      return answer
    } catch (error) {
      if (this.#stopped) throw new Interrupted()
      if (error instanceof NotReadyError) throw error
      return undefined
    }
  }

  /** Ends all workers at once, in the middle of whatever they do. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([this.#shared, ...this.#alone].map((pool) => pool.destroy()))
  }

  /** @param kept workers that are replaced when they die */
  #open(threads: number, kept = threads): Crew {
    const pool: Crew = new Piscina({
      filename: workerFile,
      workerData: this.#data,
      minThreads: kept,
      maxThreads: threads,
      // A run takes milliseconds to minutes; spinning for work would take a processor from it.
      atomics: 'async',
    })
    // A worker that dies while it has nothing to do harms nobody.
    pool.on('error', () => undefined)
    return pool
  }
}

class NotReadyError extends Error {}
