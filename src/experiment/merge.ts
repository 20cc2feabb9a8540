import { runsOfChunk } from './chunk.js'
import { runsOf } from './plan.js'
import { type RunRow, rowWithoutAnswer } from './runRow.js'
import type { Store } from './store.js'

/**
 * The rows of all runs in ascending order, every chunk's sum verified. Runs of which nothing is known, because
 * their chunk could not be computed, are `lost`.
 *
 * @param until number of runs, counted from the first; all, unless told
 */
export async function mergeRows(store: Store, until = runsOf(store.plan)): Promise<RunRow[]> {
  const rows: RunRow[] = []
  for await (const block of mergedBlocks(store, until)) rows.push(...block)
  return rows
}

/** Rows that are handed on together: enough for a row group, little enough for the memory. */
const rowsPerBlock = 10_000

/** The same rows, in blocks of whole chunks, so that never all are in memory. At least one block. */
export async function* mergedBlocks(
  store: Store,
  until = runsOf(store.plan),
): AsyncGenerator<readonly RunRow[]> {
  let block: RunRow[] = []
  let blocks = 0
  for (let chunk = 0; chunk * store.plan.chunkSize < until; chunk++) {
    for (const row of await rowsOfChunk(store, chunk)) if (row.run < until) block.push(row)
    if (block.length < rowsPerBlock) continue
    yield block
    blocks++
    block = []
  }
  if (block.length > 0 || blocks === 0) yield block
}

async function rowsOfChunk(store: Store, chunk: number): Promise<readonly RunRow[]> {
  const found = (await store.rowsOf(chunk)) ?? (await store.partialRowsOf(chunk))
  return (
    found ??
    runsOfChunk(store.plan, chunk).map((run) =>
      rowWithoutAnswer(run, 'lost', 'not computed', store.plan.ask),
    )
  )
}
