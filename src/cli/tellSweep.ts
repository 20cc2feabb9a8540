import type { SweepResult } from '../archive/index.js'
import { exitCodes } from '../diagnostics/index.js'
import { say, sayJson } from './say.js'

/** How a finished sweep is told. */
export interface TellFlags {
  readonly report: boolean
  readonly json?: boolean
}

/** Draws the page of a sweep that is merged, says what it gave, and sets the exit code. */
export async function tellSweep(
  result: SweepResult & { readonly folder: string },
  flags: TellFlags,
): Promise<void> {
  const { sweepText, writeExperimentReport } = await import('../report/index.js')
  if (flags.report) await writeExperimentReport(result.folder)
  if (flags.json) sayJson(result)
  else {
    say(sweepText(result))
    say(`\nResults: ${result.folder}`)
    if (flags.report) say(`Page:    ${result.folder}/report.html`)
  }
  if (result.failed + result.lost === result.runs) process.exitCode = exitCodes.failed
}
