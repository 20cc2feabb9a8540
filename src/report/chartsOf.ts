import type { ArchivedRun } from '../archive/index.js'
import { accountOf } from './Account.js'
import { type Picture, picturesOf } from './charts/index.js'

/** Every chart that a run has data for: its Vega-Lite specification, and what it shows in words and figures. */
export async function chartsOf(run: ArchivedRun): Promise<readonly Picture[]> {
  return picturesOf(await accountOf(run))
}
