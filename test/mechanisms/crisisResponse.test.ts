import { describe, expect, it } from 'vitest'
import { type ColumnArray, status, type World } from '../../src/world/index.js'
import { stage } from './stage.js'

const column = (world: World, table: string, name: string) =>
  world.tables.get(table)?.arrays.get(name) as ColumnArray

interface Case {
  readonly ties?: number
  readonly instrument?: number
  readonly contact?: number
  readonly load?: number
  readonly hostLoad?: number
  readonly closure?: number
  readonly ticksPerYear?: number
  readonly parameters?: Readonly<Record<string, number>>
}

/** One unit with too many patients, two neighbours abroad; a quarter of pressure in each of two years. */
function made(c: Case = {}) {
  return stage(
    { crisisResponse: { relief: 0.5, stay: 0.05, ...c.parameters } },
    {
      actors: {
        north: { kind: 'state', borderClosure: c.closure ?? 0 },
        south: { kind: 'state' },
        ill: { kind: 'region', state: 'north', beds: 100, hospitalLoad: c.load ?? 1.5 },
        home: { kind: 'region', state: 'north', beds: 1000, hospitalLoad: 0.1 },
        near: { kind: 'region', state: 'south', beds: 50, hospitalLoad: c.hostLoad ?? 0.5 },
        far: { kind: 'region', state: 'south', beds: 50, hospitalLoad: c.hostLoad ?? 0.5 },
      },
      commutes: { work: { from: 'ill', to: 'near', commuters: 1000 } },
      instruments: {
        paper: {},
        body: { personality: 'yes' },
      },
    },
    { time: { start: '1970-01-01', end: '1970-12-31', ticksPerYear: c.ticksPerYear ?? 4 } },
  )
}

function run(c: Case = {}, seeds = 60) {
  const { model, world, row } = made(c)
  let sent = 0
  let stopped = 0
  let most = 0
  let years = 0
  for (let seed = 0; seed < seeds; seed++) {
    const simulation = model.start({ seed: `crisis ${c.ticksPerYear ?? 4} ${seed}` })
    for (let k = 0; k < (c.ties ?? 0); k++) {
      const a = world.agreements.propose({
        instrument: c.instrument ?? 0,
        issue: 0,
        day: 0,
        parties: [row('ill'), row('near')],
        commitment: 0,
        effect: 1,
        appeal: 0,
      })
      world.agreements.columns.status[a] = status.inForce
      world.agreements.columns.contact[a] = c.contact ?? 1
    }
    simulation.finish()
    const actors = (name: string) => column(world, 'actors', name)
    const taken = actors('patientsTaken')
    sent += actors('patientsSent')[row('ill')]
    expect(taken[row('near')] + taken[row('far')]).toBeCloseTo(
      actors('patientsSent')[row('ill')],
      6,
    )
    expect(actors('patientsSent')[row('ill')]).toBeLessThanOrEqual(
      actors('patientsInNeed')[row('ill')] + 1e-9,
    )
    expect(taken[row('home')]).toBe(0)
    most = Math.max(most, taken[row('near')], taken[row('far')])
    stopped += column(world, 'commutes', 'stopped')[0]
    years += 1
  }
  return { sent: sent / years, stopped: stopped / years, most }
}

describe('a crisis', () => {
  it('sends patients abroad when there is need, and nobody without', () => {
    expect(run({ load: 1 }).sent).toBe(0)
    expect(run({ hostLoad: 1 }).sent).toBe(0)
    expect(run().sent).toBeGreaterThan(0)
  })

  it('never sends more than are in need, nor more than there are beds for', () => {
    // Half of fifty patients find no bed at home, at twenty turns a year.
    expect(run({ ties: 200 }).sent).toBeLessThanOrEqual(0.5 * 50 * 20)
    // Of 50 beds 25 are free, of which three tenths are open.
    const most = 0.3 * 25 * 20
    const many = run({ load: 10, ties: 200, parameters: { pace: 1000 } })
    expect(many.most).toBeLessThanOrEqual(most + 1e-9)
    expect(many.most).toBeGreaterThan(0.95 * most)
  })

  it('is met the better the more ties there are, the livelier they are, and by bodies most', () => {
    const none = run().sent
    const ties = run({ ties: 4 }).sent
    const asleep = run({ ties: 4, contact: 0 }).sent
    const bodies = run({ ties: 4, instrument: 1 }).sent
    expect(ties).toBeGreaterThan(1.1 * none)
    expect(asleep).toBe(none)
    expect(bodies).toBeGreaterThan(1.05 * ties)
  })

  it('stops commuters at a closed border, fewer where there are ties', () => {
    expect(run({}, 2).stopped).toBe(0)
    const none = run({ closure: 1 }, 2).stopped
    expect(none).toBeCloseTo(1000 * 0.4 * Math.exp(-0.05), 6)
    expect(run({ closure: 1, ties: 4 }, 2).stopped).toBeCloseTo(1000 * 0.4 * Math.exp(-0.45), 6)
    expect(run({ closure: 0.5 }, 2).stopped).toBeCloseTo(none / 2, 6)
  })

  it('leaves the same behind whatever the tick', () => {
    const [quarters, weeks] = [4, 48].map((ticksPerYear) => run({ ticksPerYear }, 400).sent)
    expect(Math.abs(quarters - weeks) / quarters).toBeLessThan(0.08)
  })
})
