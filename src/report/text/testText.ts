import type { HypothesisFinding, TestResult } from '../../archive/index.js'
import { countsWords, together } from '../experiments/counts.js'
import { testAnswer, wordsOf } from '../experiments/testAnswer.js'
import { differenceOf, share, shownValue, valueWithUnit, withUnit } from '../reading/quantity.js'
import { counted, percent } from '../reading/words.js'
import { folded, labelled } from './lines.js'

const indent = 12

/** What a file of hypotheses was answered, for a terminal of 80 columns. */
export function testText(result: TestResult): string {
  const all = together(result.hypotheses)
  const lines = [
    ...folded(testAnswer(result).lead),
    ...folded(`(${countsWords(all)}; seed ${result.seed}; ${result.file.name})`),
  ]
  for (const finding of result.hypotheses) lines.push('', ...entry(finding))
  return lines.join('\n')
}

const marks = {
  supported: 'SUPPORTED',
  contradicted: 'CONTRADICT',
  'no effect of interest': 'no effect',
  undecided: 'undecided',
  'strength of the assumption': 'assumed',
} as const

function entry(finding: HypothesisFinding): string[] {
  const difference = differenceOf(finding.outcome, finding.unit)
  const { sign, smallest, favourable, unmoved, pairs, sets, replicates, missing, stopping } =
    finding
  const lines = labelled(marks[finding.verdict] ?? '', finding.statement, indent)
  const add = (text: string) => lines.push(...folded(text, indent))
  add(wordsOf(finding))
  add(
    `Expected ${sign === '+' ? 'above' : 'below'} 0, of interest from ${valueWithUnit(difference, smallest)}.`,
  )
  const facts = [
    ...(favourable.estimate === null
      ? []
      : [
          `${withUnit(share, favourable)} of pairs go the expected way, ${percent(unmoved)} do not differ`,
        ]),
    ...(finding.standardised === null
      ? []
      : [
          `standardised ${shownValue({ ...difference, factor: 1, kind: 'number' }, finding.standardised)}`,
        ]),
    ...(finding.correlation === null
      ? []
      : [
          `correlation in pairs ${shownValue({ ...difference, factor: 1, kind: 'number' }, finding.correlation)}`,
        ]),
  ]
  if (facts.length > 0) add(`${facts.join('; ')}.`)
  const made = `${counted(pairs, 'pair')} in ${counted(sets, 'parameter set')} × ${replicates}${missing > 0 ? `, ${missing} without an effect` : ''}`
  add(`${made}; ${stopping.reached === 'precise' ? 'precise enough' : 'stopped at the cap'}.`)
  if (finding.p !== null)
    add(
      `p ${pWords(finding.p)}${finding.holm === null ? '' : `, after Holm ${pWords(finding.holm)}`}: means little, as runs are free.`,
    )
  if (finding.expected !== null)
    add(`Expected: ${finding.expected.verdict}; ${finding.expected.met ? 'so it came' : 'NOT so'}.`)
  return lines
}

/** A p-value; very small ones by their bound. */
export function pWords(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3)
}
