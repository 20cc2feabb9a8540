import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/calendar/index.js'
import { Cast } from '../../src/report/reading/Cast.js'
import type { Occurrence } from '../../src/report/reading/chronicle.js'
import { courseOf } from '../../src/report/reading/course.js'
import type { Story } from '../../src/report/reading/story.js'
import { documentOf } from './fixture.js'

async function told(events: readonly Partial<Occurrence>[]) {
  const document = await documentOf((d) => ({
    ...d,
    tables: { ...d.tables, calls: { small: { title: 'Small projects' }, large: {} } },
  }))
  const day = parseDate('1990-01-15')!
  const occurrences = events.map((event) => ({
    day,
    actor: '',
    other: '',
    reason: '',
    value: 0,
    ...event,
  }))
  return courseOf({ occurrences, cast: new Cast(document) } as unknown as Story)
}

describe('the course of ties', () => {
  it('says nothing of what did not happen', async () => {
    expect(await told([{ event: 'signed' }])).toEqual([])
  })

  it('tells money by its source, terms and law in words', async () => {
    const grant = { event: 'funded', actor: 'US-NY', other: 'CA-QC', value: 600_000 }
    const course = await told([
      { ...grant, reason: 'small' },
      { ...grant, reason: 'small' },
      { ...grant, reason: 'large' },
      { event: 'renewed' },
      { event: 'transformed' },
      { event: 'barred' },
      { event: 'breached' },
    ])
    expect(Object.fromEntries(course.map(({ head, text }) => [head, text]))).toEqual({
      'Money from outside':
        '3 grants, EUR 1.8 million in all, the first in January 1990 (New York – Québec); from Small projects (2) and large (1)',
      'At the end of terms': '1 renewal and 1 agreement turned into another form',
      'Acts of units before the law': '1 barred and 1 carried on in breach',
    })
  })
})
