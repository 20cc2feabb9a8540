import { describe, expect, it } from 'vitest'
import { firstDifference } from '../../src/archive/index.js'
import { Model } from '../../src/engine/index.js'
import { fixtureModel, fixturePlan } from './fixture.js'

const seed = { seed: 's' }

describe('firstDifference', () => {
  it('finds nothing between a model and itself', () => {
    expect(firstDifference(fixtureModel(), fixtureModel(), seed, seed)).toBeUndefined()
  })

  it('names tick, mechanism, column and row', () => {
    expect(firstDifference(fixtureModel(), fixtureModel(0.6), seed, seed)).toMatchObject({
      tick: 0,
      mechanism: 'wandering',
      onlyInOne: [],
      column: 'actors.salience',
      subject: 'NA, acid rain',
    })
  })

  it('points at a mechanism that only one of them has', () => {
    const plan = fixturePlan()
    const without = new Model({ ...plan, mechanisms: plan.mechanisms.slice(0, 1) })
    const found = firstDifference(fixtureModel(), without, seed, seed)
    expect(found).toMatchObject({
      mechanism: 'wandering',
      onlyInOne: ['signing'],
      column: 'agreements',
      b: 0,
    })
    expect(found?.tick).toBeGreaterThan(0)
  })

  it('sees a difference before the first tick', () => {
    const other = fixtureModel()
    const plan = fixturePlan()
    const [actors, ...rest] = plan.world.tables
    const given = new Map([...actors.given, ['salience', new Float64Array(12).fill(0.25)]])
    const model = new Model({
      ...plan,
      world: { ...plan.world, tables: [{ ...actors, given }, ...rest] },
    })
    expect(firstDifference(model, other, seed, seed)).toMatchObject({
      tick: -1,
      mechanism: '',
      column: 'actors.salience',
      a: 0.25,
      b: 0,
    })
  })
})
