import type {
  AttributionOutcome,
  AttributionResult,
  CauseShare,
  Estimate,
} from '../../archive/index.js'
import { differenceOf, levelOf, valueWithUnit, withUnit } from '../reading/quantity.js'
import { counted, listed } from '../reading/words.js'
import type { Answer, AnswerPoint } from './Answer.js'

/** Which causes contribute how much, under each setting. */
export function attributionAnswer(result: AttributionResult): Answer {
  const several = result.settings.length > 1
  const points = result.settings.flatMap(({ title, outcomes }) =>
    outcomes.map((outcome): AnswerPoint => {
      const { title: asked } = outcome.outcome
      return { head: several ? `${asked}, ${title}` : asked, text: outcomeWords(result, outcome) }
    }),
  )
  const firsts = new Map<string, string[]>()
  for (const { title, outcomes } of result.settings)
    for (const outcome of outcomes) {
      const [first] = bySize(outcome).filter(({ shapley }) => tellsApart(shapley))
      if (first === undefined) continue
      const what = `${outcome.outcome.title}${several ? ` (${title})` : ''}`
      const cause = titleOf(result, first.cause)
      firsts.set(cause, [...(firsts.get(cause) ?? []), what])
    }
  const parts = [...firsts].map(([cause, outcomes]) => `${cause} to ${listed(outcomes)}`)
  const lead =
    parts.length === 0
      ? `None of the ${counted(result.causes.length, 'cause')} has a share that can be told from zero.`
      : `Of ${counted(result.causes.length, 'cause')}, what contributes most is ${listed(parts)}.`
  return { lead, points }
}

/** Shares with the largest first, whatever their sign; those that cannot be told come last. */
export function bySize({ shares }: AttributionOutcome): CauseShare[] {
  const size = ({ shapley }: CauseShare) =>
    shapley.estimate === null ? -1 : Math.abs(shapley.estimate)
  return [...shares].sort((a, b) => size(b) - size(a))
}

export function titleOf({ causes }: AttributionResult, id: string): string {
  return causes.find((cause) => cause.id === id)?.title ?? id
}

/** The interval does not hold zero. */
export function tellsApart({ estimate, lower, upper }: Estimate): boolean {
  return estimate !== null && lower !== null && upper !== null && (lower > 0 || upper < 0)
}

function outcomeWords(result: AttributionResult, outcome: AttributionOutcome): string {
  const level = levelOf(outcome.outcome)
  const difference = differenceOf(outcome.outcome, outcome.unit)
  const { all, none } = outcome
  const whole =
    all.estimate === null || none.estimate === null ? null : all.estimate - none.estimate
  const shares = bySize(outcome)
  const told = shares.filter(({ shapley }) => tellsApart(shapley))
  const rest = shares.filter(({ shapley }) => shapley.estimate !== null && !tellsApart(shapley))
  const parts = [
    `With all causes ${withUnit(level, all)}, with none ${withUnit(level, none)}: ${valueWithUnit(difference, whole)} to share out.`,
    ...(told.length > 0
      ? [
          `Shares: ${listed(told.map(({ cause, shapley }) => `${titleOf(result, cause)} ${withUnit(difference, shapley)}`))}.`,
        ]
      : []),
    ...(rest.length > 0
      ? [`Not told apart from zero: ${listed(rest.map(({ cause }) => titleOf(result, cause)))}.`]
      : []),
    ...pairWords(result, outcome),
  ]
  return parts.join(' ')
}

function pairWords(result: AttributionResult, outcome: AttributionOutcome): string[] {
  const difference = differenceOf(outcome.outcome, outcome.unit)
  const [strongest] = outcome.interactions
    .filter(({ index }) => tellsApart(index))
    .sort((x, y) => Math.abs(y.index.estimate!) - Math.abs(x.index.estimate!))
  if (strongest === undefined) return []
  const { a, b, index } = strongest
  return [
    `The strongest interaction is that of ${titleOf(result, a)} and ${titleOf(result, b)}: ${withUnit(difference, index)}.`,
  ]
}
