import { describe, expect, it } from 'vitest'
import { stage } from './stage.js'

describe('a shock', () => {
  function play(ticksPerYear: number, weight = 1) {
    const made = stage(
      { shocks: {} },
      {
        actors: { north: { kind: 'state' }, south: { kind: 'state' } },
        shocks: {
          plague: { from: '1971-01-01', until: '1971-07-02', shut: 0.8, distress: 1, weight },
          slump: { from: '1971-01-01', until: '1973-01-01', state: 'south', squeeze: 0.2 },
        },
      },
      { time: { start: '1970-01-01', end: '1973-12-31', ticksPerYear } },
    )
    const seen: Record<string, number[]> = { travel: [], distress: [], squeeze: [] }
    made.model.run({
      seed: '1',
      afterTick: () => {
        for (const [column, values] of Object.entries(seen))
          values.push(
            made.columns.actors[column][made.row(column === 'squeeze' ? 'south' : 'north')],
          )
      },
    })
    return { ...made, seen }
  }

  it('is felt while it lasts, for the part of a tick that it covers, and is over after that', () => {
    const yearly = play(1).seen
    expect(yearly.travel.map((x) => Math.round(x * 1000) / 1000)).toEqual([1, 0.601, 1, 1])
    expect(yearly.squeeze).toEqual([0, 0.2, 0.2, 0])
    const halves = play(2).seen
    expect(halves.travel[2]).toBeCloseTo(0.2, 10)
    expect(halves.distress.slice(2, 5).map((x) => Math.round(x * 100) / 100)).toEqual([1, 0.01, 0])
  })

  it('strikes the state that it names alone, and nobody without weight', () => {
    const { columns, row } = play(4)
    expect(columns.actors.squeeze[row('north')]).toBe(0)
    expect(play(4, 0).seen.travel.every((x) => x === 1)).toBe(true)
  })
})
