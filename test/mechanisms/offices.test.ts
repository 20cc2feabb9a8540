import { describe, expect, it } from 'vitest'
import type { ScenarioDocument } from '../../src/scenario/index.js'
import { stage } from './stage.js'

const actors = {
  land: { kind: 'state' },
  a: { kind: 'region', state: 'land', 'lowerSeats:P': 6, 'upperSeats:P': 2 },
  b: { kind: 'region', state: 'land', 'lowerSeats:P': 1, 'lowerSeats:Q': 1, 'upperSeats:P': 1 },
}
const tables = {
  actors,
  parties: { P: { stance: 0.4, odds: 3 }, Q: { stance: -0.4, odds: 1 } },
  gates: {
    leader: { state: 'land', kind: 'leader', chamber: 'upper', scheduled: 'first' },
    president: { state: 'land', kind: 'executive', scheduled: 'old' },
  },
  holders: {
    first: { office: 'leader', home: 'b', party: 'Q', stance: 0.25 },
    old: { office: 'president', home: 'a', party: 'P', stance: 1 },
    new: { office: 'president', home: 'b', party: 'Q', stance: -1 },
  },
}
const election = [
  { date: '1971-01-20', table: 'gates', id: 'president', column: 'scheduled', value: 'new' },
  { date: '1971-01-20', table: 'gates', id: 'president', column: 'renewal', value: 'yes' },
]

const offices = (settings: ScenarioDocument['mechanisms'][string], changes = election) =>
  stage(
    { exogenousEvents: {}, officeHolders: settings, federalPolitics: { enabled: false } },
    tables,
    { changes },
  )

describe('holders by the calendar', () => {
  it('sit from their day on, and give the executive its line', () => {
    const { model, row, columns } = offices({ holders: 'calendar', disposition: 0 })
    const lines: number[] = []
    model.run({
      seed: '1',
      ticks: 6,
      afterTick: () => lines.push(columns.actors.line[row('land')]),
    })
    expect(lines).toEqual([1, 1, 1, 1, -1, -1])
    const { home, party, stance } = columns.gates
    expect([home[0], party[0], stance[0]]).toEqual([row('b'), row('Q', 'parties'), 0.25])
    expect([home[1], party[1]]).toEqual([row('b'), row('Q', 'parties')])
  })

  it('keep the leaning that was drawn for the person, in every seed another', () => {
    const { model, row, columns } = offices({ holders: 'calendar', disposition: 0.25 })
    const drawn = Array.from({ length: 300 }, (_, seed) => {
      model.run({ seed: String(seed), ticks: 6 })
      const { disposition } = columns.holders
      expect(columns.gates.disposition[1]).toBe(disposition[row('new', 'holders')])
      return disposition[row('new', 'holders')]
    })
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
    const sd = Math.sqrt(drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length)
    expect(Math.abs(mean)).toBeLessThan(0.07)
    expect(sd).toBeGreaterThan(0.21)
    expect(sd).toBeLessThan(0.29)
  })
})

describe('drawn holders', () => {
  const seeds = 600

  function afterElection(settings: ScenarioDocument['mechanisms'][string], changes = election) {
    const { model, row, columns, world } = offices({ holders: 'drawn', ...settings }, changes)
    return Array.from({ length: seeds }, (_, seed) => {
      model.run({ seed: String(seed), ticks: 6 })
      return {
        party: columns.gates.party[1],
        home: columns.gates.home[1],
        stance: columns.gates.stance[1],
        drawn: world.events.rows.filter(({ type }) => type === 'holderDrawn').length,
        P: row('P', 'parties'),
        a: row('a'),
      }
    })
  }
  const share = <T>(rows: readonly T[], holds: (row: T) => boolean) =>
    rows.filter(holds).length / rows.length
  const near = (p: number, n = seeds) => 4.5 * Math.sqrt((p * (1 - p)) / n)

  it('come only with elections, and then with the chance of turnover', () => {
    const runs = afterElection({ turnover: 0.4 })
    expect(Math.abs(share(runs, ({ drawn }) => drawn === 1) - 0.4)).toBeLessThan(near(0.4))
    expect(share(runs, ({ drawn }) => drawn > 1)).toBe(0)
    // Who is not voted out stays as on the first day, whatever the calendar says.
    for (const run of runs) if (run.drawn === 0) expect([run.stance, run.home]).toEqual([1, run.a])
    expect(share(afterElection({ turnover: 1 }, []), ({ drawn }) => drawn > 0)).toBe(0)
  })

  it('come from parties by their odds, from units by their seats, with lines around their party’s', () => {
    const runs = afterElection({ turnover: 1, stanceSpread: 0.2 })
    expect(Math.abs(share(runs, ({ party, P }) => party === P) - 0.75)).toBeLessThan(near(0.75))
    const ofP = runs.filter(({ party, P }) => party === P)
    // P holds eight seats in a and two in b.
    expect(Math.abs(share(ofP, ({ home, a }) => home === a) - 0.8)).toBeLessThan(
      near(0.8, ofP.length),
    )
    const mean = ofP.reduce((sum, { stance }) => sum + stance, 0) / ofP.length
    expect(Math.abs(mean - 0.4)).toBeLessThan(0.05)
    expect(share(runs, ({ stance }) => stance < -1 || stance > 1)).toBe(0)
  })
})
