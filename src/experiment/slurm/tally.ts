import { runsOf } from '../plan.js'
import type { RunStatus } from '../runRow.js'
import type { Store } from '../store.js'

/** How far an experiment has come, by its folder alone. */
export interface Tally {
  readonly chunks: number
  /** Chunks of which nothing is there. */
  readonly missing: number
  /** Runs of the experiment. */
  readonly runs: number
  readonly done: number
  readonly failed: number
  /** Runs whose worker died again and again; resuming tries them again. */
  readonly lost: number
}

/** Counts the runs in a store, whoever computes them. What it has seen settled it does not read again. */
export class TallyKeeper {
  readonly #store: Store
  readonly #settled = new Map<number, readonly RunStatus[]>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Counts by now. Changes nothing in the folder. */
  async count(): Promise<Tally> {
    const store = this.#store
    const counts = { done: 0, failed: 0, lost: 0 }
    let missing = 0
    for (let chunk = 0; chunk < store.chunks; chunk++) {
      const statuses = await this.#statusesOf(chunk)
      if (!statuses) missing++
      for (const status of statuses ?? []) counts[status]++
    }
    return { chunks: store.chunks, missing, runs: runsOf(store.plan), ...counts }
  }

  async #statusesOf(chunk: number): Promise<readonly RunStatus[] | undefined> {
    const known = this.#settled.get(chunk)
    if (known) return known
    const settled = (await this.#store.rowsOf(chunk))?.map(({ status }) => status)
    if (settled) this.#settled.set(chunk, settled)
    return settled ?? (await this.#store.partialRowsOf(chunk))?.map(({ status }) => status)
  }
}
