import type { SweepResult } from '../../archive/index.js'
import { mergedBlocks } from '../merge.js'
import type { Making } from '../runExperiment.js'
import { runsTable } from '../runsTable.js'
import { seriesTable } from '../seriesTable.js'
import type { Store } from '../store.js'
import { wholeTable, writeResults } from '../writeResults.js'
import { casesTable } from './casesTable.js'
import { summariseSweep } from './summariseSweep.js'

/**
 * Merges the chunks of a sweep and sums it up: `runs.csv`, `series.csv` if series were kept, `cases.csv`, `sweep.json`
 * and what goes with them. The data depend on the plan alone.
 *
 * @param store all of whose chunks are there; runs of missing ones count as lost
 */
export async function finishSweep(store: Store, making: Making): Promise<SweepResult> {
  const { plan } = store
  const result = await summariseSweep(plan, mergedBlocks(store))
  const tables = [
    async function* runs() {
      for await (const rows of mergedBlocks(store)) yield runsTable(plan, rows)
    },
    wholeTable(casesTable(result)),
  ]
  if (plan.ask.series.length > 0) {
    tables.push(async function* series() {
      for await (const rows of mergedBlocks(store)) yield seriesTable(plan, rows)
    })
  }
  await writeResults(store, { kind: 'sweep', result, tables, runs: result.runs, ...making })
  if (result.lost === 0) await store.tidy()
  return result
}
