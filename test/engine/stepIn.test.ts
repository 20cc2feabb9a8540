import { describe, expect, it } from 'vitest'
import { defineMechanism } from '../../src/contract/index.js'
import { digest } from '../../src/world/index.js'
import { mood, moods, visitCount, visits, wander } from './theories.js'
import { tinyModel } from './tiny.js'

/** `wander`, given its world once. */
const wanderIn = defineMechanism({
  name: 'wander',
  summary: 'Moods wander.',
  source: 'Nobody 1999',
  parameters: {},
  writes: { actors: { mood } },
  setup({ n, actors }, { draws }) {
    for (let i = 0; i < n; i++) actors.mood[i] = draws.at(i, 0) - 0.5
  },
  stepIn(world) {
    return ({ draws, dt }) => {
      const { n, actors } = world
      const u = draws.block(2)
      for (let i = 0; i < n; i++) actors.mood[i] += (u[2 * i] - u[2 * i + 1]) * dt
    }
  },
})

const modelOf = (first: typeof wander) =>
  tinyModel({ mechanisms: [first, visits], measures: [moods, visitCount] })

describe('a mechanism that is given its world once', () => {
  const plain = digest(modelOf(wander).run({ seed: 's' }).world)

  it('does what the same step does that is given it in every tick', () => {
    expect(digest(modelOf(wanderIn).run({ seed: 's' }).world)).toBe(plain)
  })

  it('keeps the columns of its own world: in later runs, and when models run in turn', () => {
    const model = modelOf(wanderIn)
    const other = modelOf(wanderIn)
    model.run({ seed: 'x' })
    const run = model.start({ seed: 's' })
    const beside = other.start({ seed: 'y' })
    while (run.tick < run.ticks) {
      run.step()
      beside.step()
    }
    expect(digest(run.end().world)).toBe(plain)
    expect(digest(other.world)).toBe(digest(modelOf(wander).run({ seed: 'y' }).world))
  })

  it('goes on from a branch', () => {
    const run = modelOf(wanderIn).start({ seed: 's' })
    for (let k = 0; k < 3; k++) run.step()
    const rest = modelOf(wanderIn).resume(run.branch(), { seed: 's' }).finish()
    expect(digest(rest.world)).toBe(plain)
  })

  it('says so when it returns no step', () => {
    const forgetful = { ...wanderIn, stepIn: () => undefined } as never
    expect(() => modelOf(forgetful)).toThrow('Mechanism "wander": "stepIn" does not return a step.')
  })
})
