import { RunCounter } from '../countRuns.js'
import { type Plan, placeOf } from '../plan.js'
import type { RunRow } from '../runRow.js'
import type { AttributionDesign, firstTreatments } from './AttributionDesign.js'

/** What the runs of one setting answered. */
export interface SettingAnswers {
  /** One array a question: answers of each replicate to each subset, replicate by replicate; NaN for none. */
  readonly answers: readonly Float64Array[]
  /** 1 for each replicate all of whose runs came to their end. */
  readonly whole: Uint8Array
}

/**
 * Sorts the answers of all runs by setting, replicate and subset.
 *
 * @param blocks all rows
 */
export async function collectAnswers(
  plan: Plan,
  { settings }: AttributionDesign,
  firsts: ReturnType<typeof firstTreatments>,
  blocks: AsyncIterable<readonly RunRow[]>,
): Promise<{ readonly counter: RunCounter; readonly settings: readonly SettingAnswers[] }> {
  const { replicates, ask } = plan
  const counter = new RunCounter()
  const sorted = settings.map(({ subsets }) => ({
    answers: ask.numbers.map(() => new Float64Array(replicates * subsets.length).fill(NaN)),
    whole: new Uint8Array(replicates).fill(1),
  }))
  for await (const rows of blocks) {
    for (const row of rows) {
      counter.count(row)
      const { treatment, repetition } = placeOf(plan, row.run)
      const setting = firsts.findLastIndex((first) => first <= treatment)
      if (row.status !== 'done') sorted[setting].whole[repetition] = 0
      const width = settings[setting].subsets.length
      const at = repetition * width + treatment - firsts[setting]
      row.numbers.forEach((value, question) => {
        sorted[setting].answers[question][at] = value
      })
    }
  }
  return { counter, settings: sorted }
}
