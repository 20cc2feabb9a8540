import { InputError } from '../diagnostics/index.js'
import { openStore, resumeSweep, runSweep } from '../experiment/index.js'
import { askedSweep } from './askedSweep.js'
import { carryOut, type How } from './carryOut.js'
import { packageVersion } from './packageVersion.js'
import type { SweepFlags } from './sweepFlags.js'
import { tellSweep } from './tellSweep.js'

/** Plans a sweep, or takes up one that was begun; runs it, says what it gave, and sets the exit code. */
export async function sweep(asked: string | undefined, flags: SweepFlags): Promise<void> {
  const result = await carryOut(flags, (how) =>
    asked === undefined ? goOn(flags, how) : begin(asked, flags, how),
  )
  await tellSweep(result, flags)
}

async function goOn(flags: SweepFlags, how: How) {
  const store = await openStore(mustBeNamed(flags.resume))
  return resumeSweep(store, { ...how, version: packageVersion() })
}

async function begin(asked: string, flags: SweepFlags, how: How) {
  const { loaded, plan, options } = await askedSweep(asked, flags)
  return runSweep(loaded, plan, { ...how, ...options })
}

/** @throws InputError where neither a sweep to begin nor one to go on with is named */
export function mustBeNamed(folder: string | undefined): string {
  if (folder !== undefined) return folder
  throw new InputError({
    message: 'there is nothing to sweep',
    expected: 'a plan, a scenario, or --resume with the folder of a sweep',
  })
}
