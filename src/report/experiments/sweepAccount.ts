import type { SweepResult } from '../../archive/index.js'
import { designWords } from '../methods/sweepMethods.js'
import { isNumeric, rangeWithUnit, settingWords } from '../reading/factors.js'
import { levelOf, shownEstimate, titled } from '../reading/quantity.js'
import { counted, decimal, listed } from '../reading/words.js'
import type { ExperimentAccount, NumbersTable } from './ExperimentAccount.js'
import { factorsTable } from './factorsTable.js'
import { runsOf, sweepAnswer } from './sweepAnswer.js'

/** Cases that the page lists at most; the folder has them all. */
const mostCases = 200

export function sweepAccount(
  result: SweepResult,
): Pick<ExperimentAccount, 'what' | 'question' | 'answer' | 'caution' | 'tables' | 'design'> {
  const { outcomes, factors, treatments, design, replications } = result
  const by = [
    ...factors.slice(0, 4).map(({ title }) => title),
    ...(factors.length > 4 ? [`${factors.length - 4} more`] : []),
    ...(treatments.length > 1 ? ['treatment'] : []),
  ]
  const asked = listed(outcomes.map(({ title }) => `“${title}”`))
  return {
    what: 'Sweep',
    question:
      by.length === 0
        ? `What comes of ${asked}?`
        : `How ${outcomes.length === 1 ? 'does' : 'do'} ${asked} depend on ${listed(by)}?`,
    answer: sweepAnswer(result),
    caution:
      'Differences between settings are differences of the model. What was not varied stays as the scenario has it, and another value of it could bend every curve below.',
    tables: [casesTable(result), ...(factors.length > 0 ? [factorsTable(factors)] : [])],
    design: [
      ['Design', `${designWords(result)}, ${counted(design.points, 'setting')}`],
      ...factors.map((factor) => [`Factor ${factor.title}`, rangeWithUnit(factor)] as const),
      ['Treatments', listed(treatments.map(({ title }) => title))],
      ['Replications', decimal(replications, 0)],
    ],
  }
}

function casesTable({ outcomes, factors, treatments, cases }: SweepResult): NumbersTable {
  const shown = cases.slice(0, mostCases)
  const several = treatments.length > 1
  const first = several || factors.length === 0
  const left = (first ? 1 : 0) + factors.length
  return {
    id: 'cases',
    title: 'Means of all cases',
    note: `Mean over replicates with its 95 % interval.${shown.length < cases.length ? ` The first ${shown.length} of ${decimal(cases.length, 0)} cases; all are in cases.csv.` : ''}`,
    head: [
      ...(first ? ['Treatment'] : []),
      ...factors.map(({ title }) => title),
      ...outcomes.flatMap((outcome) => [
        titled(outcome.title, levelOf(outcome)),
        outcome.type === 'date' ? 'Never came in' : 'No value in',
      ]),
    ],
    rows: shown.map(({ treatment, settings, outcomes: found }) => [
      ...(first ? [treatments[treatment].title] : []),
      ...settings.map(settingWords),
      ...found.flatMap((estimate, k) => [
        shownEstimate(levelOf(outcomes[k]), estimate),
        `${estimate.missing} of ${runsOf(outcomes[k], estimate)}`,
      ]),
    ]),
    numbers: [
      ...factors.flatMap((factor, k) => (isNumeric(factor) ? [k + (first ? 1 : 0)] : [])),
      ...outcomes.flatMap((_, k) => [left + 2 * k, left + 2 * k + 1]),
    ].filter((column) => column > 0),
    folded: cases.length > 20,
  }
}
