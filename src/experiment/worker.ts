import { Piscina } from 'piscina'
import type { Plan } from './plan.js'
import { runner } from './runner.js'
import type { RunRow } from './runRow.js'
import { type LibrarySource, openLibrary } from './workerLibrary.js'

/** What a worker is given once, when it starts. */
export interface WorkerData {
  readonly plan: Plan
  readonly library: LibrarySource
}

/** The worker could not be made ready, so no run can be computed by any. */
export interface NotReady {
  readonly notReady: string
}

const { plan, library } = Piscina.workerData as WorkerData
const ready = openLibrary(library).then(
  (opened) => runner(plan, opened),
  (error: unknown): NotReady => ({
    notReady: error instanceof Error ? error.message : String(error),
  }),
)

/** Computes some runs, best of one case. */
export default async function compute(
  runs: readonly number[],
): Promise<readonly RunRow[] | NotReady> {
  const computeRun = await ready
  return typeof computeRun === 'function' ? runs.map(computeRun) : computeRun
}
