import { joinExperiment } from '../experiment/joinExperiment.js'
import { interruptible } from './interrupt.js'
import { positive } from './numbers.js'
import { packageVersion } from './packageVersion.js'
import { progressLine } from './progressLine.js'
import { say } from './say.js'

/** Works on the experiment in a folder until nothing is missing. */
export async function joinAsPilot(folder: string, typed: string | undefined): Promise<void> {
  const given = process.env.SLURM_CPUS_PER_TASK
  const workers =
    typed !== undefined
      ? positive(typed, '--workers')
      : given !== undefined
        ? positive(given, 'SLURM_CPUS_PER_TASK')
        : undefined
  const progress = progressLine()
  try {
    const { chunks } = await interruptible((signal) =>
      joinExperiment(folder, {
        version: packageVersion(),
        workers,
        onProgress: progress.show,
        signal,
      }),
    )
    progress.end()
    say(`All ${chunks} chunks are there.`)
  } finally {
    progress.end()
  }
}
