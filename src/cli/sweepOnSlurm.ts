import { InputError } from '../diagnostics/index.js'
import { openLibrary, openStore, type Store, sameLibrary } from '../experiment/index.js'
import { openExperiment } from '../experiment/openExperiment.js'
import { requireSlurm, type Submission } from '../experiment/slurm/index.js'
import { askedSweep } from './askedSweep.js'
import { mustBeNamed } from './carryOutSweep.js'
import { collectSweep } from './collectSweep.js'
import { packageVersion } from './packageVersion.js'
import { say, sayJson } from './say.js'
import { slurmWishes } from './slurmFlags.js'
import { slurmSubmit } from './slurmSubmit.js'
import { submittedText } from './slurmText.js'
import { slurmWait } from './slurmWait.js'
import type { SweepFlags } from './sweepFlags.js'

/**
 * Plans a sweep, or takes up one that was begun, and hands what is missing to Slurm. Returns when it is in the queue,
 * or when it is finished if the user would wait.
 */
export async function sweepOnSlurm(asked: string | undefined, flags: SweepFlags): Promise<void> {
  if (flags.failFast)
    throw new InputError('--fail-fast is for local sweeps: on a cluster a failed run is a row')
  await requireSlurm(slurmWishes(flags))
  const store = await (asked === undefined ? goOn(flags) : begin(asked, flags))
  const submission = await slurmSubmit(store, flags)
  if (submission && !flags.wait) return tell(store, submission, flags)
  if (submission) {
    process.stderr.write(`${submittedText(store.folder, submission)}\n`)
    await slurmWait(store)
  }
  return collectSweep(store.folder, flags)
}

async function goOn(flags: SweepFlags): Promise<Store> {
  const store = await openStore(mustBeNamed(flags.resume))
  const library = { mechanismFiles: flags.mechanism }
  await sameLibrary(store, { version: packageVersion(), library })
  return store
}

async function begin(asked: string, flags: SweepFlags): Promise<Store> {
  const { loaded, plan, options } = await askedSweep(asked, flags)
  const library = await openLibrary({ mechanismFiles: flags.mechanism })
  return openExperiment(loaded, plan, library, options)
}

function tell({ folder }: Store, submission: Submission, { json }: SweepFlags): void {
  if (json) sayJson({ folder, ...submission })
  else say(submittedText(folder, submission))
}
