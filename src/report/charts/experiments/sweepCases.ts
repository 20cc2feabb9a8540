import type { SweepResult } from '../../../archive/index.js'
import { settingWords } from '../../reading/factors.js'
import { horizonWords, levelOf, shownEstimate, titled } from '../../reading/quantity.js'
import type { PictureTable } from '../Picture.js'

/** Rows of a chart's table at most; the folder has them all. */
const most = 100

/** One row a case: treatment, settings and the mean of one outcome. */
export function casesTable(
  { cases, factors, treatments, outcomes }: SweepResult,
  k: number,
): PictureTable {
  const level = levelOf(outcomes[k])
  return {
    head: ['Treatment', ...factors.map(({ title }) => title), titled(outcomes[k].title, level)],
    rows: cases
      .slice(0, most)
      .map((c) => [
        treatments[c.treatment].title,
        ...c.settings.map(settingWords),
        shownEstimate(level, c.outcomes[k]),
      ]),
  }
}

/** What becomes of runs without a value, in a sentence with a space before it. */
export function leftOut({ cases, dated }: SweepResult, k: number): string {
  const missing = cases.reduce((n, c) => n + c.outcomes[k].missing, 0)
  if (missing === 0) return ''
  const horizon = dated[k]?.[0]?.horizon
  return horizon === undefined
    ? ' Runs without a value are left out.'
    : ` Runs in which it never came count as ${horizonWords(horizon)}.`
}
