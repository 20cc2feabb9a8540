import { relative } from 'node:path'
import { Worker } from 'node:worker_threads'
import { intoResultFolder } from '../archive/index.js'
import { InputError, type Problem } from '../diagnostics/index.js'
import type { LoadOptions } from '../scenario/index.js'
import { interruptible } from './interrupt.js'

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

/** What a run has left in its folder. */
export interface RunLeft {
  readonly summary: string
  readonly digest: string
  readonly command: string
}

export interface RunOutcome extends RunLeft {
  /** The result folder, relative to the working directory where that is shorter. */
  readonly folder: string
}

/** What the thread says: first what its folder is to be called, then that it is filled; or why not. */
export type RunMessage =
  | { readonly kind: 'made'; readonly name: string }
  | { readonly kind: 'filled'; readonly left: RunLeft }
  | { readonly kind: 'badInput'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Does a run in a thread of its own, so that Ctrl-C is answered at once, whatever the run is busy with. The folder is
 * opened and published here, by the thread that nobody ends: an unfinished one always has somebody to take it away.
 */
export function offMainThread(job: RunJob): Promise<RunOutcome> {
  return interruptible(async (signal) => {
    const worker = new Worker(new URL('./runJob.js', import.meta.url), { workerData: job })
    try {
      const { name } = await answer(worker, 'made', signal)
      const { path, result } = await intoResultFolder(
        { out: job.out, force: job.force, name, signal },
        async (folder) => {
          signal.throwIfAborted()
          worker.postMessage(folder.path)
          return answer(worker, 'filled', signal)
        },
      )
      return { ...result.left, folder: shorter(path) }
    } finally {
      await worker.terminate()
    }
  })
}

type Answer<Kind> = Extract<RunMessage, { kind: Kind }>

/** What the thread says next. Aborting ends the thread first, so that it writes no more. */
function answer<Kind extends 'made' | 'filled'>(
  worker: Worker,
  kind: Kind,
  signal: AbortSignal,
): Promise<Answer<Kind>> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => worker.terminate().then(() => reject(signal.reason)))
    worker.once('message', (message: RunMessage) => {
      if (message.kind === kind) resolve(message as Answer<Kind>)
      else if (message.kind === 'badInput') reject(new InputError(message.problems))
      else reject(new Error(message.kind === 'failed' ? message.message : 'out of turn'))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (!signal.aborted) reject(new Error(`the run ended early (${code})`))
    })
  })
}

function shorter(path: string): string {
  const near = relative(process.cwd(), path)
  return near.length < path.length ? near : path
}
