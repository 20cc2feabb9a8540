import { defineMechanism } from '../contract/index.js'

/** Applies what the scenario dates: office calendars, seats, reports, trends. Nothing here is an outcome. */
export default defineMechanism({
  name: 'exogenousEvents',
  summary: 'On its day, what the scenario dates from outside the model takes effect.',
  source: 'Scenario data; no theory.',
  parameters: {},
  step({ agenda }, { tick, timeline, events }) {
    const from = tick === 0 ? Number.NEGATIVE_INFINITY : timeline.start(tick)
    const to = timeline.start(tick + 1)
    for (let a = firstFrom(agenda.day, from); a < agenda.n && agenda.day[a] < to; a++) {
      agenda.target[a][agenda.at[a]] = agenda.value[a]
    }
    for (const { day, title, issue, actor } of agenda.announcements) {
      if (day >= from && day < to) events.add('exogenous', { day, issue, actor, reason: title })
    }
  },
})

function firstFrom(days: Int32Array, day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle] < day) low = middle + 1
    else high = middle
  }
  return low
}
