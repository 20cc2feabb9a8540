import { describe, expect, it } from 'vitest'
import { stage } from './stage.js'

describe('networks', () => {
  it('count from the day on which they are founded, until they are closed', () => {
    const { model, world, row } = stage(
      { exogenousEvents: {}, networks: {} },
      {
        actors: {
          north: { kind: 'state' },
          south: { kind: 'state' },
          a: { kind: 'city', state: 'north' },
          b: { kind: 'city', state: 'south' },
          body: { kind: 'network', active: 'no' },
        },
        memberships: {
          a: { network: 'body', member: 'a' },
          b: { network: 'body', member: 'b' },
        },
      },
      {
        events: [
          { date: '1970-07-01', title: 'founded', set: { actors: { body: { active: 'yes' } } } },
          { date: '1971-01-01', title: 'closed', set: { actors: { body: { active: 'no' } } } },
        ].map((event) => ({ ...event, source: 'a test', grade: 'assumed' as const })),
      },
    )
    const shared = world.ties.coMembership as { values: Float64Array }
    const at = row('a') * world.n + row('b')
    for (const seed of ['1', '2']) {
      const run = model.start({ seed })
      const seen = [0, 1, 2, 3, 4].map(() => {
        run.step()
        return shared.values[at]
      })
      expect(seen).toEqual([0, 0, 1, 1, 0])
    }
  })
})
