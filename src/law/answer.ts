import type { Regime } from './regime.js'
import { type Act, type Answer, review } from './review.js'

/** What law above a state adds to its answer: the rule that confirms it, or that opens a door which it bars. */
export interface Overlaid {
  readonly regime: Regime
  readonly answer: Answer
  /** Whether the answer of the state's own law gave way. */
  readonly opened: boolean
}

/** What the law of one side says, all things considered. */
export interface SideAnswer {
  /** The side's own regime; nothing if nobody has written it down. */
  readonly regime: Regime | undefined
  /** What counts; nothing if no law that is known speaks of it. */
  readonly answer: Answer | undefined
  readonly above: readonly Overlaid[]
}

/**
 * What counts for one side of an act: its own law, and law above both states. The latter never adds a bar or a step;
 * it opens what the former bars, by the steps that it names itself.
 *
 * @param above law above states that both sides belong to
 */
export function answerOf(
  regime: Regime | undefined,
  above: readonly Regime[],
  act: Act,
  date: number,
): SideAnswer {
  let answer = regime && review(regime, act, date)
  const overlaid: Overlaid[] = []
  for (const law of act.by === 'state' ? [] : above) {
    const other = review(law, act, date)
    if (other === undefined) continue
    const opened = answer?.verdict === 'barred' && other.verdict !== 'barred'
    if (opened) answer = { ...other, competence: answer?.competence }
    overlaid.push({ regime: law, answer: other, opened })
  }
  return { regime, answer, above: overlaid }
}

/** Law above states that both belong to on a day, the law of fewer states first: it is the more particular. */
export function lawAbove(
  regimes: Iterable<Regime>,
  a: string,
  b: string,
  date: number,
): readonly Regime[] {
  const belongs = ({ members = {} }: Regime, code: string) => {
    if (!Object.hasOwn(members, code)) return false
    const [from, until] = members[code]
    return date >= from && date < until
  }
  const size = ({ members = {} }: Regime) => Object.keys(members).length
  return [...regimes]
    .filter((r) => r.members && belongs(r, a) && belongs(r, b))
    .sort((r, s) => size(r) - size(s))
}
