import { describe, expect, it } from 'vitest'
import { entityKeys } from '../../src/random/index.js'
import {
  actorHead,
  type Column,
  type ColumnArray,
  digest,
  real,
  type TablePlan,
  World,
  type WorldPlan,
} from '../../src/world/index.js'

const ids = ['land', 'alba', 'brig']

function plan(
  values: readonly number[],
  columns: readonly string[] = ['worth', 'weight'],
): WorldPlan {
  const table = (name: string, rows: readonly string[], of: [string, Column][]): TablePlan => ({
    name,
    ids: rows,
    keys: entityKeys(rows),
    columns: new Map(of),
    given: new Map<string, ColumnArray>(
      name === 'actors'
        ? [
            ['worth', Float64Array.from(values)],
            ['state', Int32Array.of(-1, 0, 0)],
            ['kind', Uint8Array.of(0, 1, 1)],
          ]
        : [],
    ),
  })
  const worth = columns.map((name): [string, Column] => [name, real({ meaning: name, unit: '1' })])
  return {
    tables: [
      table('actors', ids, [...Object.entries(actorHead), ...worth]),
      table('issues', ['q'], []),
    ],
    ties: { near: { shape: 'list', meaning: 'near', unit: '1', capacity: 2, columns: ['far'] } },
    assignments: [],
    announcements: [],
  }
}

const of = (values: readonly number[], columns?: readonly string[]) =>
  digest(new World(plan(values, columns)))

describe('a digest', () => {
  it('takes −0 for 0 and every NaN for one', () => {
    expect(of([0, 1, 2])).toBe(of([-0, 1, 2]))
    const odd = new Float64Array(
      new BigUint64Array([0x7ff8000000000001n, 0xfff8000000000000n, 0n]).buffer,
    )
    expect(of([...odd])).toBe(of([Number.NaN, Number.NaN, 0]))
    const world = new World(plan([0, 0, 0]))
    const array = world.tables.get('actors')?.arrays.get('worth')
    // The bits themselves, past any number that the language may have made of them.
    if (array) new BigUint64Array(array.buffer)[0] = 0xfff800000000deadn
    expect(digest(world)).toBe(of([Number.NaN, 0, 0]))
    // Taking it changes nothing.
    expect(digest(world)).toBe(digest(world))
  })

  it('does not depend on the order in which columns were declared', () => {
    expect(of([1, 2, 3], ['weight', 'worth'])).toBe(of([1, 2, 3], ['worth', 'weight']))
  })

  it('sees the last bit of a number, a tie, an agreement and an event', () => {
    const plain = of([1, 2, 3])
    expect(of([1, 2, 3 + 2 ** -51])).not.toBe(plain)
    const seen = new Set([plain])
    const change = (make: (world: World) => void) => {
      const world = new World(plan([1, 2, 3]))
      expect(digest(world)).toBe(plain)
      make(world)
      const changed = digest(world)
      expect(seen.has(changed)).toBe(false)
      seen.add(changed)
    }
    const { near } = new World(plan([1, 2, 3])).ties
    expect('target' in near && near.target[0]).toBe(-1)
    change(({ ties }) => {
      if ('target' in ties.near) ties.near.target[1] = 2
    })
    change(({ ties }) => {
      if ('columns' in ties.near) ties.near.columns.far[1] = 2
    })
    change(({ agreements }) => {
      agreements.propose({
        instrument: 0,
        issue: 0,
        day: 1,
        parties: [1, 2],
        commitment: 0,
        effect: 0,
        appeal: 0,
      })
    })
    change(({ events }) => events.add('happened', { actor: 1 }))
    change(({ events }) => events.add('happened', { actor: 1, reason: 'why' }))
  })

  it('is not moved by what lies beyond the last agreement', () => {
    const world = new World(plan([1, 2, 3]))
    world.agreements.columns.appeal[5] = 9
    expect(digest(world)).toBe(of([1, 2, 3]))
  })
})
