import type { CheckResult } from '../../archive/index.js'
import { bandOf, checkTable, estimateOf } from '../checkTable.js'
import { counted, decimal, percent } from '../reading/words.js'
import type { Answer } from './Answer.js'
import type { ExperimentAccount, NumbersTable } from './ExperimentAccount.js'

export function checkAccount(
  result: CheckResult,
): Pick<ExperimentAccount, 'what' | 'question' | 'answer' | 'caution' | 'tables' | 'design'> {
  const { checks, runs } = result
  return {
    what: 'Check',
    question: 'Does the model show the patterns that it should?',
    answer: checkAnswer(result),
    caution:
      'Patterns of role calibration were used to set parameters, and input restates data; only validation tests the model.',
    tables: [patternsTable(result), ...pairsTables(result)],
    design: [
      ['Runs', decimal(runs, 0)],
      ['Patterns', decimal(checks.length, 0)],
    ],
  }
}

function checkAnswer({ checks }: CheckResult): Answer {
  const short = checks.filter(({ verdict }) => verdict === 'short')
  const tested = checks.filter(({ role }) => role === 'validation')
  const held = tested.filter(({ verdict }) => verdict === 'within').length
  return {
    lead: `${short.length === 0 ? `All ${counted(checks.length, 'pattern')} are within their bands` : `${checks.length - short.length} of ${counted(checks.length, 'pattern')} are within their bands`}${tested.length > 0 ? `; of the ${tested.length} held out to test the model, ${held}` : ''}.`,
    points: checks.map((check) => ({
      head: check.title,
      text: `${estimateOf(check)}; band ${bandOf(check)}.${check.uncertain ? ' More runs could turn it.' : ''}`,
      verdict:
        check.verdict === 'within'
          ? { word: 'within', tone: 'good' }
          : { word: 'missed', tone: 'bad' },
    })),
  }
}

function patternsTable(result: CheckResult): NumbersTable {
  const { head, rows } = checkTable(result)
  const more = result.checks.map(({ method, runs, missing }) => [
    method || '–',
    decimal(runs, 0),
    decimal(missing, 0),
  ])
  return {
    id: 'patterns',
    title: 'Patterns that the scenario asks of the model',
    head: [...head, 'Interval by', 'Runs', 'Without a value'],
    rows: rows.map((row, k) => [...row, ...more[k]]),
    folded: true,
  }
}

function pairsTables({ checks }: CheckResult): NumbersTable[] {
  return checks.flatMap(({ id, title, pairs }) => {
    if (pairs === undefined || pairs.top.length + pairs.missed.length === 0) return []
    const row = (group: string) => (p: (typeof pairs.top)[number]) => [
      `${p.a} – ${p.b}`,
      group,
      percent(p.frequency),
      decimal(p.rank, 0),
      p.documented ? 'yes' : 'no',
    ]
    return [
      {
        id: `pairs-${id}`,
        title: `Pairs: ${title}`,
        note: `Of ${counted(pairs.candidates, 'candidate')}: those tied most often, and documented ones that the model ties too rarely.`,
        head: ['Pair', 'Why it is here', 'Tied in', 'Rank', 'Documented'],
        rows: [...pairs.top.map(row('most often')), ...pairs.missed.map(row('missed'))],
        numbers: [2, 3],
        folded: true,
      },
    ]
  })
}
