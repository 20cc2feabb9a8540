import { describe, expect, it } from 'vitest'
import { defineMechanism } from '../../src/contract/index.js'
import exogenousEvents from '../../src/mechanisms/exogenousEvents.js'
import { code, real } from '../../src/world/index.js'
import { tinyModel } from '../engine/tiny.js'

const size = real({ meaning: 'size', unit: '1', range: [0, 100], input: 'optional' })
const bell = code({ meaning: 'bell', unit: '1', range: [0, 1], pulse: true, input: 'optional' })

const reader = defineMechanism({
  name: 'reader',
  summary: 'Reads.',
  source: 'Nobody 1999',
  parameters: {},
  reads: { actors: { size }, issues: { bell } },
  step() {},
})

const changes = [
  // Out of order, two on one day, one before the run and one after it.
  { date: '1970-11-15', table: 'actors', id: 'alba', column: 'size', value: 4 },
  { date: '1970-04-01', table: 'actors', id: 'alba', column: 'size', value: 2 },
  { date: '1970-11-15', table: 'actors', id: 'alba', column: 'size', value: 5 },
  { date: '1970-03-31', table: 'actors', id: 'alba', column: 'size', value: 1 },
  { date: '1970-07-01', table: 'issues', id: 'harbour', column: 'bell', value: 1 },
]

describe('the agenda', () => {
  it('takes effect in the tick of its day, in order of days, and in file order within a day', () => {
    const model = tinyModel({ mechanisms: [exogenousEvents, reader], document: { changes } })
    const { agenda } = model.world
    expect([...agenda.day]).toEqual([...agenda.day].sort((a, b) => a - b))
    const alba = model.world.actors.ids.indexOf('alba')
    const sizes: (number | undefined)[] = []
    const bells: (number | undefined)[] = []
    model.run({
      seed: '1',
      afterTick: ({ tables }) => {
        sizes.push(tables.get('actors')?.arrays.get('size')?.[alba])
        bells.push(tables.get('issues')?.arrays.get('bell')?.[0])
      },
    })
    expect(sizes).toEqual([1, 2, 2, 5, 5, 5, 5, 5])
    expect(bells).toEqual([0, 0, 1, 0, 0, 0, 0, 0])
  })

  it('is not used up: the next run meets it again', () => {
    const model = tinyModel({ mechanisms: [exogenousEvents, reader], document: { changes } })
    const alba = model.world.actors.ids.indexOf('alba')
    const last = () =>
      model.run({ seed: '1', ticks: 2 }).world.tables.get('actors')?.arrays.get('size')?.[alba]
    expect([last(), last()]).toEqual([2, 2])
  })

  it('announces named events once, on their day', () => {
    const events = [
      {
        date: '1970-08-15',
        title: 'A storm',
        set: { issues: { harbour: { bell: 1 } } },
        source: 'the log',
        grade: 'found' as const,
      },
    ]
    const model = tinyModel({ mechanisms: [exogenousEvents, reader], document: { events } })
    const { world } = model.run({ seed: '1' })
    expect(world.events.rows).toMatchObject([
      { type: 'exogenous', day: 226, tick: 2, mechanism: 'exogenousEvents', reason: 'A storm' },
    ])
  })
})
