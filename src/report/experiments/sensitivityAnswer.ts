import type { Estimate, SensitivityOutcome, SensitivityResult } from '../../archive/index.js'
import { levelOf, plain, type Quantity, share, withUnit } from '../reading/quantity.js'
import { counted, listed } from '../reading/words.js'
import type { Answer, AnswerPoint } from './Answer.js'

/** Which factors matter, by the index that the method gives. */
export function sensitivityAnswer(result: SensitivityResult): Answer {
  const points = result.outcomes.map((outcome) => pointOf(result, outcome))
  const firsts = new Map<string, string[]>()
  for (const outcome of result.outcomes) {
    const [first] = ranked(result, outcome)
    if (first === undefined || !matters(first)) continue
    firsts.set(first.title, [...(firsts.get(first.title) ?? []), outcome.outcome.title])
  }
  const parts = [...firsts].map(([factor, outcomes]) => `${factor} for ${listed(outcomes)}`)
  const lead =
    parts.length === 0
      ? `None of ${counted(result.factors.length, 'factor')} is told apart from nothing.`
      : `Of ${counted(result.factors.length, 'factor')}, what matters most is ${listed(parts)}.`
  const once =
    result.replications > 1
      ? ''
      : ' Each point was run once, so chance cannot be told from factors; two or more replications would tell.'
  return { lead: `${lead}${once}`, points }
}

/** A factor with its main index: mu* or the total index. */
export interface RankedFactor {
  /** Row in `factors`. */
  readonly factor: number
  readonly title: string
  readonly index: Estimate
}

/** Factors with their main index, largest first; those without one come last. */
export function ranked(
  { factors }: SensitivityResult,
  outcome: SensitivityOutcome,
): RankedFactor[] {
  return factors
    .map(({ title }, factor) => ({ factor, title, index: mainIndex(outcome, factor) }))
    .sort((a, b) => (b.index.estimate ?? -Infinity) - (a.index.estimate ?? -Infinity))
}

export function mainIndex({ morris, sobol }: SensitivityOutcome, factor: number): Estimate {
  return (
    morris?.[factor]?.muStar ??
    sobol?.[factor]?.total ?? { estimate: null, lower: null, upper: null }
  )
}

/** mu* is in the unit of the outcome, Sobol' indices are shares of the variance. */
export function indexQuantity({ outcome, morris }: SensitivityOutcome): Quantity {
  if (morris === null) return plain
  const level = levelOf(outcome)
  if (level.kind === 'date') return { ...level, unit: 'years', kind: 'number' }
  return outcome.type === 'boolean' ? { ...level, unit: 'percentage points' } : level
}

/** Its interval does not reach down to zero. */
function matters({ index }: RankedFactor): boolean {
  return index.estimate !== null && index.estimate > 0 && (index.lower === null || index.lower > 0)
}

/** From this share of chance on, indices tell of it more than of the factors. */
const mostlyChance = 0.5

/** Both indices add up squares or sizes, which chance makes greater and never less. */
function caution(name: string): string {
  return `A ${name} is never below zero, so chance alone makes it look like an effect: rely on it only if more replications leave it as it is.`
}

function pointOf(result: SensitivityResult, outcome: SensitivityOutcome): AnswerPoint {
  const all = ranked(result, outcome)
  const quantity = indexQuantity(outcome)
  const told = all.filter(({ index }) => index.estimate !== null)
  const name = outcome.morris === null ? 'total index' : 'mu*'
  const top = told
    .filter(matters)
    .slice(0, 3)
    .map(
      ({ title, index }) =>
        `${title} (${name} ${withUnit(quantity, index).replace(/ \((.*)\)$/, ', $1')})`,
    )
  const idle = told.filter(({ index }) => index.lower !== null && index.lower <= 0)
  const noise = outcome.noise
  const parts = [
    top.length === 0
      ? told.length === 0
        ? 'No index can be told.'
        : 'No factor is told apart from nothing.'
      : `Most depends on ${listed(top)}.`,
    ...(idle.length > 0 && top.length > 0
      ? [
          `Not told apart from nothing: ${idle.length > 6 ? `${idle.length} of ${told.length} factors` : listed(idle.map(({ title }) => title))}.`,
        ]
      : []),
    ...(noise.estimate === null
      ? []
      : [
          `Chance alone makes ${withUnit(share, noise)} of the variance over runs.`,
          ...(noise.estimate >= mostlyChance && top.length > 0 ? [caution(name)] : []),
        ]),
    ...(outcome.dropped > 0
      ? [
          `${counted(outcome.dropped, 'point')} had no value and ${outcome.dropped === 1 ? 'is' : 'are'} left out with what depends on ${outcome.dropped === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ]
  return { head: outcome.outcome.title, text: parts.join(' ') }
}
