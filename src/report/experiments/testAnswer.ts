import type { HypothesisFinding, HypothesisVerdict, TestResult } from '../../archive/index.js'
import { differenceOf, withUnit } from '../reading/quantity.js'
import { capital, counted, listed } from '../reading/words.js'
import type { Answer } from './Answer.js'

/** Verdicts in the order in which they are told. */
export const verdicts: readonly HypothesisVerdict[] = [
  'supported',
  'contradicted',
  'no effect of interest',
  'undecided',
  'strength of the assumption',
]

const tones = {
  supported: 'good',
  contradicted: 'bad',
  'no effect of interest': 'neutral',
  undecided: 'neutral',
  'strength of the assumption': 'neutral',
} as const

/** How the hypotheses came out. */
export function testAnswer({ hypotheses }: TestResult): Answer {
  return {
    lead: [tally(hypotheses), ...expectations(hypotheses)].join(' '),
    points: hypotheses.map((finding) => ({
      head: finding.statement,
      text: wordsOf(finding),
      verdict: { word: finding.verdict, tone: tones[finding.verdict] ?? 'neutral' },
    })),
  }
}

/** The effect with its unit and interval. */
export function effectWords(finding: HypothesisFinding): string {
  if (finding.effect.estimate === null) return 'cannot be told'
  return withUnit(differenceOf(finding.outcome, finding.unit), finding.effect)
}

function tally(hypotheses: readonly HypothesisFinding[]): string {
  const count = (verdict: HypothesisVerdict) =>
    hypotheses.filter((h) => h.verdict === verdict).length
  const words: { readonly [V in HypothesisVerdict]: (n: number) => string } = {
    supported: (n) => `${n} ${n === 1 ? 'is' : 'are'} supported`,
    contradicted: (n) => `${n} ${n === 1 ? 'is' : 'are'} contradicted`,
    'no effect of interest': (n) => `${n} ${n === 1 ? 'has' : 'have'} no effect of interest`,
    undecided: (n) => `${n} ${n === 1 ? 'is' : 'are'} undecided`,
    'strength of the assumption': (n) =>
      `${n} ${n === 1 ? 'is' : 'are'} written into a rule, so that only ${n === 1 ? 'its' : 'their'} strength is told`,
  }
  const parts = verdicts.flatMap((v) => (count(v) > 0 ? [words[v](count(v))] : []))
  if (hypotheses.length === 1) return `The hypothesis ${parts.join('').replace(/^1 /, '')}.`
  return `Of ${counted(hypotheses.length, 'hypothesis', 'hypotheses')}, ${listed(parts)}.`
}

function expectations(hypotheses: readonly HypothesisFinding[]): string[] {
  const asked = hypotheses.filter(({ expected }) => expected !== null)
  if (asked.length === 0) return []
  const missed = asked.filter(({ expected }) => !expected!.met)
  if (missed.length === 0)
    return [`All ${counted(asked.length, 'expected verdict')} came as expected.`]
  return [
    `${missed.length} of ${counted(asked.length, 'expected verdict')} did not come: ${listed(missed.map(({ id, expected }) => `${id} (“${expected!.verdict}”)`))}.`,
  ]
}

/** The verdict's sentence without the verdict itself, which stands before it. */
export function wordsOf({ verdict, words }: HypothesisFinding): string {
  const plain = words.trim()
  const head = `${verdict}: `
  const rest = plain.toLowerCase().startsWith(head) ? capital(plain.slice(head.length)) : plain
  return /[.!?]$/.test(rest) ? rest : `${rest}.`
}
