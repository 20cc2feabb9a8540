import { describe, expect, it } from 'vitest'
import { seriesOf } from '../../src/engine/index.js'
import { status } from '../../src/world/index.js'
import { stage } from '../mechanisms/stage.js'

const actors = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  around: { kind: 'grouping', state: 'north', endowment: 4 },
  a: { kind: 'city', state: 'north', grouping: 'around', endowment: 0.5 },
  b: { kind: 'city', state: 'north', grouping: 'around', endowment: 1 },
  c: { kind: 'city', state: 'south', development: 'south' },
  club: { kind: 'network' },
  union: { kind: 'network' },
}

function observed() {
  const made = stage(
    {
      budgets: { allowance: 100000 },
      staffing: { rate: 0 },
      nestedAction: { rate: 0 },
      activities: { rate: 0 },
      networkMembership: { rate: 0 },
      fundingCalls: {},
    },
    {
      issues: { lake: {}, hill: {} },
      actors,
      instruments: {
        pact: { binding: 'no', level: 'unit' },
        deed: { binding: 'no', level: 'unit' },
      },
      activities: { fair: { issue: 'hill' } },
      networks: {
        club: { actor: 'club', founded: '1960-01-01', state: 'north' },
        union: { actor: 'union', founded: '1960-01-01' },
      },
      bands: {
        poor: { of: 'budget', to: 100000 },
        rich: { of: 'budget', from: 100000 },
      },
    },
    {
      measures: undefined as never,
      groups: {
        all: { title: 'All of the north', members: ['around', 'a', 'b'] },
        cities: { title: 'Its cities', members: ['a', 'b'] },
      },
    },
  )
  const run = made.model.start({ seed: '1' })
  const { world, row, columns } = made
  const at = world.agreements.propose({
    instrument: 0,
    issue: 0,
    day: 0,
    parties: [row('a'), row('c')],
    commitment: 0,
    effect: 1,
    appeal: 0,
  })
  world.agreements.conclude(at, 0)
  world.agreements.columns.status[at] = status.inForce
  columns.actors.engaged[row('around')] = 1
  columns.actors.membership[row('b')] = 1
  columns.actors.membership[world.n + row('around')] = 1
  run.step()
  const { recordings } = run.end()
  return (measure: string, ...subject: string[]) => {
    const recording = recordings.get(measure)
    return recording && seriesOf(recording, subject)?.[0]
  }
}

describe('measures of groups', () => {
  const value = observed()

  it('count who uses an instrument, an activity, a field, a network', () => {
    expect(value('using', 'cities', 'pact')).toBe(0.5)
    expect(value('using', 'all', 'pact')).toBeCloseTo(1 / 3)
    expect(value('using', 'all', 'deed')).toBe(0)
    expect(value('activeIn', 'all', 'fair')).toBeCloseTo(1 / 3)
    expect(value('activeIn', 'cities', 'fair')).toBe(0)
    expect(value('inField', 'cities', 'lake')).toBe(0.5)
    expect(value('inField', 'all', 'hill')).toBeCloseTo(1 / 3)
    expect(value('networked', 'all', 'national')).toBeCloseTo(1 / 3)
    expect(value('networked', 'cities', 'international')).toBe(0)
    expect(value('membershipsOfGroups', 'all')).toBeCloseTo(2 / 3)
    expect(value('tiesOfGroups', 'cities')).toBe(0.5)
  })

  it('say who carries a field in a territory, and where partners are', () => {
    // The lake is carried by a city, the hill by the grouping.
    expect(value('carriedBy', 'city')).toBe(0.5)
    expect(value('carriedBy', 'grouping')).toBe(0.5)
    expect(value('carriedBy', 'both')).toBe(0)
    expect(value('partnersOfGroups', 'all', 'south')).toBe(1)
    expect(value('partnersOfGroups', 'all', 'north')).toBe(0)
  })

  it('tell means in euros, and in bands', () => {
    expect(value('externalBudget', 'around')).toBe(400000)
    expect(value('budgetOfGroups', 'cities')).toBe(75000)
    expect(value('inBand', 'cities', 'poor')).toBe(0.5)
    expect(value('inBand', 'all', 'rich')).toBeCloseTo(2 / 3)
    const staff = value('staffOfGroups', 'cities') ?? 0
    expect(staff).toBeGreaterThan(0)
    expect(value('divisionOfGroups', 'cities', 'none')).toBe(0)
  })
})
