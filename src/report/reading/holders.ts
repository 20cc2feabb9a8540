import { parseDate } from '../../calendar/index.js'
import type { Story } from './story.js'

/** Who held a gate, from a day until another took over. */
export interface Tenure {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** Who held a gate over the run: as drawn in it, or by the scenario's calendar. */
export function tenuresOf(story: Story, gate: string): readonly Tenure[] {
  const { cast, run, occurrences, firstDay, lastDay } = story
  const drawn = occurrences.some(({ event }) => event === 'holderDrawn')
  const starts: { day: number; name: string }[] = []
  const first = cast.cell('gates', gate, 'scheduled')
  if (first !== undefined)
    starts.push({ day: firstDay, name: cast.title('holders', String(first)) })
  if (drawn) {
    for (const { event, gate: at, day, actor, reason } of occurrences) {
      if (event !== 'holderDrawn' || at !== gate) continue
      starts.push({ day, name: [reason, actor].filter(Boolean).join(', ') })
    }
  } else {
    for (const { date, table, id, column, value } of run.document.changes ?? []) {
      if (table !== 'gates' || id !== gate || column !== 'scheduled') continue
      starts.push({ day: parseDate(date) ?? NaN, name: cast.title('holders', String(value)) })
    }
  }
  starts.sort((a, b) => a.day - b.day)
  return starts
    .filter(({ day }, k) => day <= lastDay && !(starts[k + 1]?.day <= firstDay))
    .map(({ day, name }, k, all) => ({
      name,
      from: Math.max(day, firstDay),
      to: all[k + 1]?.day ?? lastDay + 1,
    }))
    .filter(({ from, to }) => to > from)
}

/** Names of those who held a gate between two days, each once. */
export function holdersBetween(story: Story, gate: string, from: number, to: number): string[] {
  const names = tenuresOf(story, gate)
    .filter((tenure) => tenure.from < to && tenure.to > from)
    .map(({ name }) => name)
  return [...new Set(names)]
}
