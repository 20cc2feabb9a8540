import type { Account } from '../Account.js'
import type { DatedComparison } from '../reading/history.js'

export type Provenance = 'This run' | 'History' | 'From outside'

/** One thing that came about in the run, in history, or in both. */
export interface Milestone {
  readonly title: string
  /** Day in the run; NaN if it did not come. */
  readonly model: number
  /** Day in history; NaN if history knows no such thing, or the scenario does not say. */
  readonly history: number
  /** Day of an announcement from outside the model. */
  readonly outside: number
}

/**
 * What a reader wants to find on a time axis: history's dated events beside the run's own, the first agreement by
 * each instrument and each law that history does not list, and announcements.
 */
export function milestones(account: Account): readonly Milestone[] {
  const { history, instruments, laws, cast, outside } = account
  const dated: Milestone[] = history.events.map((e) => ({
    title: e.title,
    model: e.model ?? NaN,
    history: e.history,
    outside: NaN,
  }))
  const tells = (about: (event: DatedComparison) => boolean) => history.events.some(about)
  const first: Milestone[] = instruments.flatMap(({ id, title, signed: [earliest] }) =>
    earliest === undefined || tells((e) => e.about.some((m) => m.subjects[0] === id))
      ? []
      : [{ title: `First: ${title}`, model: earliest.signed, history: NaN, outside: NaN }],
  )
  const enacted: Milestone[] = laws.flatMap(({ state, issue, how, day }) =>
    how === undefined ||
    tells((e) => e.about.some((m) => m.subjects[0] === state.id && m.subjects[1] === issue.id))
      ? []
      : [
          {
            title: lawTitle(state.title, issue.title, how, cast.issues.length),
            model: day,
            history: NaN,
            outside: NaN,
          },
        ],
  )
  const announced: Milestone[] = outside.map(({ reason, day }) => ({
    title: reason,
    model: NaN,
    history: NaN,
    outside: day,
  }))
  const day = (m: Milestone) =>
    [m.history, m.outside, m.model].find((d) => !Number.isNaN(d)) ?? Infinity
  return [...announced, ...dated, ...first, ...enacted].sort((a, b) => day(a) - day(b))
}

function lawTitle(state: string, issue: string, how: 'enacted' | 'ordered', issues: number) {
  const about = issues > 1 ? ` (${issue})` : ''
  return how === 'enacted' ? `Law in ${state}${about}` : `Court order in ${state}${about}`
}
