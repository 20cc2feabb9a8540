import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../../src/world/index.js'
import { moods, visitCount, visits, wander, watch } from './theories.js'
import { tinyModel } from './tiny.js'

const make = () => tinyModel({ mechanisms: [wander, visits, watch], measures: [moods, visitCount] })
const recordedBy = (run: ReturnType<ReturnType<typeof make>['run']>) =>
  [...run.recordings.values()].map(({ values }) => [...values])

describe('a run', () => {
  it('is the same for the same seed, in a fresh model or a used one', () => {
    const model = make()
    const first = digest(model.run({ seed: 'x' }).world)
    model.run({ seed: 'other' })
    expect(digest(model.run({ seed: 'x' }).world)).toBe(first)
    expect(digest(make().run({ seed: 'x' }).world)).toBe(first)
  })

  it('differs with seed, replicate and future', () => {
    const model = make()
    const digests = [
      { seed: '1' },
      { seed: '11' },
      { seed: '1', replicate: 1 },
      { seed: '1', future: 1 },
    ].map((options) => digest(model.run(options).world))
    expect(new Set(digests).size).toBe(4)
  })

  it('leaves the world of the plan as it was: reset is the first day', () => {
    const model = make()
    const before = digest(model.world)
    model.run({ seed: '1' })
    expect(digest(model.world)).not.toBe(before)
    model.world.reset()
    expect(digest(model.world)).toBe(before)
  })
})

describe('a snapshot', () => {
  it('brings the world back, whatever happened since', () => {
    const model = make()
    const run = model.start({ seed: '1' })
    for (let k = 0; k < 3; k++) run.step()
    const snapshot = model.world.snapshot()
    const before = digest(model.world)
    for (let k = 0; k < 3; k++) run.step()
    expect(digest(model.world)).not.toBe(before)
    model.world.restore(snapshot)
    expect(digest(model.world)).toBe(before)
    // A snapshot can be used again: restoring copies it.
    model.world.actors.state[0] = 1
    model.world.agreements.columns.status[0] = 6
    model.world.restore(snapshot)
    expect(digest(model.world)).toBe(before)
  })
})

describe('a branch', () => {
  it('goes on as the straight run does, at whatever tick it left', () => {
    const straight = make().run({ seed: 's' })
    const whole = digest(straight.world)
    const recorded = recordedBy(straight)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), (tick) => {
        const run = make().start({ seed: 's' })
        for (let k = 0; k < tick; k++) run.step()
        const branch = run.branch()
        const rest = make().resume(branch, { seed: 's' }).finish()
        expect(digest(rest.world)).toBe(whole)
        expect(recordedBy(rest)).toEqual(recorded)
      }),
      { examples: [[0], [4], [8]] },
    )
  })

  it('shares the past, and only the past, with another future', () => {
    const run = make().start({ seed: 's' })
    for (let k = 0; k < 4; k++) run.step()
    const branch = run.branch()
    const same = make().resume(branch, { seed: 's' }).finish()
    const [own] = recordedBy(same)
    const ownDigest = digest(same.world)
    const other = make().resume(branch, { seed: 's', future: 1 }).finish()
    const [others] = recordedBy(other)
    expect(others.slice(0, 16)).toEqual(own.slice(0, 16))
    for (let tick = 4; tick < 8; tick++) {
      expect(others.slice(tick * 4, tick * 4 + 4)).not.toEqual(own.slice(tick * 4, tick * 4 + 4))
    }
    expect(digest(other.world)).not.toBe(ownDigest)
  })

  it('can be taken up in a longer run', () => {
    const short = make().start({ seed: 's', ticks: 3 })
    short.finish()
    const branch = short.branch()
    const rest = make().resume(branch, { seed: 's' }).finish()
    expect(digest(rest.world)).toBe(digest(make().run({ seed: 's' }).world))
  })
})
