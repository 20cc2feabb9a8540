import type { Estimate, HypothesisVerdict } from '../../archive/index.js'
import type { WrittenHypothesis } from './writtenHypotheses.js'

/** What a verdict rests on. */
export interface Evidence {
  /** 95 % interval. */
  readonly effect: Estimate
  /** 90 % interval lies within the smallest effect of interest. */
  readonly equivalent: boolean
  /** Parameter sets, if no pair of any of them differs: an interval of no width that is not sure of itself. */
  readonly alike?: number | undefined
}

/**
 * The verdict on a hypothesis. Intervals alone decide: too small to be of interest if the 90 % interval lies within
 * the smallest effect of interest (two one-sided tests; Schuirmann 1987, Lakens 2017); supported or contradicted if
 * the 95 % interval lies on one side of zero and the estimate is of interest; undecided otherwise.
 */
export function verdictOf(
  { sign, smallest, tag }: Pick<WrittenHypothesis, 'sign' | 'smallest' | 'tag'>,
  { effect, equivalent }: Evidence,
): HypothesisVerdict {
  if (tag === 'assumed') return 'strength of the assumption'
  const { estimate, lower, upper } = effect
  if (estimate === null || lower === null || upper === null) return 'undecided'
  if (equivalent) return 'no effect of interest'
  const expected = sign === '+' ? estimate : -estimate
  const apart = lower > 0 || upper < 0
  if (!apart || Math.abs(estimate) < smallest) return 'undecided'
  return expected > 0 ? 'supported' : 'contradicted'
}

/** The verdict as a sentence. */
export function verdictWords(
  verdict: HypothesisVerdict,
  { sign, smallest }: Pick<WrittenHypothesis, 'sign' | 'smallest'>,
  { effect: { estimate, lower, upper }, alike }: Evidence,
  unit: string,
): string {
  const [value, low, high] = [estimate, lower, upper].map((x) => (x === null ? '–' : figure(x)))
  const units = unit === '1' || unit === '' ? '' : ` ${unit}`
  const found = `the effect is ${value}${units} (95 % interval ${low} to ${high})`
  const interest = `${figure(smallest)}${units}`
  switch (verdict) {
    case 'supported':
      return `Supported: ${found}, in the expected direction and at least ${interest}.`
    case 'contradicted':
      return `Contradicted: ${found}, against the expected direction and at least ${interest}.`
    case 'no effect of interest':
      return `No effect of interest: ${found}${alike === undefined ? `, and whatever it is, it is smaller than ${interest}.` : `. ${unseen(alike)}`}`
    case 'undecided':
      return `Undecided: ${found}; these runs do not tell whether there is an effect of ${interest} or more${sign === '+' ? '' : ' in the negative direction'}.`
    case 'strength of the assumption':
      return `The sign is written into a rule of the model, so this is no test: ${found}, which is how strong the assumption is.`
  }
}

/** The share of sets that may differ although none of so many did: the exact bound for no cases, at 95 %. */
function unseen(sets: number): string {
  const share = 100 * (1 - 0.05 ** (1 / sets))
  return `No pair of ${sets} parameter sets differs; in up to ${share < 1 ? share.toFixed(1) : share.toFixed(0)} % of sets it might.`
}

function figure(x: number): string {
  if (x === 0) return '0'
  const digits = Math.abs(x) >= 100 ? 0 : Math.abs(x) >= 10 ? 1 : 2
  return x.toFixed(digits).replace('-', '−')
}
