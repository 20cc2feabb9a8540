import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { RunRow } from './runRow.js'
import { rowWithoutAnswer } from './runRow.js'
import type { NotReady, WorkerData } from './worker.js'

/** The user has ended the work. What is done stays done; the process's exit code is 130. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}

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
  readonly #shared: Piscina<number, RunRow | NotReady>
  readonly #alone = new Set<Piscina<number, RunRow | NotReady>>()
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
   * Computes one run. A run that throws gives a row; so does one whose worker dies whenever it is tried.
   *
   * @throws Interrupted after `stop`
   * @throws Error if no worker can be made ready
   */
  async run(run: number): Promise<RunRow> {
    try {
      return accept(await this.#shared.run(run))
    } catch (error) {
      if (this.#stopped) throw new Interrupted()
      if (error instanceof NotReadyError) throw error
    }
    for (let attempt = 0; attempt < triesAlone; attempt++) {
      const alone = this.#open(1, 0)
      this.#alone.add(alone)
      try {
        return accept(await alone.run(run))
      } catch (error) {
        if (this.#stopped) throw new Interrupted()
        if (error instanceof NotReadyError) throw error
      } finally {
        this.#alone.delete(alone)
        await alone.destroy()
      }
    }
    const message = `its worker died ${triesAlone + 1} times`
    return rowWithoutAnswer(run, 'lost', message, this.#data.plan.ask)
  }

  /** Ends all workers at once, in the middle of whatever they do. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([this.#shared, ...this.#alone].map((pool) => pool.destroy()))
  }

  /** @param kept workers that are replaced when they die */
  #open(threads: number, kept = threads): Piscina<number, RunRow | NotReady> {
    const pool = new Piscina<number, RunRow | NotReady>({
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

function accept(answer: RunRow | NotReady): RunRow {
  if ('notReady' in answer) throw new NotReadyError(answer.notReady)
  return answer
}
