import type { SweepResult } from '../../archive/index.js'
import { countsWords } from '../experiments/counts.js'
import { runsOf, sweepAnswer } from '../experiments/sweepAnswer.js'
import { isNumeric, settingWords } from '../reading/factors.js'
import { levelOf, shownEstimate, titled } from '../reading/quantity.js'
import { columns, folded } from './lines.js'

/** Cases that are listed at most; the folder has them all. */
const mostCases = 30
const mostFactors = 3

/** What a sweep found, for a terminal of 80 columns. */
export function sweepText(result: SweepResult): string {
  const { lead, points } = sweepAnswer(result)
  const lines = [...folded(lead), ...folded(`(${countsWords(result)}; seed ${result.seed})`)]
  if (result.failures.length > 0) lines.push(...folded(`Failed: ${result.failures[0].message}`))
  const listed = result.cases.length <= mostCases && result.factors.length <= mostFactors
  points.forEach(({ head, text }, k) => {
    lines.push('', ...folded(`${head}: ${text}`, 2, 0))
    if (listed && result.cases.length > 1) lines.push('', ...casesTable(result, k))
  })
  if (!listed) lines.push('', ...folded(`All ${result.cases.length} cases are in cases.csv.`))
  return lines.join('\n')
}

function casesTable({ treatments, factors, cases, outcomes }: SweepResult, k: number): string[] {
  const outcome = outcomes[k]
  const quantity = levelOf(outcome)
  const several = treatments.length > 1
  const head = [
    ...(several ? ['Treatment'] : []),
    ...factors.map(({ title }) => title),
    titled('Mean', quantity),
    'Runs',
    outcome.type === 'date' ? 'Never' : 'Missing',
  ]
  const rows = cases.map(({ treatment, settings, outcomes: found }) => [
    ...(several ? [treatments[treatment].title] : []),
    ...settings.map(settingWords),
    shownEstimate(quantity, found[k]),
    String(runsOf(outcome, found[k])),
    String(found[k].missing),
  ])
  return columns(head, rows, {
    words: [
      ...(several ? [0] : []),
      ...factors.flatMap((factor, at) => (isNumeric(factor) ? [] : [at + (several ? 1 : 0)])),
    ],
  })
}
