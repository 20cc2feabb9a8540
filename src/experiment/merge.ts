import { runsOfChunk } from './chunk.js'
import { type RunRow, rowWithoutAnswer } from './runRow.js'
import type { Store } from './store.js'

/**
 * The rows of all runs in ascending order, every chunk's sum verified. Runs of which nothing is known, because
 * their chunk could not be computed, are `lost`.
 */
export async function mergeRows(store: Store): Promise<readonly RunRow[]> {
  const rows: RunRow[] = []
  for (let chunk = 0; chunk < store.chunks; chunk++) {
    const found = (await store.rowsOf(chunk)) ?? (await store.partialRowsOf(chunk))
    rows.push(
      ...(found ??
        runsOfChunk(store.plan, chunk).map((run) =>
          rowWithoutAnswer(run, 'lost', 'not computed', store.plan.ask),
        )),
    )
  }
  return rows
}
