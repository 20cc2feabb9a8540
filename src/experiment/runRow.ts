import type { Answer } from './ask.js'

/** `failed`: the run ended with an error; `lost`: its worker died, and died again when it was alone. */
export const runStatuses = ['done', 'failed', 'lost'] as const

export type RunStatus = (typeof runStatuses)[number]

/** What an experiment keeps of one run. */
export interface RunRow extends Answer {
  readonly run: number
  readonly status: RunStatus
  /** Why it failed; no stack, path or time. Empty for a run that is done. */
  readonly message: string
}

/** The row of a run that gave no answer: NaN or the empty text for each question. */
export function rowWithoutAnswer(
  run: number,
  status: RunStatus,
  message: string,
  { numbers, ties, series }: { readonly [kind in keyof Answer]: readonly unknown[] },
): RunRow {
  return {
    run,
    status,
    message,
    numbers: numbers.map(() => NaN),
    ties: ties.map(() => ''),
    series: series.map(() => ''),
  }
}
