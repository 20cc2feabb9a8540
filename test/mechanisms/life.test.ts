import { describe, expect, it } from 'vitest'
import { status } from '../../src/world/index.js'
import { stage } from './stage.js'

const actors = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  a: { kind: 'region', state: 'north' },
  b: { kind: 'region', state: 'south' },
}

describe('the life of an agreement', () => {
  function life(instrument: Readonly<Record<string, number>>, budget: number) {
    const { model, world, row, columns } = stage(
      { agreementLife: {} },
      { actors, instruments: { paper: { binding: 'no', level: 'unit', ...instrument } } },
    )
    const run = model.start({ seed: '1' })
    const pair = [row('a'), row('b')]
    for (const i of pair) columns.actors.budget[i] = budget
    const at = world.agreements.propose({
      instrument: 0,
      issue: 0,
      day: 0,
      parties: pair,
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    world.agreements.conclude(at, 0)
    world.agreements.columns.status[at] = status.inForce
    world.agreements.columns.inForceOn[at] = 0
    return { run, world, budgets: () => pair.map((i) => columns.actors.budget[i]) }
  }

  it('costs its expense once and its upkeep by the year', () => {
    const { run, budgets, world } = life({ expense: 0.5, upkeep: 0.2 }, 2)
    run.step()
    expect(budgets()[0]).toBeCloseTo(2 - 0.5 - 0.05, 12)
    for (let k = 0; k < 3; k++) run.step()
    expect(budgets()).toEqual([expect.closeTo(1.3, 12), expect.closeTo(1.3, 12)])
    expect(world.agreements.columns.status[0]).toBe(status.inForce)
  })

  it('ends when a party can no longer pay, and nobody falls below nothing', () => {
    const { run, budgets, world } = life({ upkeep: 1 }, 0.6)
    const seen: number[] = []
    for (let k = 0; k < 5; k++) {
      run.step()
      seen.push(world.agreements.columns.status[0])
    }
    const { inForce, terminated } = status
    expect(seen).toEqual([inForce, inForce, terminated, terminated, terminated])
    expect(budgets()).toEqual([0, 0])
    expect(world.events.rows.map(({ type }) => type)).toEqual(['terminated'])
    expect(world.agreements.columns.endsOn[0]).toBe(181)
  })

  it('costs its expense, and does not end before it began, on whatever day of the tick that was', () => {
    const { run, budgets, world } = life({ expense: 0.5, upkeep: 0 }, 2)
    world.agreements.columns.inForceOn[0] = 40
    run.step()
    expect(budgets()).toEqual([1.5, 1.5])
    run.step()
    expect(budgets()).toEqual([1.5, 1.5])
    const poor = life({ upkeep: 1 }, 0.1)
    poor.world.agreements.columns.inForceOn[0] = 40
    poor.run.step()
    expect(poor.world.agreements.columns.status[0]).toBe(status.terminated)
    expect(poor.world.agreements.columns.endsOn[0]).toBe(40)
  })

  it('ends with its term', () => {
    const { run, world } = life({ upkeep: 0 }, 1)
    world.agreements.columns.endsOn[0] = 365
    for (let k = 0; k < 4; k++) run.step()
    expect(world.agreements.columns.status[0]).toBe(status.inForce)
    run.step()
    expect(world.agreements.columns.status[0]).toBe(status.expired)
    expect(world.agreements.columns.endsOn[0]).toBe(365)
  })
})

describe('a court', () => {
  function ruled(upheld: string) {
    const { model, world, row, columns } = stage(
      { courts: { reach: 0.4 } },
      {
        actors,
        rulings: { case: { state: 'north', issue: 'lake', date: '1971-05-05', upheld } },
      },
    )
    const policies: number[] = []
    model.run({
      seed: '1',
      ticks: 8,
      afterTick: () => policies.push(columns.actors.policy[row('north')]),
    })
    return { policies, adopted: columns.actors.adoptedOn[row('north')], events: world.events.rows }
  }

  it('orders a part of the programme on its day, if the ruling stands', () => {
    const { policies, adopted, events } = ruled('yes')
    expect(policies).toEqual([0, 0, 0, 0, 0, 0.4, 0.4, 0.4])
    expect(adopted).toBe(489)
    expect(events).toMatchObject([{ type: 'policyOrdered', day: 489, tick: 5, value: 0.4 }])
  })

  it('orders nothing that falls on appeal', () => {
    expect(ruled('no').policies.every((share) => share === 0)).toBe(true)
    expect(ruled('no').events).toEqual([])
  })
})
