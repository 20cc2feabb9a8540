/** How far an experiment has come. */
export interface Progress {
  /** Runs of the experiment. */
  readonly total: number
  /** Runs that are over, failed and lost ones and those of earlier sessions included. */
  readonly done: number
  readonly failed: number
  readonly lost: number
  /** Runs a second since the work began or was resumed; NaN at first. */
  readonly rate: number
  /** NaN as long as nothing can be said. */
  readonly secondsLeft: number
}

/** Counts runs and looks at the clock. */
export class ProgressMeter {
  #done = 0
  #failed = 0
  #lost = 0
  #fresh = 0
  readonly #total: number
  readonly #begun = performance.now()
  readonly #report: ((progress: Progress) => void) | undefined

  constructor(total: number, report?: (progress: Progress) => void) {
    this.#total = total
    this.#report = report
  }

  /** Counts a run, or one from an earlier session, and reports. */
  count(status: 'done' | 'failed' | 'lost', earlier = false): void {
    this.#done++
    if (status === 'failed') this.#failed++
    if (status === 'lost') this.#lost++
    if (!earlier) this.#fresh++
    this.#report?.(this.now())
  }

  now(): Progress {
    const seconds = (performance.now() - this.#begun) / 1000
    const rate = this.#fresh === 0 ? NaN : this.#fresh / seconds
    return {
      total: this.#total,
      done: this.#done,
      failed: this.#failed,
      lost: this.#lost,
      rate,
      secondsLeft: (this.#total - this.#done) / rate,
    }
  }
}
