import { describe, expect, it } from 'vitest'
import { seriesOf } from '../../src/engine/index.js'
import type { ScenarioDocument } from '../../src/scenario/index.js'
import { status } from '../../src/world/index.js'
import { stage } from '../mechanisms/stage.js'

const measures = ['reach', 'stance', 'roles', 'eras']
const unit = (state: string) => ({ kind: 'city', state })
const none: ScenarioDocument['mechanisms'] = { exogenousEvents: {} }
const dyads: ScenarioDocument['mechanisms'] = {
  initiative: { rate: 0 },
  networks: {},
  diffusion: { enabled: false },
}

const tables: ScenarioDocument['tables'] = {
  actors: {
    FR: { kind: 'state' },
    DE: { kind: 'state' },
    ES: { kind: 'state' },
    JP: { kind: 'state' },
    lyon: unit('FR'),
    strasbourg: unit('FR'),
    kehl: unit('DE'),
    bilbao: unit('ES'),
    kyoto: unit('JP'),
    council: { kind: 'network', host: 'strasbourg' },
    asleep: { kind: 'network', host: 'kehl', active: 'no' },
  },
  borders: { bridge: { first: 'strasbourg', second: 'kehl' } },
  instruments: {
    twinning: { binding: 'no', level: 'unit', era: 'peaceBuilding' },
    project: { binding: 'no', level: 'unit', era: 'coDevelopment' },
    other: { binding: 'no', level: 'unit' },
  },
  memberships: {
    a: { network: 'council', member: 'lyon' },
    b: { network: 'asleep', member: 'kehl' },
  },
}

