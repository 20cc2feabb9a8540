import { describe, expect, it } from 'vitest'
import { mandates, status } from '../../src/world/index.js'
import { stage } from './stage.js'

const cities = Array.from({ length: 300 }, (_, i) => [`c${i}`, { kind: 'city', state: 'north' }])
const actors = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  a: { kind: 'city', state: 'north' },
  b: { kind: 'city', state: 'south' },
}
const many = { north: { kind: 'state' }, ...Object.fromEntries(cities) }

function setting(
  parameters: Readonly<Record<string, number>>,
  ticksPerYear = 4,
  table: object = actors,
) {
  const made = stage(
    { legitimacy: { leadership: 0, ...parameters } },
    {
      actors: table as typeof actors,
      instruments: { show: { binding: 'no', level: 'unit', visibility: 1 } },
    },
    { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
  )
  const run = made.model.start({ seed: '1' })
  return { ...made, run, own: made.columns.actors }
}

describe('support', () => {
  it('drifts to one half and falls with spending that nobody sees, whatever the length of a tick', () => {
    for (const ticksPerYear of [1, 4]) {
      const { run, own, row } = setting({ drift: 0.2, annoyance: 0.4 }, ticksPerYear)
      own.support[row('a')] = 1
      for (let k = 0; k < 3 * ticksPerYear; k++) run.step()
      // Means of 1, none seen: half of 0.4 turns away.
      const end = 0.1 / 0.4
      expect(own.support[row('a')]).toBeCloseTo(end + (1 - end) * Math.exp(-0.4 * 3), 10)
    }
  })

  it('rises with ties that residents see', () => {
    const { run, own, row, world } = setting({
      usualSeen: 1,
      benefit: 0,
      annoyance: 0,
      drift: 0.1,
      approval: 0.4,
    })
    const at = world.agreements.propose({
      instrument: 0,
      issue: 0,
      day: 0,
      parties: [row('a'), row('b')],
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    world.agreements.conclude(at, 0)
    world.agreements.columns.status[at] = status.inForce
    run.finish()
    const end = (0.2 + 0.05) / 0.3
    expect(own.support[row('a')]).toBeCloseTo(end + (0.5 - end) * Math.exp(-3), 10)
    expect(own.participation[row('a')]).toBe(1)
  })
})

describe('an election', () => {
  function elected(support: number) {
    const made = stage(
      {
        exogenousEvents: {},
        legitimacy: {
          leadership: 0.5,
          drift: 0,
          annoyance: 0,
          inertia: 2,
          verdict: 3,
          change: 0.5,
        },
      },
      { actors: many as typeof actors, instruments: { show: { binding: 'no', level: 'unit' } } },
      {
        events: [
          {
            date: '1971-03-01',
            title: 'councils are elected',
            set: { actors: { north: { election: 'yes' } } },
            source: 'invented',
            grade: 'assumed',
          },
        ],
      },
    )
    const run = made.model.start({ seed: '1' })
    made.columns.actors.support.fill(support)
    run.finish()
    const own = made.columns.actors
    const share = (how: 'kept' | 'raised' | 'cut') =>
      [...made.world.units].filter((i) => own.mandate[i] === mandates.indexOf(how)).length / 300
    return { ...made, share, own }
  }

  it('changes nothing before its day', () => {
    const { run, own, world } = setting({ drift: 0, annoyance: 0 }, 4, many)
    own.support.fill(0.2)
    const before = own.endowment.slice()
    run.finish()
    expect(world.events.rows).toEqual([])
    expect(own.endowment).toEqual(before)
  })

  it('cuts where support is low and raises where it is high, as the logistic rule says', () => {
    for (const support of [0, 0.5, 1]) {
      const { share, own, world } = elected(support)
      const chance = (x: number) => 1 / (1 + Math.exp(-x))
      const push = 3 * (2 * support - 1)
      expect(Math.abs(share('cut') - chance(-2 - push))).toBeLessThan(0.07)
      expect(Math.abs(share('raised') - chance(-2 + push))).toBeLessThan(0.07)
      for (const i of world.units) expect([0.5, 1, 2]).toContain(own.endowment[i])
    }
  })

  it('shares out the portfolio anew, which makes for eagerness', () => {
    const { own, world } = elected(0.5)
    const leading = [...world.units].filter((i) => own.leads[i] === 1)
    expect(leading.length).toBeGreaterThan(110)
    expect(leading.length).toBeLessThan(190)
    for (const i of world.units) expect(own.eagerness[i]).toBe(own.leads[i])
  })
})

describe('a squeeze', () => {
  it('takes means at its rate where nobody supports them, and none where all do', () => {
    const { run, own, row } = setting({ drift: 0, annoyance: 0, approval: 0 }, 2, {
      ...actors,
      b: { kind: 'city', state: 'north' },
    })
    own.support[row('a')] = 0
    own.support[row('b')] = 1
    own.squeeze[row('north')] = 0.2
    for (let k = 0; k < 4; k++) run.step()
    expect(own.endowment[row('a')]).toBeCloseTo(Math.exp(-0.4), 12)
    expect(own.endowment[row('b')]).toBe(1)
  })
})
