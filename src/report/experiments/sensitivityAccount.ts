import type { SensitivityResult } from '../../archive/index.js'
import { levelOf, share, shownValue, titled, valueWithUnit, withUnit } from '../reading/quantity.js'
import { counted, decimal, listed } from '../reading/words.js'
import type { ExperimentAccount, NumbersTable } from './ExperimentAccount.js'
import { factorsTable } from './factorsTable.js'
import { sensitivityAnswer } from './sensitivityAnswer.js'

export function sensitivityAccount(
  result: SensitivityResult,
): Pick<ExperimentAccount, 'what' | 'question' | 'answer' | 'caution' | 'tables' | 'design'> {
  const { factors, outcomes, method, n, points, replications } = result
  const morris = method === 'morris'
  return {
    what: 'Sensitivity analysis',
    question: `Which of ${counted(factors.length, 'factor')} ${outcomes.length === 1 ? 'does' : 'do'} ${listed(outcomes.map(({ outcome }) => `“${outcome.title}”`))} depend on?`,
    answer: sensitivityAnswer(result),
    caution:
      'An index tells how much a factor matters over the range that was given to it. Another range gives another index, and a factor that was not varied has none.',
    tables: [outcomesTable(result), factorsTable(factors)],
    design: [
      ['Method', morris ? 'elementary effects (Morris)' : "variance-based indices (Sobol')"],
      [morris ? 'Trajectories' : 'Base points', decimal(n, 0)],
      ['Points', decimal(points, 0)],
      ['Replications of each point', decimal(replications, 0)],
    ],
  }
}

function outcomesTable({ outcomes }: SensitivityResult): NumbersTable {
  return {
    id: 'outcomes',
    title: 'Outcomes over all points',
    note: 'Noise: the share of the variance over runs that replications of one point show. It is chance, and no factor explains it.',
    head: [
      'Outcome',
      'Mean',
      'Standard deviation',
      'Noise',
      'Runs without a value',
      'Points left out',
    ],
    rows: outcomes.map(({ outcome, mean, variance, noise, missing, dropped }) => {
      const level = levelOf(outcome)
      const spread = { ...level, kind: level.kind === 'date' ? 'number' : level.kind } as const
      return [
        titled(outcome.title, level),
        valueWithUnit(level, mean),
        shownValue(spread, variance === null ? null : Math.sqrt(variance)),
        withUnit(share, noise),
        decimal(missing, 0),
        decimal(dropped, 0),
      ]
    }),
    numbers: [1, 2, 3, 4, 5],
  }
}
