import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Timeline } from '../../src/calendar/index.js'
import { defineMechanism } from '../../src/contract/index.js'
import { instance, Model, planWorld } from '../../src/engine/index.js'
import {
  Geography,
  gravities,
  gravity,
  Ledger,
  logPopulations,
  real,
  status,
} from '../../src/world/index.js'

const mood = real({ meaning: 'mood', unit: '1', initial: 2 })
const timeline = new Timeline(0, 365, 12)

describe('what is prepared', () => {
  const calls: string[] = []
  const mechanism = defineMechanism({
    name: 'mine',
    summary: 's',
    source: 's',
    parameters: {},
    writes: { actors: { mood, luck: real({ meaning: 'luck', unit: '1' }) } },
    ties: { near: { shape: 'list', meaning: 'near', unit: '1', capacity: 2, columns: ['weight'] } },
    prepare({ n, actors, ties }) {
      calls.push('prepare')
      for (let i = 0; i < n; i++) actors.mood[i] = i
      ties.near.target[1] = 2
      ties.near.columns.weight[1] = 0.5
    },
    setup() {
      calls.push('setup')
    },
    step({ actors, ties }) {
      actors.mood.fill(-1)
      actors.luck.fill(7)
      ties.near.target.fill(0)
      ties.near.degree.fill(1)
      ties.near.columns.weight.fill(3)
    },
  })

  it('is worked out once, and is how every run begins', () => {
    const mechanisms = [instance(mechanism)]
    const world = planWorld({ actors: { rows: 3 } }, mechanisms)
    const model = new Model({ timeline, world, mechanisms, measures: [] })
    expect(model.world.actors.ids).toEqual(['0', '1', '2'])
    for (const seed of ['1', '2']) {
      const simulation = model.start({ seed })
      const actors = model.world.tables.get('actors')
      const { near } = model.world.ties
      expect(actors?.arrays.get('mood')).toEqual(Float64Array.of(0, 1, 2))
      expect(actors?.arrays.get('luck')).toEqual(new Float64Array(3))
      expect(near).toEqual({
        capacity: 2,
        degree: new Int32Array(3),
        target: Int32Array.of(-1, 2, -1, -1, -1, -1),
        columns: { weight: Float64Array.of(0, 0.5, 0, 0, 0, 0) },
      })
      simulation.finish()
    }
    expect(calls).toEqual(['prepare', 'setup', 'setup'])
  })
})

describe('planWorld', () => {
  const mechanisms = [
    instance(
      defineMechanism({
        name: 'mine',
        summary: 's',
        source: 's',
        parameters: {},
        writes: { actors: { mood: { ...mood, per: 'issues' } } },
        step() {},
      }),
    ),
  ]

  it('lays out tables from what is declared and given', () => {
    const sketch = {
      actors: { rows: ['a', 'b'], columns: { mood: [1, 2, 3, 4] } },
      issues: { rows: ['x', 'y'] },
    }
    const model = new Model({
      timeline,
      world: planWorld(sketch, mechanisms),
      mechanisms,
      measures: [],
    })
    expect(model.world.units).toEqual(Int32Array.of(0, 1))
    expect(model.world.issues.ids).toEqual(['x', 'y'])
    expect(model.world.tables.get('actors')?.arrays.get('mood')).toEqual(
      Float64Array.of(1, 2, 3, 4),
    )
  })

  it('refuses what does not fit', () => {
    const plan = (columns: { [name: string]: number[] }) => () =>
      planWorld({ actors: { rows: 2, columns } }, mechanisms)
    expect(plan({ mod: [1, 2] })).toThrow('declares a column actors.mod')
    expect(plan({ mood: [1] })).toThrow('needs 0 values, not 1')
    expect(() => instance(mechanisms[0].mechanism, { rate: 1 })).toThrow('no parameter "rate"')
  })
})

describe('finding the agreements of a pair', () => {
  it('is what a look at every row finds', () => {
    const act = fc.record({
      a: fc.nat(5),
      b: fc.nat(5),
      instrument: fc.nat(1),
      status: fc.nat(7),
      clear: fc.nat(40).map((x) => x === 0),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        let ledger = new Ledger(1)
        let rows: (typeof acts)[number][] = []
        for (const one of acts) {
          const row = ledger.propose({
            instrument: one.instrument,
            issue: 0,
            day: 0,
            parties: [one.a, one.b],
            commitment: 0,
            effect: 0,
            appeal: 0,
          })
          ledger.columns.status[row] = one.status
          rows.push(one)
          if (one.clear) {
            ledger.clear()
            rows = []
          }
          if (one.instrument === 1) ledger = ledger.copy()
          const live = [status.proposed, status.consented, status.underReview, status.inForce]
          const wanted = rows.some(
            (r) =>
              r.instrument === 0 &&
              live.includes(r.status) &&
              ((r.a === 1 && r.b === one.b) || (r.a === one.b && r.b === 1)),
          )
          expect(ledger.holds(0, 0, 1, one.b)).toBe(wanted)
        }
      }),
    )
  })
})

describe('gravities', () => {
  it.each([5, 600])('gives what gravity gives, in a world of %i', (n) => {
    const latitude = Float64Array.from({ length: n }, (_, i) => ((i * 37) % 160) - 80)
    const longitude = Float64Array.from({ length: n }, (_, i) => ((i * 101) % 340) - 170)
    const population = Float64Array.from({ length: n }, (_, i) => i * 1000)
    const geography = new Geography(latitude, longitude)
    const weights = { distance: -1, size: 0.3, disparity: -0.7 }
    const rows = Int32Array.from({ length: n }, (_, i) => i)
    const logs = new Float64Array(n)
    logPopulations(population, rows, logs)
    const out = new Float64Array(n)
    for (let round = 0; round < 2; round++) {
      gravities(weights, geography, logs, 3, rows, n, out)
      for (let j = 0; j < n; j++) {
        const wanted = gravity(weights, geography.distance(3, j), population[3], population[j])
        expect(out[j]).toBe(wanted)
      }
    }
  })
})
