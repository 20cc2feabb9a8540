import { describe, expect, it } from 'vitest'
import { stage } from './stage.js'

function play(parameters: Readonly<Record<string, number>>, ticksPerYear = 4, issue = 'lake') {
  const made = stage(
    { networkVoice: parameters },
    {
      issues: { lake: {}, hill: {} },
      actors: {
        north: { kind: 'state' },
        south: { kind: 'state' },
        a: { kind: 'city', state: 'north', population: 300 },
        b: { kind: 'city', state: 'north', population: 100 },
        c: { kind: 'city', state: 'south', population: 100 },
        one: { kind: 'network' },
        two: { kind: 'network' },
      },
      networks: {
        one: { actor: 'one', founded: '1960-01-01', issue: 'lake' },
        two: { actor: 'two', founded: '1960-01-01', issue },
      },
    },
    { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
  )
  const run = made.model.start({ seed: '1' })
  const own = made.columns.actors
  const join = (network: number, ...ids: string[]) => {
    for (const id of ids) own.membership[network * made.world.n + made.row(id)] = 1
  }
  for (const id of ['a', 'b', 'c']) own.position[made.row(id)] = 0.8
  return { ...made, run, own, join, of: (column: string, id: string) => own[column][made.row(id)] }
}

describe('the voice of a network', () => {
  it('moves the line of the centre with the weight of its people, whatever the length of a tick', () => {
    for (const ticksPerYear of [1, 4]) {
      const { run, join, of } = play({ influence: 0.2 }, ticksPerYear)
      join(0, 'a')
      for (let k = 0; k < 4 * ticksPerYear; k++) run.step()
      expect(of('networkVoice', 'north')).toBe(0.75)
      expect(of('line', 'north')).toBeCloseTo(0.8 * (1 - Math.exp(-0.2 * 0.75 * 4)), 10)
      expect(of('line', 'south')).toBe(0)
    }
  })

  it('is no louder for speaking twice, and weaker where bodies jam each other', () => {
    const voice = (crowding: number) => {
      const { run, join, of } = play({ crowding })
      join(0, 'a', 'b')
      join(1, 'a', 'b')
      run.step()
      return of('networkVoice', 'north')
    }
    expect(voice(1)).toBe(1)
    expect(voice(2)).toBe(0.5)
    expect(voice(0)).toBe(1)
  })

  it('is heard on its own issue alone, and not at all without members', () => {
    const { run, join, own, world, row } = play({}, 4, 'hill')
    join(0, 'a')
    run.step()
    expect(own.networkVoice[world.n + row('north')]).toBe(0)
    expect(own.line[world.n + row('north')]).toBe(0)
    const silent = play({})
    silent.run.finish()
    expect(silent.of('line', 'north')).toBe(0)
  })

  it('widens what the centre gives in calls on the issue', () => {
    const made = stage(
      { networkVoice: { widening: 0.1 }, fundingCalls: {} },
      {
        actors: {
          north: { kind: 'state' },
          a: { kind: 'city', state: 'north', population: 300 },
          one: { kind: 'network' },
        },
        networks: { one: { actor: 'one', founded: '1960-01-01', issue: 'lake' } },
        instruments: { project: { binding: 'no', level: 'unit' } },
        calls: {
          joint: {
            funder: 'north',
            opens: '1960-01-01',
            envelope: 100,
            largest: 10,
            instrument: 'project',
            issue: 'lake',
          },
          free: {
            funder: 'north',
            opens: '1960-01-01',
            envelope: 100,
            largest: 10,
            instrument: 'project',
          },
        },
      },
    )
    const run = made.model.start({ seed: '1' })
    made.columns.actors.membership[made.row('a')] = 1
    made.columns.actors.position[made.row('a')] = 1
    for (let k = 0; k < 8; k++) run.step()
    const envelope = made.world.tables.get('calls')?.arrays.get('envelope')
    expect([...(envelope ?? [])]).toEqual([expect.closeTo(100 * Math.exp(0.2), 8), 100])
  })
})
