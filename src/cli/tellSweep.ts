import type { SweepResult } from '../archive/index.js'
import { failIfAllDid, type TellFlags, tell } from './carryOut.js'

/** Draws the page of a sweep that is merged, says what it gave, and sets the exit code. */
export async function tellSweep(
  result: SweepResult & { readonly folder: string },
  flags: TellFlags,
): Promise<void> {
  const { sweepText } = await import('../report/index.js')
  await tell(result, flags, sweepText)
  failIfAllDid([result])
}
