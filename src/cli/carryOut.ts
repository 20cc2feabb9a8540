import type { RunCounts } from '../archive/index.js'
import { exitCodes } from '../diagnostics/index.js'
import type { Progress } from '../experiment/index.js'
import { type ExperimentFlags, workersOf } from './experimentOptions.js'
import { interruptible } from './interrupt.js'
import { progressLine } from './progressLine.js'
import { say, sayJson } from './say.js'

/** How runs are made, by the command line. */
export interface How {
  readonly workers: number | undefined
  readonly parquet: boolean | undefined
  readonly failFast: boolean | undefined
  readonly library: { readonly mechanismFiles: readonly string[] | undefined }
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** Makes many runs that Ctrl-C ends at once, and shows how far they have come. */
export async function carryOut<R>(
  flags: ExperimentFlags & { readonly failFast?: boolean },
  work: (how: How) => Promise<R>,
  progress = progressLine(),
): Promise<R> {
  try {
    return await interruptible((signal) =>
      work({
        workers: workersOf(flags),
        parquet: flags.parquet,
        failFast: flags.failFast,
        library: { mechanismFiles: flags.mechanism },
        onProgress: progress.show,
        signal,
      }),
    )
  } finally {
    progress.end()
  }
}

/** How a finished experiment is told. */
export interface TellFlags {
  readonly report: boolean
  readonly json?: boolean
}

/** Draws the page of a finished experiment and says what it found. */
export async function tell<R extends { readonly folder: string }>(
  result: R,
  flags: TellFlags,
  textOf: (result: R) => string,
): Promise<void> {
  if (flags.report) {
    const { writeExperimentReport } = await import('../report/index.js')
    await writeExperimentReport(result.folder)
  }
  if (flags.json) return sayJson(result)
  say(textOf(result))
  say(`\nResults: ${result.folder}`)
  if (flags.report) say(`Page:    ${result.folder}/report.html`)
}

/** Failed runs are data; only if there is nothing else has the experiment failed. */
export function failIfAllDid(all: readonly RunCounts[]): boolean {
  const none = all.every(({ runs, failed, lost }) => failed + lost === runs)
  if (none) process.exitCode = exitCodes.failed
  return none
}
