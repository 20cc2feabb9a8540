import { describe, expect, it } from 'vitest'
import { divisions } from '../../src/world/index.js'
import { stage } from './stage.js'

const far = 50
const always = {
  complement: { complement: 20, coordination: 0, substitute: -20 },
  duplicate: { complement: -20, coordination: 0, substitute: -20 },
  substitute: { complement: -20, coordination: 0, substitute: 20 },
}

function play(
  way: keyof typeof always,
  parameters: Readonly<Record<string, number>> = {},
  ticksPerYear = 4,
) {
  const made = stage(
    { nestedAction: { ...always[way], scale: 0, ...parameters } },
    {
      issues: { lake: {}, hill: {} },
      actors: {
        north: { kind: 'state' },
        around: { kind: 'grouping', state: 'north', population: 400000 },
        town: { kind: 'city', state: 'north', grouping: 'around', population: 200000 },
        lone: { kind: 'city', state: 'north', population: 200000 },
      },
    },
    { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
  )
  const run = made.model.start({ seed: '1' })
  const own = made.columns.actors
  const { n } = made.world
  const of = (column: string, id: string, issue = 0) => own[column][issue * n + made.row(id)]
  const set = (column: string, id: string, values: readonly number[]) => {
    for (const [q, value] of values.entries()) own[column][q * n + made.row(id)] = value
  }
  return { ...made, run, own, of, set }
}

describe('a city and its grouping', () => {
  it('that complement each other leave each issue to the one with more interest', () => {
    const { run, of, set } = play('complement', { leaving: 0.5 })
    set('interest', 'town', [1, 0.2])
    set('interest', 'around', [0.4, 0.8])
    run.step()
    expect([of('motive', 'town', 0), of('motive', 'around', 0)]).toEqual([
      expect.closeTo(0.1),
      expect.closeTo(-0.1),
    ])
    // The town is half of the people.
    expect([of('motive', 'town', 1), of('motive', 'around', 1)]).toEqual([
      expect.closeTo(-0.1),
      expect.closeTo(0.05),
    ])
  })

  it('that complement each other share know-how, whatever the length of a tick', () => {
    for (const ticksPerYear of [1, 4]) {
      const { run, of, set } = play('complement', { sharing: 0.2 }, ticksPerYear)
      set('knowHow', 'around', [0.8])
      for (let k = 0; k < 5 * ticksPerYear; k++) run.step()
      expect(of('knowHow', 'town')).toBeCloseTo(0.8 * (1 - Math.exp(-1)), 10)
      expect(of('knowHow', 'around')).toBe(0.8)
      expect(of('knowHow', 'lone')).toBe(0)
    }
  })

  it('of which the grouping stands in hand over interest', () => {
    const { run, of, set } = play('substitute', { leaving: 0.6 })
    set('interest', 'town', [1, 0])
    run.step()
    expect(of('motive', 'town')).toBeCloseTo(-0.6)
    expect(of('motive', 'around')).toBeCloseTo(0.3)
  })

  it('that do the same by themselves lose means, by how far they attend to the same', () => {
    for (const ticksPerYear of [1, 4]) {
      const { run, of, set } = play('duplicate', { waste: 0.1 }, ticksPerYear)
      for (const id of ['town', 'around', 'lone']) {
        set('budget', id, [5])
        set('salience', id, [1, 1])
      }
      set('salience', 'around', [1, 0])
      for (let k = 0; k < ticksPerYear; k++) run.step()
      expect(of('budget', 'town')).toBeCloseTo(5 - 0.05, 10)
      expect(of('budget', 'around')).toBeCloseTo(5 - 0.025, 10)
      expect(of('duplicated', 'town')).toBeCloseTo(0.075, 10)
      expect(of('budget', 'lone')).toBe(5)
    }
  })

  it('never lose more than they have, and know no division where there is no grouping', () => {
    const { run, of, set } = play('duplicate', { waste: 1 })
    for (const id of ['town', 'around']) set('salience', id, [1, 1])
    run.finish()
    expect([of('budget', 'town'), of('budget', 'around')]).toEqual([0, 0])
    expect(divisions[of('division', 'lone')]).toBe('none')
    expect(divisions[of('division', 'town')]).toBe('duplicate')
  })

  it('choose by random utility: equal worth gives equal shares', () => {
    const towns = Array.from({ length: 300 }, (_, i) => [
      `t${i}`,
      { kind: 'city', state: 'north', grouping: 'around', population: 1 },
    ])
    const { model, world, columns } = stage(
      {
        nestedAction: {
          complement: 0,
          coordination: 0,
          substitute: 0,
          scale: 0,
          attachment: 0,
          rate: far,
        },
      },
      {
        actors: {
          north: { kind: 'state' },
          around: { kind: 'grouping', state: 'north', population: 1e6 },
          ...Object.fromEntries(towns),
        },
      },
    )
    model.run({ seed: '1', ticks: 8 })
    for (const way of divisions.slice(1)) {
      const share =
        [...world.units].filter((i) => columns.actors.division[i] === divisions.indexOf(way))
          .length / 300
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.09)
    }
  })
})
