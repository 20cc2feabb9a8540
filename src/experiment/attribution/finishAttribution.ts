import type { AttributionResult } from '../../archive/index.js'
import { InputError } from '../../diagnostics/index.js'
import { mergedBlocks } from '../merge.js'
import type { Plan } from '../plan.js'
import type { Making } from '../runExperiment.js'
import type { Store } from '../store.js'
import { wholeTable, writeResults } from '../writeResults.js'
import type { AttributionDesign } from './AttributionDesign.js'
import { causeRunsTable } from './causeRunsTable.js'
import { interactionsTable, sharesTable } from './sharesTable.js'
import { summariseAttribution } from './summariseAttribution.js'

/**
 * Merges the chunks of an attribution and sums it up: `runs.csv`, `shares.csv`, `interactions.csv`, `attribution.json`
 * and what goes with them. The data depend on the plan alone.
 *
 * @param store all of whose chunks are there; runs of missing ones count as lost
 */
export async function finishAttribution(store: Store, making: Making): Promise<AttributionResult> {
  const { plan } = store
  const design = designOf(plan, store.folder)
  const result = await summariseAttribution(plan, design, mergedBlocks(store))
  const tables = [
    async function* runs() {
      for await (const rows of mergedBlocks(store)) yield causeRunsTable(plan, design, rows)
    },
    wholeTable(sharesTable(result)),
    wholeTable(interactionsTable(result)),
  ]
  await writeResults(store, { kind: 'attribution', result, tables, runs: result.runs, ...making })
  if (result.lost === 0) await store.tidy()
  return result
}

/** @throws InputError if the plan is of another kind */
export function designOf({ kind, attribution }: Plan, folder: string): AttributionDesign {
  if (attribution !== undefined) return attribution
  throw new InputError({ file: folder, message: `this is a ${kind}, not an attribution` })
}
