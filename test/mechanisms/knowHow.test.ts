import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { status } from '../../src/world/index.js'
import { stage } from './stage.js'

const actors = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  a: { kind: 'city', state: 'north' },
  b: { kind: 'city', state: 'south' },
  c: { kind: 'city', state: 'north' },
}

interface Setting {
  readonly parameters?: Readonly<Record<string, number>>
  readonly knowHow?: readonly [number, number, number]
  readonly staff?: number
  readonly ticksPerYear?: number
  /** Pairs that have an agreement in force, by position among a, b, c. */
  readonly pairs?: readonly (readonly [number, number])[]
}

function play({ parameters, knowHow, staff, ticksPerYear = 4, pairs = [] }: Setting) {
  const { model, world, row, columns } = stage(
    { knowHow: { ...parameters } },
    {
      actors,
      instruments: {
        easy: { binding: 'no', level: 'unit' },
        hard: { binding: 'no', level: 'unit', complexity: 0.8 },
      },
    },
    { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
  )
  const run = model.start({ seed: '1' })
  const rows = ['a', 'b', 'c'].map((id) => row(id))
  const own = columns.actors
  rows.forEach((i, at) => {
    own.knowHow[i] = knowHow?.[at] ?? 0
    own.staff[i] = staff ?? 0
  })
  for (const [x, y] of pairs) {
    const at = world.agreements.propose({
      instrument: 0,
      issue: 0,
      day: 0,
      parties: [rows[x], rows[y]],
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    world.agreements.conclude(at, 0)
    world.agreements.columns.status[at] = status.inForce
  }
  const level = (column: string) => rows.map((i) => own[column][i])
  return {
    run,
    world,
    level,
    fitness: (m: number) => rows.map((i) => own.fitness[m * world.n + i]),
  }
}

describe('know-how', () => {
  it('is forgotten at its rate, whatever the length of a tick', () => {
    for (const ticksPerYear of [1, 4, 12]) {
      const { run, level } = play({ knowHow: [0.8, 0.4, 0], ticksPerYear })
      for (let k = 0; k < 5 * ticksPerYear; k++) run.step()
      expect(level('knowHow')).toEqual([
        expect.closeTo(0.8 * Math.exp(-0.4), 10),
        expect.closeTo(0.4 * Math.exp(-0.4), 10),
        0,
      ])
    }
  })

  it('comes by doing and from staff, to where gain and loss are even', () => {
    const parameters = { doing: 0.2, usualLoad: 1, training: 0.1, usualStaff: 4, partners: 0 }
    const { run, level } = play({ parameters, staff: 4, pairs: [[0, 1]] })
    // One lively agreement of usual load 1: half of 0.2; staff as usual: half of 0.1.
    const gain = (load: number) => 0.2 * load + 0.05
    const levelAt = (load: number) => {
      const rate = gain(load) + 0.08
      return (gain(load) / rate) * (1 - Math.exp(-rate * 10))
    }
    run.finish()
    expect(level('knowHow')).toEqual([
      expect.closeTo(levelAt(0.5), 10),
      expect.closeTo(levelAt(0.5), 10),
      expect.closeTo(levelAt(0), 10),
    ])
    expect(level('learned')).toEqual([0, 0, 0])
  })

  it('comes from a partner who knows more, and what came from abroad is kept apart', () => {
    const parameters = { doing: 0, forgetting: 0, partners: 0.3 }
    const { run, level } = play({
      parameters,
      knowHow: [0, 0.9, 0],
      pairs: [
        [0, 1],
        [0, 2],
      ],
    })
    for (let k = 0; k < 4; k++) run.step()
    const met = 0.9 * (1 - Math.exp(-0.3))
    expect(level('knowHow')[0]).toBeCloseTo(met, 10)
    expect(level('learned')[0]).toBeCloseTo(met, 10)
    // c learns from a, its compatriot: nothing of that came from abroad to c.
    expect(level('knowHow')[2]).toBeGreaterThan(0)
    expect(level('learned').slice(1)).toEqual([0, 0])
    expect(level('knowHow')[1]).toBe(0.9)
  })

  it('makes hard instruments worth less to those who have little, and easy ones worth as much as ever', () => {
    const { run, fitness } = play({
      parameters: { demand: 5, forgetting: 0 },
      knowHow: [0, 0.5, 1],
    })
    run.step()
    expect(fitness(0)).toEqual([0, 0, 0])
    expect(fitness(1)).toEqual([expect.closeTo(-4), expect.closeTo(-1.5), expect.closeTo(0)])
  })

  it('stays between nothing and all, and what was learned abroad is a part of it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({
          knowHow: fc.tuple(share, share, share),
          staff: fc.double({ min: 0, max: 1000, noNaN: true }),
          ticksPerYear: fc.constantFrom(1, 4),
          pairs: fc.array(fc.constantFrom([0, 1], [0, 2], [1, 2]), { maxLength: 6 }),
          parameters: fc.record({
            doing: fc.double({ min: 0, max: 20, noNaN: true }),
            partners: fc.double({ min: 0, max: 20, noNaN: true }),
            forgetting: fc.double({ min: 0, max: 20, noNaN: true }),
          }),
        }),
        (setting) => {
          const { run, level } = play(setting as Setting)
          for (let k = 0; k < 6; k++) {
            run.step()
            const all = level('knowHow')
            for (const [at, known] of all.entries()) {
              expect(known).toBeGreaterThanOrEqual(0)
              expect(known).toBeLessThanOrEqual(1)
              expect(level('learned')[at]).toBeLessThanOrEqual(known)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('spreads in networks from those who know to those who do not', () => {
    const { model, world, row, columns } = stage(
      { knowHow: { doing: 0, forgetting: 0, networks: 0.2 }, networkMembership: { rate: 0 } },
      {
        actors: { ...actors, club: { kind: 'network' } },
        networks: { club: { actor: 'club', founded: '1970-01-01' } },
      },
    )
    const run = model.start({ seed: '1' })
    const { knowHow, learned, membership, members } = columns.actors
    const [a, b, c] = ['a', 'b', 'c'].map((id) => row(id))
    for (const i of [a, b]) {
      membership[i] = 1
      members[world.actors.state[i]] += 1
      members[row('club')] += 1
    }
    knowHow[b] = 1
    for (let k = 0; k < 4; k++) run.step()
    // The mean rises a little as a learns: between a mean of one half and what a tick's delay leaves.
    expect(knowHow[a]).toBeGreaterThan(0.5 * (1 - Math.exp(-0.2)))
    expect(knowHow[a]).toBeLessThan(0.12)
    // Half of the members are of a's own state.
    expect(learned[a]).toBeCloseTo(knowHow[a] / 2, 10)
    expect(knowHow[c]).toBe(0)
  })
})
