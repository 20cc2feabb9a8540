import type { FactorHead, TestResult } from '../../archive/index.js'
import {
  differenceOf,
  plain,
  share,
  shownInterval,
  shownValue,
  valueWithUnit,
  withUnit,
} from '../reading/quantity.js'
import { counted, decimal, percent } from '../reading/words.js'
import { pWords } from '../text/testText.js'
import type { ExperimentAccount, NumbersTable } from './ExperimentAccount.js'
import { factorsTable } from './factorsTable.js'
import { effectWords, testAnswer } from './testAnswer.js'

export function testAccount(
  result: TestResult,
): Pick<ExperimentAccount, 'what' | 'question' | 'answer' | 'caution' | 'tables' | 'design'> {
  const { hypotheses, file } = result
  const drawn = new Map<string, FactorHead>()
  for (const h of hypotheses) for (const factor of h.drawn) drawn.set(factor.id, factor)
  return {
    what: 'Test of hypotheses',
    question:
      hypotheses.length === 1
        ? hypotheses[0].statement
        : `Which of ${counted(hypotheses.length, 'hypothesis', 'hypotheses')} does the model bear out?`,
    answer: testAnswer(result),
    caution:
      'A hypothesis that holds in the model follows from what the model assumes. Where the sign is written into a rule, the runs tell how strong the assumption is and cannot support it.',
    tables: [
      effectsTable(result),
      spreadTable(result),
      ...(hypotheses.some(({ p }) => p !== null) ? [pTable(result)] : []),
      designTable(result),
      ...(drawn.size > 0 ? [factorsTable([...drawn.values()])] : []),
    ],
    design: [
      ['File of the hypotheses', `${file.name}, SHA-256 ${file.sha256}`],
      ['Pairs', 'treated run and control share parameters and chance'],
      ...hypotheses.map(
        (h) =>
          [
            h.id,
            `${counted(h.pairs, 'pair')} in ${counted(h.sets, 'parameter set')} × ${counted(h.replicates, 'replicate')}; ${h.stopping.rule}; ${h.stopping.reached === 'precise' ? 'precise enough' : 'stopped at the cap'}`,
          ] as const,
      ),
    ],
  }
}

function effectsTable({ hypotheses }: TestResult): NumbersTable {
  return {
    id: 'effects',
    title: 'Effects and verdicts',
    note: 'Effect: treatment minus control, with its 95 % interval. Equivalence: the 90 % interval, to be held against the smallest effect of interest.',
    head: [
      'Hypothesis',
      'Verdict',
      'Effect',
      'Expected',
      'Of interest from',
      'Equivalence',
      'Pairs as expected',
      'Pairs alike',
    ],
    rows: hypotheses.map((h) => {
      const quantity = differenceOf(h.outcome, h.unit)
      return [
        h.id,
        h.verdict,
        effectWords(h),
        h.sign === '+' ? 'above 0' : 'below 0',
        valueWithUnit(quantity, h.smallest),
        `${shownInterval(quantity, h.equivalence)}${h.equivalent ? ', equivalent to 0' : ''}`,
        withUnit(share, h.favourable),
        percent(h.unmoved),
      ]
    }),
  }
}

function spreadTable({ hypotheses }: TestResult): NumbersTable {
  const part = (value: number | null) => (value === null ? '–' : percent(value))
  return {
    id: 'spread',
    title: 'Where the spread comes from',
    note: 'Standardised: mean difference by the standard deviation of the differences. Correlation: of the outcome between the two runs of a pair, which is what common random numbers reached.',
    head: [
      'Hypothesis',
      'Standardised effect',
      'Correlation in pairs',
      'Spread by parameters',
      'Spread by chance',
      'Pairs',
      'Without an effect',
      'Half-width asked for',
    ],
    rows: hypotheses.map((h) => [
      h.id,
      shownValue(plain, h.standardised),
      shownValue(plain, h.correlation),
      part(h.spread.parameters),
      part(h.spread.chance),
      decimal(h.pairs, 0),
      decimal(h.missing, 0),
      valueWithUnit(differenceOf(h.outcome, h.unit), h.stopping.halfWidth),
    ]),
    numbers: [1, 2, 3, 4, 5, 6, 7],
    folded: true,
  }
}

function pTable({ hypotheses }: TestResult): NumbersTable {
  return {
    id: 'p-values',
    title: 'p-values',
    note: 'Asked for, and told with a warning: the number of runs is free, so that any difference, however small, can be made significant. They decide nothing here.',
    head: ['Hypothesis', 'p', 'p after Holm'],
    rows: hypotheses.map(({ id, p, holm }) => [
      id,
      p === null ? '–' : pWords(p),
      holm === null ? '–' : pWords(holm),
    ]),
    numbers: [1, 2],
    folded: true,
  }
}

function designTable({ hypotheses }: TestResult): NumbersTable {
  return {
    id: 'asked',
    title: 'What was asked',
    head: ['Hypothesis', 'Statement', 'Treatment', 'Control', 'Outcome', 'Tag', 'Source', 'Note'],
    rows: hypotheses.map((h) => [
      h.id,
      h.statement,
      h.treatment.title,
      h.control.title,
      `${h.outcome.title}: ${h.outcome.formula}`,
      h.tag,
      h.source,
      h.note ?? '–',
    ]),
    folded: true,
  }
}
