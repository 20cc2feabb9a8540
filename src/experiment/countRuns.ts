import type { RunCounts } from '../archive/index.js'
import type { RunRow } from './runRow.js'

/** Different messages that are kept. */
const kept = 20

/** Counts runs as they go by, and why some failed. */
export class RunCounter {
  #runs = 0
  #failed = 0
  #lost = 0
  readonly #messages = new Map<string, number>()

  count({ status, message }: Pick<RunRow, 'status' | 'message'>): void {
    this.#runs++
    if (status === 'done') return
    if (status === 'failed') this.#failed++
    else this.#lost++
    this.#messages.set(message, (this.#messages.get(message) ?? 0) + 1)
  }

  get counts(): RunCounts {
    const failures = [...this.#messages]
      .map(([message, runs]) => ({ message, runs }))
      .sort((a, b) => b.runs - a.runs)
      .slice(0, kept)
    return { runs: this.#runs, failed: this.#failed, lost: this.#lost, failures }
  }
}

/** How many runs there are, and how they went. */
export function countRuns(rows: Iterable<Pick<RunRow, 'status' | 'message'>>): RunCounts {
  const counter = new RunCounter()
  for (const row of rows) counter.count(row)
  return counter.counts
}
