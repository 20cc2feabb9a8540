import { describe, expect, it } from 'vitest'
import { stage } from './stage.js'

const actors = {
  north: { kind: 'state' },
  poor: { kind: 'city', state: 'north', endowment: 0.5 },
  usual: { kind: 'city', state: 'north' },
  rich: { kind: 'city', state: 'north', endowment: 4 },
}

describe('means', () => {
  it('come with the endowment and are carried over as far as the unit itself is endowed', () => {
    for (const ticksPerYear of [1, 4]) {
      const { model, row, columns } = stage(
        { budgets: { carry: 2, allowance: 100000 } },
        { actors },
        { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
      )
      const run = model.start({ seed: '1' })
      const { budget, externalBudget } = columns.actors
      const units = ['poor', 'usual', 'rich'].map((id) => row(id))
      expect(units.map((i) => budget[i])).toEqual([1, 2, 8])
      for (const i of units) budget[i] = 0
      for (let k = 0; k < ticksPerYear; k++) run.step()
      expect(units.map((i) => budget[i])).toEqual([0.5, 1, 4])
      run.finish()
      expect(units.map((i) => budget[i])).toEqual([1, 2, 8])
      expect(units.map((i) => externalBudget[i])).toEqual([50000, 100000, 400000])
    }
  })
})

describe('staff', () => {
  function play(parameters: Readonly<Record<string, number>>, ticksPerYear = 4) {
    const made = stage(
      { staffing: parameters },
      {
        actors: { ...actors, rich: { ...actors.rich, staff: 24 } },
        bands: { few: { of: 'staff', to: 3 }, many: { of: 'staff', from: 3 } },
      },
      { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
    )
    const run = made.model.start({ seed: '1' })
    const { actors: own } = made.columns
    const level = () => ['poor', 'usual', 'rich'].map((id) => own.staff[made.row(id)])
    return { ...made, run, level, own }
  }

  it('begins where means and know-how call for it, or where the scenario says', () => {
    const { level } = play({ usual: 4, means: 0.5, knowHow: 0 })
    expect(level()).toEqual([expect.closeTo(4 * Math.SQRT1_2, 12), expect.closeTo(4, 12), 24])
  })

  it('follows what is called for, with a tradition kept, whatever the length of a tick', () => {
    for (const ticksPerYear of [1, 12]) {
      const { run, level, own, row } = play(
        { usual: 4, means: 0.5, knowHow: 0, rate: 0.5 },
        ticksPerYear,
      )
      own.endowment[row('usual')] = 4
      own.endowment[row('rich')] = 1
      for (let k = 0; k < 2 * ticksPerYear; k++) run.step()
      const left = Math.exp(-1)
      // Tradition: 24 where the rule says 8, three times as many.
      expect(level().slice(1)).toEqual([
        expect.closeTo(8 - 4 * left, 10),
        expect.closeTo(12 + 12 * left, 10),
      ])
    }
  })

  it('comes with projects and know-how, and stays put when the theory is switched off by its rate', () => {
    const { run, level, own, row } = play({
      usual: 2,
      means: 0.5,
      knowHow: 1,
      projects: 5,
      rate: 50,
    })
    own.externalMoney[row('usual')] = 400000
    own.knowHow[row('usual')] = 1
    for (let k = 0; k < 4; k++) run.step()
    expect(level()[1]).toBeCloseTo(2 * Math.exp(0.5) + 2, 8)
    const still = play({ rate: 0 })
    const before = still.level()
    still.own.endowment.fill(9)
    still.run.finish()
    expect(still.level()).toEqual(before)
  })
})
