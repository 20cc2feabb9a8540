import type { SensitivityOutcome, SensitivityResult } from '../../archive/index.js'
import { countsWords } from '../experiments/counts.js'
import { indexQuantity, ranked, sensitivityAnswer } from '../experiments/sensitivityAnswer.js'
import { plain, shownEstimate, shownValue, titled } from '../reading/quantity.js'
import { columns, folded } from './lines.js'

/** Factors that are listed at most; the folder has them all. */
const mostRows = 25

/** Which factors matter, for a terminal of 80 columns. */
export function sensitivityText(result: SensitivityResult): string {
  const { lead, points } = sensitivityAnswer(result)
  const lines = [...folded(lead), ...folded(`(${countsWords(result)}; seed ${result.seed})`)]
  if (result.failures.length > 0) lines.push(...folded(`Failed: ${result.failures[0].message}`))
  points.forEach(({ head, text }, k) => {
    lines.push('', ...folded(`${head}: ${text}`, 2, 0), '')
    lines.push(...indexTable(result, result.outcomes[k]))
    if (result.factors.length > mostRows)
      lines.push(`  and ${result.factors.length - mostRows} smaller ones`)
  })
  return lines.join('\n')
}

function indexTable(result: SensitivityResult, outcome: SensitivityOutcome): string[] {
  const quantity = indexQuantity(outcome)
  const order = ranked(result, outcome).slice(0, mostRows)
  const { morris, sobol } = outcome
  if (morris !== null)
    return columns(
      ['Factor', titled('mu*', quantity), 'mu', 'sigma'],
      order.map(({ factor, title }) => [
        title,
        shownEstimate(quantity, morris[factor].muStar),
        shownValue(quantity, morris[factor].mu),
        shownValue(quantity, morris[factor].sigma),
      ]),
    )
  if (sobol === null) return []
  return columns(
    ['Factor', 'First order', 'Total'],
    order.map(({ factor, title }) => [
      title,
      shownEstimate(plain, sobol[factor].first),
      shownEstimate(plain, sobol[factor].total),
    ]),
  )
}
