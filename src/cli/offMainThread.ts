import { existsSync, renameSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { InputError, type Problem } from '../diagnostics/index.js'
import type { LoadOptions } from '../scenario/index.js'
import { Interrupted, interruptible } from './interrupt.js'

/** One run, with all that it is to leave. */
export interface RunJob {
  readonly scenario: string
  /** A run of an experiment in place of the scenario. */
  readonly from: { readonly folder: string; readonly run: number } | undefined
  readonly load: LoadOptions
  /** Files of the user's own mechanisms. */
  readonly mechanisms: readonly string[]
  readonly seed: string
  readonly replicate: number
  readonly out: string | undefined
  readonly force: boolean
  readonly parquet: boolean
  readonly report: boolean
  readonly command: string
}

export interface RunOutcome {
  /** The result folder, relative to the working directory where that is shorter. */
  readonly folder: string
  readonly summary: string
  readonly digest: string
  readonly command: string
}

export type RunMessage =
  | { readonly kind: 'opened'; readonly path: string }
  | { readonly kind: 'done'; readonly outcome: RunOutcome }
  | { readonly kind: 'badInput'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Does a run in a thread of its own, so that Ctrl-C is answered at once, whatever the run is busy with; an unfinished
 * folder goes with it.
 */
export function offMainThread(job: RunJob): Promise<RunOutcome> {
  return interruptible(
    (signal) =>
      new Promise<RunOutcome>((resolve, reject) => {
        const worker = new Worker(new URL('./runJob.js', import.meta.url), { workerData: job })
        let unfinished: string | undefined
        const tidy = () => {
          if (unfinished !== undefined) abandon(unfinished, job.out)
        }
        signal.addEventListener('abort', async () => {
          // Whoever loses patience leaves without waiting for the thread.
          process.once('exit', tidy)
          await worker.terminate()
          tidy()
          reject(new Interrupted())
        })
        worker.on('message', (message: RunMessage) => {
          if (message.kind === 'opened') unfinished = message.path
          else if (message.kind === 'done') resolve(message.outcome)
          else if (message.kind === 'badInput') reject(new InputError(message.problems))
          else reject(new Error(message.message))
        })
        worker.on('error', reject)
        worker.on('exit', (code) => {
          if (!signal.aborted) reject(new Error(`the run ended early (${code})`))
        })
      }),
  )
}

/** Takes an unfinished folder away. What it was about to replace, if it has been set aside already, comes back. */
function abandon(unfinished: string, out: string | undefined): void {
  rmSync(unfinished, { recursive: true, force: true })
  const earlier = `${unfinished}.replaced`
  if (out === undefined || !existsSync(earlier)) return
  if (existsSync(out)) rmSync(earlier, { recursive: true, force: true })
  else renameSync(earlier, out)
}
