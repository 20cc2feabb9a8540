import { describe, expect, it } from 'vitest'
import { logisticFit } from '../../src/measures/logisticFit.js'
import { status } from '../../src/world/index.js'
import { stage } from '../mechanisms/stage.js'

function observed(ties: readonly (readonly [string, string])[], measures: readonly string[]) {
  const { model, world, row } = stage(
    { reconciliation: {}, emulation: {} },
    {
      actors: {
        north: { kind: 'state' },
        south: { kind: 'state' },
        n0: { kind: 'city', state: 'north', latitude: 1, longitude: 0, population: 1000 },
        n1: { kind: 'city', state: 'north', latitude: 3, longitude: 0, population: 4000 },
        s0: { kind: 'city', state: 'south', latitude: 0, longitude: 0, population: 2000 },
        s1: { kind: 'city', state: 'south', latitude: 0, longitude: 9, population: 500, active: 0 },
      },
      relations: { pair: { first: 'north', second: 'south', hostility: 0.4 } },
    },
    {
      measures,
      groups: { few: { title: 'Few', members: ['n0', 's0', 's1'] } },
      time: { start: '1970-01-01', end: '1970-12-31', ticksPerYear: 1 },
    },
  )
  const run = model.start({ seed: '1' })
  for (const [a, b] of ties) {
    const at = world.agreements.propose({
      instrument: 0,
      issue: 0,
      day: 0,
      parties: [row(a), row(b)],
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    world.agreements.columns.status[at] = status.inForce
  }
  const { recordings } = run.finish()
  return (name: string) => Array.from(recordings.get(name)?.values ?? [])
}

const degree = 111.195

describe('measures of pairs', () => {
  const ties = [
    ['n0', 's0'],
    ['s0', 'n1'],
    ['n1', 's0'],
    ['n0', 'n1'],
  ] as const

  it('count each pair of units of different states once', () => {
    expect(observed(ties, ['pairs'])('pairs')).toEqual([2])
    expect(observed([], ['pairs'])('pairs')).toEqual([0])
  })

  it('tell their distance and size', () => {
    const of = observed(ties, ['pairDistance', 'pairSize'])
    const [lower, median, upper, mean] = of('pairDistance')
    expect(lower).toBeCloseTo(1.5 * degree, 0)
    expect([median, mean]).toEqual([expect.closeTo(2 * degree, 0), expect.closeTo(2 * degree, 0)])
    expect(upper).toBeCloseTo(2.5 * degree, 0)
    expect(of('pairSize')).toEqual([2, 2000])
    expect(observed([], ['pairSize'])('pairSize')).toEqual([NaN, NaN])
  })

  it('tell hostility and the share of active units that have a tie', () => {
    const of = observed([['n0', 's0']], ['hostility', 'withTie', 'groupWithTie'])
    expect(of('hostility')[0]).toBeLessThan(0.4)
    expect(of('withTie')).toEqual([0.5, 1])
    expect(of('groupWithTie')).toEqual([1])
  })
})

describe('a logistic regression', () => {
  const regression = (terms: readonly number[], outcome: readonly number[]) =>
    logisticFit(Float64Array.from(terms), Uint8Array.from(outcome))

  it('finds the odds of a table of two by two', () => {
    // 30 of 100 against 60 of 100.
    const terms: number[] = []
    const outcome: number[] = []
    for (let k = 0; k < 200; k++) {
      terms.push(1, k < 100 ? 0 : 1)
      outcome.push(k % 100 < (k < 100 ? 30 : 60) ? 1 : 0)
    }
    const fitted = regression(terms, outcome)
    expect(fitted?.[0]).toBeCloseTo(Math.log(0.3 / 0.7), 10)
    expect(fitted?.[1]).toBeCloseTo(Math.log(0.6 / 0.4) - Math.log(0.3 / 0.7), 10)
  })

  it('gives nothing where outcomes are told apart wholly, or terms say the same', () => {
    expect(regression([1, 0, 1, 1, 1, 2, 1, 3], [0, 0, 1, 1])).toBeUndefined()
    expect(regression([1, 1, 1, 1, 1, 1], [0, 1, 1])).toBeUndefined()
  })
})
