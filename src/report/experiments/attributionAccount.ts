import type { AttributionOutcome, AttributionResult } from '../../archive/index.js'
import {
  differenceOf,
  levelOf,
  share,
  shownEstimate,
  titled,
  withUnit,
} from '../reading/quantity.js'
import { counted, decimal, listed } from '../reading/words.js'
import { attributionAnswer, titleOf } from './attributionAnswer.js'
import type { ExperimentAccount, NumbersTable } from './ExperimentAccount.js'

export function attributionAccount(
  result: AttributionResult,
): Pick<ExperimentAccount, 'what' | 'question' | 'answer' | 'caution' | 'tables' | 'design'> {
  const { causes, settings, subsets, permutations, replications } = result
  const asked = [
    ...new Set(settings.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome.title))),
  ]
  return {
    what: 'Attribution',
    question: `Which of ${counted(causes.length, 'cause')} brings about ${listed(asked.map((title) => `“${title}”`))}?`,
    answer: attributionAnswer(result),
    caution:
      'A share is what a cause contributes in this model, against the counterfactual that takes its place when it is off. Another counterfactual gives another share.',
    tables: [
      ...settings.flatMap(({ id, title, outcomes }) =>
        outcomes.map((outcome) =>
          sharesTable(result, outcome, id, settings.length > 1 ? title : undefined),
        ),
      ),
      causesTable(result),
    ],
    design: [
      ['Causes', decimal(causes.length, 0)],
      ['Subsets of causes that were run', decimal(subsets, 0)],
      ...(permutations === null ? [] : [['Orders sampled', decimal(permutations, 0)] as const]),
      ['Settings', listed(settings.map(({ title }) => title))],
      ...settings.flatMap(({ title, without }) =>
        without.map(
          ({ cause, why }) =>
            [`Not asked about: ${titleOf(result, cause)}`, `${title}: ${why}`] as const,
        ),
      ),
      ['Replications of each subset', decimal(replications, 0)],
    ],
  }
}

function sharesTable(
  result: AttributionResult,
  outcome: AttributionOutcome,
  setting: string,
  where: string | undefined,
): NumbersTable {
  const quantity = differenceOf(outcome.outcome, outcome.unit)
  const level = levelOf(outcome.outcome)
  const asymmetric = outcome.shares.some((s) => s.asymmetric !== null)
  const likely = outcome.shares.some((s) => s.necessity !== null || s.sufficiency !== null)
  const none = { estimate: null, lower: null, upper: null }
  const width = 3 + (asymmetric ? 1 : 0) + (likely ? 2 : 0)
  return {
    id: `shares-${setting}-${outcome.outcome.id}`,
    title: `Shares in ${outcome.outcome.title}${where === undefined ? '' : `: ${where}`}`,
    note: `With all causes ${withUnit(level, outcome.all)}; with none ${withUnit(level, outcome.none)}. All with 95 % intervals.${outcome.leftOut > 0 ? ` ${counted(outcome.leftOut, 'replicate')} left out, as a run failed or had no value.` : ''}`,
    head: [
      'Cause',
      titled('Shapley share', quantity),
      ...(asymmetric ? ['Asymmetric share'] : []),
      'Alone (first in)',
      'With all others (last out)',
      ...(likely ? ['Necessity', 'Sufficiency'] : []),
    ],
    rows: outcome.shares.map((s) => [
      titleOf(result, s.cause),
      shownEstimate(quantity, s.shapley),
      ...(asymmetric ? [shownEstimate(quantity, s.asymmetric ?? none)] : []),
      shownEstimate(quantity, s.firstIn),
      shownEstimate(quantity, s.lastOut),
      ...(likely
        ? [withUnit(share, s.necessity ?? none), withUnit(share, s.sufficiency ?? none)]
        : []),
    ]),
    numbers: Array.from({ length: width }, (_, k) => k + 1),
  }
}

function causesTable(result: AttributionResult): NumbersTable {
  return {
    id: 'causes',
    title: 'The causes',
    head: ['Cause', 'When it is off', 'Comes after'],
    rows: result.causes.map(({ title, off, after }) => [
      title,
      off,
      after.length === 0 ? '–' : listed(after.map((id) => titleOf(result, id))),
    ]),
  }
}
