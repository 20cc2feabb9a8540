import { exitCodes } from '../diagnostics/index.js'
import { runCheck } from '../experiment/index.js'
import { loadScenario } from '../scenario/index.js'
import type { CheckFlags } from './checkFlags.js'
import { checkText } from './checkText.js'
import { interruptible } from './interrupt.js'
import { positive } from './numbers.js'
import { packageVersion } from './packageVersion.js'
import { progressLine } from './progressLine.js'
import { repeatCommand } from './repeatCommand.js'
import { say, sayJson } from './say.js'
import { libraryWith, loadOptions } from './scenarioOptions.js'

/** Runs a scenario many times, says how it stands to its patterns, and sets the exit code. */
export async function checkPatterns(scenario: string, flags: CheckFlags): Promise<void> {
  const runs = flags.runs === undefined ? undefined : positive(flags.runs, '--runs')
  const workers = flags.workers === undefined ? undefined : positive(flags.workers, '--workers')
  const { library, mechanismFiles, own } = await libraryWith(flags.mechanism)
  const loaded = await loadScenario(scenario, library, { ...loadOptions(flags), own })
  const progress = progressLine()
  try {
    const result = await interruptible((signal) =>
      runCheck(
        { ...loaded, mechanismFiles },
        {
          runs,
          workers,
          seed: flags.seed,
          resume: flags.resume,
          folder: { out: flags.out, force: flags.force },
          library: { mechanismFiles: flags.mechanism },
          version: packageVersion(),
          command: repeatCommand(scenario, { ...flags, seed: flags.seed ?? '1' }, 'check', runs),
          onProgress: progress.show,
          signal,
        },
      ),
    )
    progress.end()
    if (flags.report) {
      const { writeExperimentReport } = await import('../report/index.js')
      await writeExperimentReport(result.folder)
    }
    if (flags.json) sayJson(result)
    else say(checkText(result))
    if (result.failed === result.runs) process.exitCode = exitCodes.failed
    else if (!result.passed) process.exitCode = exitCodes.fellShort
  } finally {
    progress.end()
  }
}
