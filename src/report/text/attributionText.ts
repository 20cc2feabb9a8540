import type { AttributionOutcome, AttributionResult } from '../../archive/index.js'
import { attributionAnswer, bySize, titleOf } from '../experiments/attributionAnswer.js'
import { countsWords } from '../experiments/counts.js'
import { differenceOf, shownCentre, shownEstimate, titled } from '../reading/quantity.js'
import { columns, folded } from './lines.js'

/** Which cause did it, for a terminal of 80 columns. */
export function attributionText(result: AttributionResult): string {
  const { lead, points } = attributionAnswer(result)
  const lines = [...folded(lead), ...folded(`(${countsWords(result)}; seed ${result.seed})`)]
  if (result.failures.length > 0) lines.push(...folded(`Failed: ${result.failures[0].message}`))
  const outcomes = result.settings.flatMap(({ outcomes }) => outcomes)
  points.forEach(({ head, text }, k) => {
    lines.push('', ...folded(`${head}: ${text}`, 2, 0), '')
    lines.push(...sharesTable(result, outcomes[k]))
  })
  return lines.join('\n')
}

function sharesTable(result: AttributionResult, outcome: AttributionOutcome): string[] {
  const quantity = differenceOf(outcome.outcome, outcome.unit)
  const asymmetric = outcome.shares.some((share) => share.asymmetric !== null)
  const short = quantity.unit === 'percentage points' ? { ...quantity, unit: 'pp' } : quantity
  return columns(
    ['Cause', titled('Shapley', short), ...(asymmetric ? ['ordered'] : []), 'alone', 'last'],
    bySize(outcome).map((share) => [
      titleOf(result, share.cause),
      shownEstimate(quantity, share.shapley),
      ...(asymmetric
        ? [share.asymmetric === null ? '–' : shownCentre(quantity, share.asymmetric)]
        : []),
      shownCentre(quantity, share.firstIn),
      shownCentre(quantity, share.lastOut),
    ]),
  )
}