/** One tick of a world with agreements in force between pairs, and what each measure says of it. */
function observed(
  mechanisms: ScenarioDocument['mechanisms'],
  given: ScenarioDocument['tables'],
  pairs: readonly (readonly [a: string, b: string, instrument: string])[],
  change: (made: ReturnType<typeof stage>) => void = () => {},
) {
  const made = stage(mechanisms, given, { measures })
  const run = made.model.start({ seed: '1', ticks: 1 })
  const { agreements, issues } = made.world
  for (const [a, b, instrument] of pairs) {
    const row = agreements.propose({
      instrument: made.row(instrument, 'instruments'),
      issue: issues.n - 1,
      day: 0,
      parties: [made.row(a), made.row(b)],
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    agreements.conclude(row, 0)
    agreements.columns.status[row] = status.inForce
    agreements.columns.inForceOn[row] = 0
  }
  change(made)
  const { recordings } = run.finish()
  return (measure: string) => {
    const recording = recordings.get(measure)
    if (!recording) throw new Error(`${measure} was not recorded`)
    const ids = recording.subjects[0]
    return Object.fromEntries(ids.map((id) => [id, seriesOf(recording, [id])?.at(-1)]))
  }
}

const pairs = [
  ['strasbourg', 'kehl', 'twinning'],
  ['lyon', 'kehl', 'project'],
  ['lyon', 'bilbao', 'other'],
  ['lyon', 'kyoto', 'twinning'],
] as const

describe('typologies', () => {
  const of = observed(dyads, tables, pairs)

  it('sort ties by reach: units that touch, states that touch on the map, and the rest', () => {
    expect(of('reach')).toEqual({ crossBorderRegional: 1, transregional: 2, global: 1 })
  })

  it('call parallel what no line speaks about', () => {
    expect(of('stance')).toEqual({ complementary: 0, parallel: 8, conflicting: 0 })
  })

  it('count units by role, each in all that it has', () => {
    // Kyoto, Bilbao, Lyon, Strasbourg, Kehl act; the council sits in Strasbourg; a network asleep has no seat.
    expect(of('roles')).toEqual({ participant: 5, place: 1, percolator: 0 })
  })

  it('count ties by era, memberships as exchange', () => {
    expect(of('eras')).toEqual({ none: 1, peaceBuilding: 2, coDevelopment: 1, exchange: 1 })
  })

  it('leave out the sides and roles of units that only answer when asked', () => {
    const of = observed(dyads, tables, pairs, ({ columns, row }) => {
      for (const id of ['kehl', 'bilbao', 'kyoto', 'strasbourg'])
        columns.actors.passive[row(id)] = 1
    })
    expect(of('stance')).toEqual({ complementary: 0, parallel: 3, conflicting: 0 })
    expect(of('roles')).toEqual({ participant: 1, place: 0, percolator: 0 })
    expect(of('reach')).toEqual({ crossBorderRegional: 1, transregional: 2, global: 1 })
  })

  it('call a unit that is tied abroad and has a programme of its own a percolator', () => {
    const made = observed(dyads, tables, pairs, ({ columns, row }) => {
      columns.actors.ownProgramme[row('kehl')] = 0.3
      columns.actors.ownProgramme[row('bilbao')] = 0
    })
    expect(made('roles').percolator).toBe(1)
    const untied = observed(dyads, tables, [], ({ columns, row }) => {
      columns.actors.ownProgramme[row('kehl')] = 0.3
    })
    expect(untied('roles').percolator).toBe(0)
  })
})

describe('typologies in worlds with little in them', () => {
  it('are there without agreements, networks or instruments', () => {
    const { actors } = tables
    const of = observed(none, { actors }, [])
    expect(of('reach')).toEqual({ crossBorderRegional: 0, transregional: 0, global: 0 })
    expect(of('roles')).toEqual({ participant: 0, place: 1, percolator: 0 })
    expect(of('eras')).toEqual({ none: 0, peaceBuilding: 0, coDevelopment: 0, exchange: 0 })
  })

  it('leave out ties between states whose borders nobody knows', () => {
    const actors = {
      A: { kind: 'state' },
      B: { kind: 'state' },
      a: unit('A'),
      b: unit('B'),
    }
    const { instruments } = tables
    const tied = [['a', 'b', 'other']] as const
    const of = observed({ agreementLife: {} }, { actors, instruments }, tied)
    expect(of('reach')).toEqual({ crossBorderRegional: 0, transregional: 0, global: 0 })
    expect(of('eras').none).toBe(1)
  })

  it('count twin towns, each tie once and each side once', () => {
    const of = observed({ twinning: { rate: 0 } }, { actors: tables.actors }, [], (made) => {
      const { twins } = made.world.ties as never as {
        twins: {
          degree: Int32Array
          target: Int32Array
          capacity: number
          columns: { ends: Float64Array }
        }
      }
      for (const [a, b] of [
        ['lyon', 'kehl'],
        ['lyon', 'kyoto'],
      ]) {
        for (const [i, j] of [
          [made.row(a), made.row(b)],
          [made.row(b), made.row(a)],
        ]) {
          const slot = i * twins.capacity + twins.degree[i]++
          twins.target[slot] = j
          twins.columns.ends[slot] = 1e9
        }
      }
    })
    expect(of('reach')).toEqual({ crossBorderRegional: 0, transregional: 1, global: 1 })
    expect(of('stance')).toEqual({ complementary: 0, parallel: 4, conflicting: 0 })
    expect(of('eras').peaceBuilding).toBe(2)
    expect(of('roles').participant).toBe(3)
  })
})

it('are taken once a year in a large world, where looking would cost a good part of the tick', () => {
  const actors = Object.fromEntries(
    Array.from({ length: 2001 }, (_, i) => [`a${i}`, { kind: 'city', state: 'FR' }]),
  )
  for (const [more, text] of [
    [actors, 'taken once a year'],
    [{}, ''],
  ] as const) {
    const { model } = stage(none, { actors: { FR: { kind: 'state' }, ...more } }, { measures })
    const { recordings } = model.run({ seed: '1', ticks: 1 })
    expect(recordings.get('roles')?.meaning.endsWith(text || 'participant)')).toBe(true)
  }
})
