import type { FactorHead, HypothesisFinding, TestResult } from '../../archive/index.js'
import { together } from '../experiments/counts.js'
import { counted, decimal, listed } from '../reading/words.js'
import {
  type AnyManifest,
  datedSentences,
  factorList,
  factorWords,
  repeatSentences,
  runSentences,
  scenarioSentences,
  shortHash,
} from './common.js'

export function testMethods(result: TestResult, manifest: AnyManifest): string[] {
  const { hypotheses, file, seed } = result
  const one = hypotheses.length === 1
  const assumed = hypotheses.filter(({ tag }) => tag === 'assumed')
  return [
    ...scenarioSentences(manifest),
    `We tested ${counted(hypotheses.length, 'hypothesis', 'hypotheses')} stated in the file ${file.name} (SHA-256 ${shortHash(file.sha256)})${one ? '' : ', each by its own experiment'}.`,
    `Runs were paired: the treated run and its control shared parameter values and, by common random numbers from the master seed “${seed}”, all chance that does not hang on the treatment${correlations(hypotheses)}.`,
    ...drawnSentences(hypotheses),
    `The hypotheses rest on ${spans(hypotheses, ({ pairs }) => pairs, 'pair')} in ${spans(hypotheses, ({ sets }) => sets, 'parameter set')}${one ? '' : ' each'}.`,
    ...runSentences(together(hypotheses)),
    'The effect is the mean over pairs of treatment minus control; its 95 % interval is a bias-corrected and accelerated (BCa) bootstrap clustered by parameter set.',
    'An effect counts as none of interest if its 90 % interval lies within plus and minus the smallest effect of interest, which the file names (two one-sided tests; Schuirmann 1987, Lakens 2017).',
    'A hypothesis counts as supported or contradicted if its 95 % interval lies on one side of zero and the estimate is at least the smallest effect of interest; otherwise it is undecided.',
    ...stoppingSentences(hypotheses),
    ...datedSentences(
      hypotheses.flatMap(({ dated }) => (dated ? [dated.treatment, dated.control] : [])),
    ),
    ...hypotheses.flatMap(curveSentence),
    ...(assumed.length > 0
      ? [
          `Of ${counted(assumed.length, 'hypothesis', 'hypotheses')} (${listed(assumed.map(({ id }) => id))}) the sign is written into a rule of the model; ${assumed.length === 1 ? 'its' : 'their'} effect is told as strength of the assumption and not as support.`,
        ]
      : []),
    ...(hypotheses.some(({ p }) => p !== null)
      ? [
          `p-values are two-sided sign-flip permutation tests clustered by parameter set${hypotheses.some(({ holm }) => holm !== null) ? `, adjusted after Holm over the ${counted(hypotheses.length, 'hypothesis', 'hypotheses')} of the file` : ''}; as the number of runs is free they decided nothing.`,
        ]
      : []),
    ...repeatSentences(manifest),
  ]
}

/** `400 pairs`, or `200 to 400 pairs` where hypotheses differ. */
function spans(
  hypotheses: readonly HypothesisFinding[],
  of: (h: HypothesisFinding) => number,
  noun: string,
): string {
  const values = hypotheses.map(of)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? counted(low, noun) : `${decimal(low, 0)} to ${counted(high, noun)}`
}

function correlations(hypotheses: readonly HypothesisFinding[]): string {
  const values = hypotheses.flatMap(({ correlation }) =>
    correlation === null ? [] : [correlation],
  )
  if (values.length === 0) return ''
  const [low, high] = [Math.min(...values), Math.max(...values)].map((v) => decimal(v, 2))
  return low === high
    ? ` (the outcomes of a pair correlate at ${low})`
    : ` (the outcomes of a pair correlate at ${low} to ${high})`
}

function drawnSentences(hypotheses: readonly HypothesisFinding[]): string[] {
  const factors = new Map<string, FactorHead>()
  for (const { drawn } of hypotheses) for (const factor of drawn) factors.set(factor.id, factor)
  const fixed = hypotheses.filter(({ drawn }) => drawn.length === 0)
  const fixedWords =
    fixed.length === hypotheses.length
      ? ['Parameters were held at the values of the scenario.']
      : fixed.length > 0
        ? [
            `For ${listed(fixed.map(({ id }) => id))} parameters were held at the values of the scenario.`,
          ]
        : []
  if (factors.size === 0) return fixedWords
  return [
    `For each parameter set ${factors.size === 1 ? 'one parameter was' : `${factors.size} parameters were`} drawn from ${factors.size === 1 ? 'its range' : 'their ranges'}: ${factorList([...factors.values()])}.`,
    ...fixedWords,
  ]
}

function stoppingSentences(hypotheses: readonly HypothesisFinding[]): string[] {
  const rules = [...new Set(hypotheses.map(({ stopping }) => stopping.rule))]
  const precise = hypotheses.filter(({ stopping }) => stopping.reached === 'precise').length
  const cap = hypotheses.length - precise
  const reached =
    cap === 0
      ? 'the precision was reached for all'
      : precise === 0
        ? 'the cap was met before the precision for all'
        : `the precision was reached for ${precise}, the cap was met first for ${cap}`
  return [
    `Runs were added by a rule that looks at the width of the interval and not at its sign (${rules.map((rule) => `“${rule}”`).join('; ')}); ${hypotheses.length === 1 ? reached.replace(' for all', '') : reached}.`,
  ]
}

function curveSentence({ id, curve }: HypothesisFinding): string[] {
  if (curve === null) return []
  return [
    `For ${id} the effect was also computed at ${counted(curve.points.length, 'value')} of ${factorWords(curve.factor)}, with the same parameter sets and chance at each.`,
  ]
}
