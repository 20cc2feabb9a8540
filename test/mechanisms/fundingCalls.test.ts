import { describe, expect, it } from 'vitest'
import type { ScenarioDocument } from '../../src/scenario/index.js'
import type { ColumnArray, World } from '../../src/world/index.js'
import { type Stage, stage } from './stage.js'

const each = 60

type Row = Readonly<Record<string, unknown>>

/** Pairs of units that touch across a border: `n0` and `s0`, `n1` and `s1`, … */
function world(
  call: Row,
  {
    unit = {},
    parameters = {},
    time = { start: '1970-01-01', end: '1972-12-31', ticksPerYear: 4 },
    more = {},
    mechanisms = {},
  }: {
    unit?: Row
    parameters?: Row
    time?: ScenarioDocument['time']
    more?: Row
    mechanisms?: Row
  } = {},
): Stage {
  const sides = { n: 'north', s: 'south' } as const
  const actors: Record<string, Row> = {
    north: { kind: 'state' },
    south: { kind: 'state' },
    fund: { kind: 'programme' },
  }
  const borders: Record<string, Row> = {}
  for (let k = 0; k < each; k++) {
    for (const side of ['n', 's'] as const)
      actors[`${side}${k}`] = { kind: 'city', state: sides[side], ...unit }
    borders[`b${k}`] = { first: `n${k}`, second: `s${k}` }
  }
  return stage(
    {
      fundingCalls: { ease: 20, ...parameters },
      legalReview: {},
      agreementLife: {},
      budgets: {},
      ...mechanisms,
    } as ScenarioDocument['mechanisms'],
    {
      actors,
      borders,
      instruments: { project: { binding: 'no', level: 'unit' } },
      calls: {
        money: {
          funder: 'fund',
          opens: '1970-01-01',
          instrument: 'project',
          issue: 'lake',
          state: 'north',
          largest: 1e5,
          years: 2,
          ...call,
        },
      },
      ...more,
    } as ScenarioDocument['tables'],
    { time, groups: { some: { title: 'Some', members: ['n0', 'n1'] } } },
  )
}

function projects({ agreements }: World) {
  const { columns: c, n } = agreements
  return Array.from({ length: n }, (_, a) => ({
    lead: agreements.party(a, 0),
    partner: agreements.party(a, 1),
    grant: c.grant[a],
    term: c.term[a],
    call: c.call[a],
    signedOn: c.signedOn[a],
  }))
}

const column = (world: World, table: string, name: string) =>
  world.tables.get(table)?.arrays.get(name) as ColumnArray

const once = { closes: '1970-02-01' }

