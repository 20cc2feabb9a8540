import { describe, expect, it } from 'vitest'
import { stage } from './stage.js'

/** Two states, of which one or both may be shut off, and what a new tie between their units is worth less. */
function dearer(
  travel: number,
  meeting: { readonly video: number; readonly connection: number },
  elsewhere = 1,
) {
  const { model, world, row } = stage(
    {
      encounters: { meeting: 2, video: meeting.video },
      contacts: { learning: 400, kept: 1 },
    },
    {
      actors: {
        north: { kind: 'state', travel: elsewhere, connection: meeting.connection },
        south: { kind: 'state', travel, connection: meeting.connection },
        a: { kind: 'city', state: 'north' },
        b: { kind: 'city', state: 'south' },
      },
      instruments: { paper: { binding: 'no', level: 'unit' } },
    },
  )
  const run = model.start({ seed: '1' })
  run.step()
  run.step()
  const ties = world.ties.affinity as { values: Float64Array }
  const worth = (s: string, t: string) => ties.values[row(s) * world.n + row(t)]
  expect(worth('north', 'south')).toBe(worth('south', 'north'))
  expect(worth('north', 'north')).toBe(0)
  expect(worth('a', 'b')).toBe(0)
  return worth('north', 'south')
}

describe('encounters', () => {
  it('cost a new tie nothing while people travel as usual', () => {
    expect(dearer(1, { video: 0.5, connection: 1 })).toBe(0)
  })

  it('make it dearer as far as the less open of two states is shut', () => {
    expect(dearer(0.25, { video: 0.5, connection: 0 })).toBeCloseTo(-2 * 0.75, 12)
    expect(dearer(0, { video: 0, connection: 1 })).toBeCloseTo(-2, 12)
  })

  it('count a meeting by video only where both sides meet so', () => {
    // The state that is open has had no need to learn it.
    expect(dearer(0, { video: 0.5, connection: 1 })).toBeCloseTo(-2, 12)
    expect(dearer(0, { video: 0.5, connection: 1 }, 0)).toBeCloseTo(-1, 6)
  })
})
