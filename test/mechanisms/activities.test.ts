import { describe, expect, it } from 'vitest'
import { stage } from './stage.js'

const cities = Array.from({ length: 200 }, (_, i) => [`c${i}`, { kind: 'city', state: 'north' }])
const actors = {
  north: { kind: 'state' },
  ...Object.fromEntries(cities),
}

function play(
  activity: Readonly<Record<string, number>>,
  parameters: Readonly<Record<string, number>> = {},
  { ticksPerYear = 4, attention = 1, budget = 10, years = 10 } = {},
) {
  const made = stage(
    { activities: { size: 0, ...parameters } },
    { actors, activities: { fair: activity } },
    { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
  )
  const { model, world, columns } = made
  const run = model.start({ seed: '1' })
  columns.actors.salience.fill(attention)
  columns.actors.budget.fill(budget)
  for (let k = 0; k < years * ticksPerYear; k++) run.step()
  const share = () => {
    let count = 0
    for (const i of world.units) count += columns.actors.engaged[i]
    return count / world.units.length
  }
  return { ...made, run, share }
}

describe('activities', () => {
  it('are carried on by the share that random utility says, whatever the length of a tick', () => {
    const alone = { peers: 0, attachment: 0, knowHow: 0, rate: 2 }
    for (const ticksPerYear of [1, 4, 12]) {
      expect(play({ appeal: 0 }, alone, { ticksPerYear }).share()).toBeCloseTo(0.5, 0)
      expect(Math.abs(play({ appeal: 1 }, alone, { ticksPerYear }).share() - 0.731)).toBeLessThan(
        0.1,
      )
    }
  })

  it('are taken up at a rate that halving the tick leaves alone', () => {
    const after = (ticksPerYear: number) =>
      play({ appeal: 20 }, { rate: 0.5 }, { ticksPerYear, years: 1 }).share()
    for (const ticksPerYear of [1, 2, 4])
      expect(Math.abs(after(ticksPerYear) - (1 - Math.exp(-0.5)))).toBeLessThan(0.1)
  })

  it('are nothing for those who attend to nothing abroad', () => {
    expect(play({ appeal: 20 }, {}, { attention: 0 }).share()).toBe(0)
  })

  it('are not thought of by those who only answer', () => {
    const { model, columns } = stage(
      { activities: {} },
      {
        actors: { home: { kind: 'state' }, c: { kind: 'city', state: 'home', passive: 1 } },
        activities: { fair: { appeal: 20 } },
      },
    )
    const run = model.start({ seed: '1' })
    columns.actors.salience.fill(1)
    columns.actors.budget.fill(10)
    run.finish()
    expect(Array.from(columns.actors.engaged)).toEqual([0, 0])
  })

  it('cost means, and are given up with the last of them', () => {
    const { columns, world, share } = play(
      { appeal: 20, expense: 0.4 },
      { rate: 50 },
      { budget: 1 },
    )
    expect(share()).toBe(0)
    for (const i of world.units) {
      expect(columns.actors.budget[i]).toBeGreaterThanOrEqual(0)
      expect(columns.actors.budget[i]).toBeLessThanOrEqual(0.1)
    }
    expect(world.events.rows.some(({ reason }) => reason.includes('no means'))).toBe(true)
  })

  it('spread among peers, fall with know-how that is lacking, and answer distress', () => {
    const share = (activity: Record<string, number>, parameters = {}) =>
      play({ appeal: -1, ...activity }, { attachment: 0, rate: 1, ...parameters }).share()
    const base = share({}, { peers: 0 })
    expect(share({}, { peers: 4 })).toBeGreaterThan(base)
    expect(share({ complexity: 1 }, { peers: 0 })).toBeLessThan(base)
    const relief = (distress: number) => {
      const made = stage(
        { activities: { size: 0, attachment: 0, peers: 0 } },
        { actors, activities: { aid: { appeal: -2, relief: 4 } } },
      )
      const run = made.model.start({ seed: '1' })
      made.columns.actors.salience.fill(1)
      made.columns.actors.budget.fill(1)
      made.columns.actors.distress[made.row('north')] = distress
      run.finish()
      return made.world.units.reduce((sum, i) => sum + made.columns.actors.engaged[i], 0)
    }
    expect(relief(1)).toBeGreaterThan(2 * relief(0))
  })
})