describe('a call for funding', () => {
  it('goes to those who may apply, with partners whom they have or touch', () => {
    const all = world(once)
    all.model.run({ seed: '1' })
    const found = projects(all.world)
    expect(found.length).toBe(each)
    for (const { lead, partner, call } of found) {
      expect(all.world.actors.ids[lead]).toMatch(/^n/)
      expect(all.world.actors.ids[partner]).toBe(all.world.actors.ids[lead].replace('n', 's'))
      expect(call).toBe(0)
    }

    const group = world({ ...once, applicants: 'some' })
    group.model.run({ seed: '1' })
    expect(projects(group.world).map(({ lead }) => group.world.actors.ids[lead])).toEqual([
      'n0',
      'n1',
    ])

    const silent = world(once, { unit: { passive: 1 } })
    silent.model.run({ seed: '1' })
    expect(projects(silent.world)).toEqual([])

    const south = world({ ...once, partners: 'south' })
    south.model.run({ seed: '1' })
    expect(projects(south.world)).toEqual([])

    const elsewhere = world({ ...once, partnerState: 'north' })
    elsewhere.model.run({ seed: '1' })
    expect(projects(elsewhere.world)).toEqual([])
  })

  it('asks for co-funding that the applicants must be able to bear', () => {
    // Half a year's means of EUR 1,000 at most; thirty per cent for a grant of 10,000 is EUR 1,429 a year at best.
    const poor = world(
      { ...once, smallest: 10000, ownShare: 0.3, years: 3 },
      { parameters: { allowance: 1000, absorption: 1000 } },
    )
    poor.model.run({ seed: '1' })
    expect(projects(poor.world)).toEqual([])

    const rich = world(
      { ...once, smallest: 10000, ownShare: 0.3, years: 3 },
      { parameters: { allowance: 20000, absorption: 1000, partnerPart: 0.25, strain: 0.5 } },
    )
    rich.model.run({ seed: '1' })
    const found = projects(rich.world)
    expect(found.length).toBe(each)
    for (const { grant, term } of found) {
      expect(grant).toBeGreaterThanOrEqual(10000)
      // The applicant bears three quarters of the co-funding, out of half its means.
      expect((grant * 0.3 * 0.75) / 0.7 / term).toBeLessThanOrEqual(10000 + 1e-6)
    }
    expect(Math.max(...found.map(({ grant }) => grant))).toBeGreaterThan(60000)
  })

  it('keeps to its floor, its ceiling and its longest duration', () => {
    const { model, world: w } = world(
      { smallest: 30000, largest: 40000, years: 3, rounds: 2 },
      { parameters: { absorption: 100 } },
    )
    model.run({ seed: '1' })
    const found = projects(w)
    expect(found.length).toBeGreaterThan(each)
    for (const { grant, term } of found) {
      expect(grant).toBeGreaterThanOrEqual(30000)
      expect(grant).toBeLessThanOrEqual(40000)
      expect(term).toBeGreaterThanOrEqual(1.5)
      expect(term).toBeLessThanOrEqual(3)
    }
    // Those that cannot handle the smallest grant are left out.
    const small = world({ smallest: 30000, largest: 40000 }, { parameters: { allowance: 2000 } })
    small.model.run({ seed: '1' })
    expect(projects(small.world)).toEqual([])
  })

  it('spends no more than its envelope, on the ablest first', () => {
    const {
      model,
      world: w,
      columns,
    } = world(
      { ...once, envelope: 5e5, smallest: 50000, largest: 50000 },
      { parameters: { luck: 0, ease: 20, knowHow: 4 } },
    )
    const run = model.start({ seed: '1' })
    for (let k = 0; k < each; k++) columns.actors.knowHow[w.actors.ids.indexOf(`n${k}`)] = k / each
    run.finish()
    const found = projects(w)
    expect(found.length).toBe(10)
    const winners = found.map(({ lead }) => w.actors.ids[lead]).sort()
    expect(winners).toEqual(Array.from({ length: 10 }, (_, k) => `n${each - 10 + k}`).sort())
    expect(column(w, 'calls', 'applied')[0]).toBe(each)
    expect(column(w, 'calls', 'granted')[0]).toBe(10)
    expect(column(w, 'calls', 'paid')[0]).toBe(5e5)
  })

  it('loses applicants to its complexity, and gains those who have staff and know-how', () => {
    const share = (complexity: number, unit: Row) => {
      const { model, world: w } = world(
        { ...once, complexity },
        { unit, parameters: { ease: 0, staff: 1, knowHow: 2, attention: 0 } },
      )
      let applied = 0
      for (let seed = 0; seed < 10; seed++) {
        model.run({ seed: String(seed) })
        applied += column(w, 'calls', 'applied')[0]
      }
      return applied / (10 * each)
    }
    const logistic = (x: number) => 1 / (1 + Math.exp(-x))
    const off = (p: number) => 4.5 * Math.sqrt((p * (1 - p)) / (10 * each))
    for (const [complexity, unit, x] of [
      [0, {}, 0],
      [2, {}, -2],
      [2, { staff: 6 }, Math.log(7) - 2],
      [2, { staff: 6, knowHow: 0.8 }, Math.log(7) + 1.6 - 2],
    ] as const) {
      const expected = logistic(x)
      expect(Math.abs(share(complexity, unit) - expected)).toBeLessThan(off(expected))
    }
  })

  it('takes an earmark out of what is raised at home, without competition or co-funding', () => {
    const { model, world: w } = world(
      { kind: 'earmark', earmark: 0.01, largest: 0, years: 2, rounds: 2 },
      { unit: { 'sectorBudget:lake': 2e6 } },
    )
    const run = model.start({ seed: '1' })
    let most = 0
    for (let tick = 0; tick < 12; tick++) {
      run.step()
      most = Math.max(most, ...column(w, 'actors', 'earmarkedMoney'))
    }
    const found = projects(w)
    expect(found.length).toBeGreaterThan(0)
    for (const { grant, term } of found) expect(grant / term).toBeLessThanOrEqual(20000 + 1e-6)
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(20000 + 1e-6)
    expect(Math.max(...column(w, 'actors', 'externalMoney'))).toBe(0)
  })

  it('draws attention while it is open, and only of those who could get it', () => {
    const {
      model,
      world: w,
      columns,
    } = world({ opens: '1971-01-01' }, { mechanisms: { salience: {} }, parameters: { pull: 1 } })
    const run = model.start({ seed: '1' })
    const [n0, s0] = ['n0', 's0'].map((id) => w.actors.ids.indexOf(id))
    for (let t = 0; t < 4; t++) run.step()
    expect(columns.actors.salience[n0]).toBe(0)
    for (let t = 0; t < 4; t++) run.step()
    expect(columns.actors.salience[n0]).toBeGreaterThan(0.05)
    expect(columns.actors.salience[s0]).toBe(0)
  })

  it('moves nobody else’s chance, and pays the same whatever the tick', () => {
    const settings = { ease: 0, luck: 1 }
    const call = { envelope: 0, rounds: 2, largest: 20000 }
    const grants = (more: Row, calls: Row = {}) => {
      const made = world(call, {
        parameters: settings,
        more: {
          calls: {
            ...calls,
            money: {
              funder: 'fund',
              opens: '1970-01-01',
              instrument: 'project',
              issue: 'lake',
              state: 'north',
              years: 2,
              ...call,
            },
          },
          ...more,
        },
      })
      made.model.run({ seed: '7' })
      return projects(made.world).filter(
        ({ call: c }) => made.world.view('calls').ids[c] === 'money',
      )
    }
    // Another call, and the same units: whoever applied to the first one draws as before.
    const alone = grants({})
    const beside = grants(
      {},
      {
        aside: {
          opens: '1970-01-01',
          instrument: 'project',
          issue: 'lake',
          state: 'south',
          partnerState: 'south',
          largest: 1,
        },
      },
    )
    expect(beside.map(({ lead, grant, term }) => [lead, grant, term])).toEqual(
      alone.map(({ lead, grant, term }) => [lead, grant, term]),
    )

    const perYear = (ticksPerYear: number) => {
      const { model, world: w } = world(
        { ...call, largest: 20000 },
        {
          parameters: settings,
          time: { start: '1970-01-01', end: '1973-12-31', ticksPerYear },
        },
      )
      let count = 0
      for (let seed = 0; seed < 20; seed++) {
        model.run({ seed: `${ticksPerYear}/${seed}` })
        count += column(w, 'calls', 'granted')[0]
      }
      return count / 20
    }
    const [quarters, halves] = [perYear(4), perYear(8)]
    expect(Math.abs(quarters - halves) / quarters).toBeLessThan(0.08)
  })
})
