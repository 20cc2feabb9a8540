import type { SensitivityResult } from '../../archive/index.js'
import { InputError } from '../../diagnostics/index.js'
import { mergedBlocks } from '../merge.js'
import type { Plan } from '../plan.js'
import type { Making } from '../runExperiment.js'
import { runsTable } from '../runsTable.js'
import type { Store } from '../store.js'
import { wholeTable, writeResults } from '../writeResults.js'
import { indicesTable, pairsTable } from './indicesTable.js'
import type { SensitivityDesign } from './SensitivityDesign.js'
import { summariseSensitivity } from './summariseSensitivity.js'

/**
 * Merges the chunks of a sensitivity analysis and sums it up: `runs.csv`, `indices.csv`, `pairs.csv` if pairs were asked
 * for, `sensitivity.json` and what goes with them. The data depend on the plan alone.
 *
 * @param store all of whose chunks are there; runs of missing ones count as lost
 */
export async function finishSensitivity(store: Store, making: Making): Promise<SensitivityResult> {
  const { plan } = store
  const design = designOf(plan, store.folder)
  const result = await summariseSensitivity(plan, design, mergedBlocks(store))
  const pairs = design.method === 'sobol' && design.second
  const tables = [
    async function* runs() {
      for await (const rows of mergedBlocks(store)) yield runsTable(plan, rows)
    },
    wholeTable(indicesTable(result)),
    ...(pairs ? [wholeTable(pairsTable(result))] : []),
  ]
  await writeResults(store, { kind: 'sensitivity', result, tables, runs: result.runs, ...making })
  if (result.lost === 0) await store.tidy()
  return result
}

/** @throws InputError if the plan is of another kind */
export function designOf({ kind, sensitivity }: Plan, folder: string): SensitivityDesign {
  if (sensitivity !== undefined) return sensitivity
  throw new InputError({ file: folder, message: `this is a ${kind}, not a sensitivity analysis` })
}
