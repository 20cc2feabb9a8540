import type { Course } from './course.js'
import { coursesIn, otherPanels } from './panels.js'
import type { Story } from './story.js'
import { counted, figure, listed, spaced } from './words.js'

/** Measures, and lines of each, that are told at most. */
const mostMeasures = 12
const mostLines = 2

/** What became of a world in which units make no agreements: its ties, and where what was measured began and ended. */
export function outcomesOf(story: Story): readonly Course[] {
  if (story.instruments.length > 0) return []
  const { panels, final } = otherPanels(story)
  const measured = [...panels, ...final].map((panel) => ({
    head: `${panel.title}${panel.means ? ', mean of units' : ''}`,
    text: coursesIn(panel, mostLines),
  }))
  const left = measured.length - mostMeasures
  return [
    ...ties(story),
    ...(measured.length === 0 ? events(story) : measured.slice(0, mostMeasures)),
    ...(left > 0 ? [{ head: 'In measures.csv', text: counted(left, 'more measure') }] : []),
  ]
}

function ties({ twins }: Story): Course[] {
  if (twins.length === 0) return []
  return [
    {
      head: 'Ties at the end',
      text: counted(twins.length, 'pair of twin cities', 'pairs of twin cities'),
    },
  ]
}

/** Where no measure moved, the log is all there is. */
function events({ occurrences, laws }: Story): Course[] {
  const counts = new Map<string, number>()
  for (const { event } of occurrences) counts.set(event, (counts.get(event) ?? 0) + 1)
  if (counts.size > 0) {
    const told = [...counts].map(([event, count]) => `${spaced(event)} (${figure(count)})`)
    return [{ head: 'Events', text: listed(told) }]
  }
  return laws.length > 0
    ? []
    : [{ head: 'What happened', text: 'nothing that was measured or told' }]
}
