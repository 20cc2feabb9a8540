import { describe, expect, it } from 'vitest'
import { defineMeasure, defineMechanism } from '../../src/contract/index.js'
import { seriesOf } from '../../src/engine/index.js'
import { moods, visitCount, visits, wander, watch } from './theories.js'
import { tinyModel } from './tiny.js'

/** A mechanism that writes down when it is called. */
function witness(name: string, calls: string[]) {
  return defineMechanism({
    name,
    summary: 'Writes down when it is called.',
    source: 'Nobody 1999',
    parameters: {},
    prepare(_, { dt }) {
      calls.push(`${name} prepares dt ${dt}`)
    },
    setup(_, { tick }) {
      calls.push(`${name} sets up at ${tick}`)
    },
    step(_, { tick, day }) {
      calls.push(`${name} ${tick} ${day}`)
    },
  })
}

describe('the tick', () => {
  it('calls mechanisms in the order of the library, then the measures', () => {
    const calls: string[] = []
    const measure = defineMeasure({
      name: 'seen',
      title: 'Seen',
      meaning: 'calls',
      unit: '1',
      of: [],
      observe(_, out, at, { tick, day, dt }) {
        calls.push(`seen ${tick} ${day} ${dt}`)
        out[at] = tick
      },
    })
    const model = tinyModel({
      mechanisms: [witness('first', calls), witness('second', calls)],
      measures: [measure],
      // The order in which a scenario names them does not matter.
      document: { mechanisms: { second: {}, first: {} } },
    })
    model.run({ seed: '1', ticks: 2 })
    expect(calls).toEqual([
      'first prepares dt 0.25',
      'second prepares dt 0.25',
      'first sets up at 0',
      'second sets up at 0',
      'first 0 0',
      'second 0 0',
      'seen 0 0 0.25',
      'first 1 90',
      'second 1 90',
      'seen 1 90 0.25',
    ])
  })

  it('does not call what a scenario disables, and keeps its columns', () => {
    const model = tinyModel({
      mechanisms: [wander, watch],
      measures: [moods],
      document: { mechanisms: { wander: { enabled: false }, watch: {} } },
    })
    const { recordings, world } = model.run({ seed: '1' })
    expect(recordings.get('moods')?.values.every((x) => x === 0)).toBe(true)
    expect(world.tables.get('actors')?.arrays.has('mood')).toBe(true)
  })

  it('lets a pulse last one tick', () => {
    const rung: number[] = []
    tinyModel({ mechanisms: [watch] }).run({
      seed: '1',
      afterTick: (world) => rung.push(world.tables.get('actors')?.arrays.get('alarm')?.[0] ?? -1),
    })
    expect(rung).toEqual([0, 0, 1, 0, 0, 0, 0, 0])
  })

  it('names the mechanism and the tick in the log', () => {
    const { world } = tinyModel({ mechanisms: [visits, wander] }).run({ seed: '1' })
    expect(world.events.rows.length).toBeGreaterThan(5)
    for (const e of world.events.rows) expect(e.mechanism).toBe('visits')
    const ticks = world.events.rows.map((e) => e.tick)
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
  })

  it('shows onlookers each step and each tick', () => {
    const seen: string[] = []
    tinyModel({ mechanisms: [wander, watch] }).run({
      seed: '1',
      ticks: 2,
      afterStep: (_, mechanism, tick) => seen.push(`${mechanism} ${tick}`),
      afterTick: (_, tick) => seen.push(`tick ${tick}`),
    })
    expect(seen).toEqual(['wander 0', 'watch 0', 'tick 0', 'wander 1', 'watch 1', 'tick 1'])
  })
})

describe('the recorder', () => {
  it('keeps one row a tick, in order of subjects', () => {
    const run = tinyModel({ mechanisms: [wander], measures: [moods, visitCount] }).run({
      seed: '1',
      afterTick: (world, tick) => {
        if (tick === 3) third.push(...(world.tables.get('actors')?.arrays.get('mood') ?? []))
      },
    })
    const recording = run.recordings.get('moods')
    if (!recording) throw new Error('moods were not recorded')
    expect(recording.subjects).toEqual([['alba', 'brig', 'cove', 'dune']])
    expect(recording.width).toBe(4)
    expect(recording.values.length).toBe(4 * run.ticks)
    expect([...recording.values.subarray(12, 16)]).toEqual(third.slice(2))
    const cove = seriesOf(recording, ['cove'])
    expect(cove?.length).toBe(run.ticks)
    expect(cove?.[3]).toBe(recording.values[3 * 4 + 2])
    expect(seriesOf(recording, ['nowhere'])).toBeUndefined()
    const scalar = run.recordings.get('visitCount')
    expect(scalar?.width).toBe(1)
    expect(scalar && seriesOf(scalar, [])?.length).toBe(run.ticks)
  })
  const third: number[] = []
})
