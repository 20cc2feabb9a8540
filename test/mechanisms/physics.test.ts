import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acidRainModel } from './acidRain.js'
import { columnsOf, stage } from './stage.js'

const land = { kind: 'state' }

describe('transboundary flows', () => {
  // 5 degrees along the equator: 555.975 km.
  const places = {
    land,
    west: { kind: 'region', state: 'land', latitude: 0, longitude: 0, baseEmissions: 100 },
    east: { kind: 'region', state: 'land', latitude: 0, longitude: 5, baseEmissions: 40 },
  }
  const km = 555.975
  const falls = (length: number) => (Math.exp(-km / length) / km) * (1 - Math.exp(-km / 600))

  it('reach farther downwind than upwind', () => {
    const { world, row } = stage(
      { transboundaryFlows: { windBearing: 90 } },
      { actors: places, sites: {} },
    )
    const { transport } = world.ties
    const { values } = transport as { values: Float64Array }
    const [west, east] = [row('west'), row('east')]
    expect(values[west * world.n + east]).toBeCloseTo(falls(1100), 9)
    expect(values[east * world.n + west]).toBeCloseTo(falls(400), 9)
    // Nearer than the floor of 200 km nothing gets denser.
    const near = (Math.exp(-200 / 750) / 200) * (1 - Math.exp(-200 / 600))
    expect(values[west * world.n + west]).toBeCloseTo(near, 9)
  })

  it('make the reference stand where it was measured', () => {
    const { model, row, columns } = stage(
      { transboundaryFlows: { background: 6 } },
      {
        actors: places,
        sites: {
          chimney: { unit: 'west', role: 'source', latitude: 0, longitude: 1, weight: 1 },
          lake: {
            unit: 'east',
            role: 'receptor',
            latitude: 0,
            longitude: 6,
            weight: 1,
            reference: 30,
          },
        },
      },
    )
    model.run({ seed: '1', ticks: 1 })
    expect(columns.actors.deposition[row('east')]).toBeCloseTo(30, 9)
  })

  it('are linear: double emissions, double what lies above the background; and sources add up', async () => {
    const model = await acidRainModel()
    const flows = model.plan.mechanisms.find((m) => m.mechanism.name === 'transboundaryFlows')
    if (!flows) throw new Error('the scenario has no flows')
    const { world } = model
    const { actors } = columnsOf(world)
    const background = Number(flows.parameters.background)
    /** Deposition above the background at every unit, transport as it is. */
    const caused = (emissions: Float64Array): number[] => {
      actors.baseEmissions.set(emissions)
      // The step looks at its parameters alone.
      flows.mechanism.step?.(world, { parameters: flows.parameters } as never)
      return Array.from(world.units, (j) => actors.deposition[j] - background)
    }
    const start = actors.baseEmissions.slice() as Float64Array
    const once = caused(start)
    const twice = caused(start.map((e) => 2 * e))
    once.forEach((d, j) => {
      expect(twice[j]).toBeCloseTo(2 * d, 9)
      expect(d).toBeGreaterThan(0)
    })
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: start.length,
          maxLength: start.length,
        }),
        (shares) => {
          const some = caused(start.map((e, i) => e * shares[i]))
          const rest = caused(start.map((e, i) => e * (1 - shares[i])))
          once.forEach((d, j) => {
            expect(some[j] + rest[j]).toBeCloseTo(d, 9)
          })
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('stakes', () => {
  const actors = {
    land,
    a: { kind: 'region', state: 'land', population: 1e6, baseEmissions: 1000, sensitivity: 0.5 },
    b: { kind: 'region', state: 'land', population: 2e6, baseEmissions: 500, sensitivity: 1 },
    c: { kind: 'region', state: 'land', population: 1e6, sensitivity: 1 },
  }

  it('count harm above the threshold only, in standard deviations of the first day (Mäler)', () => {
    const { model, row, columns } = stage({ stakes: {} }, { actors })
    const run = model.start({ seed: '1' })
    const { deposition, harm, harmSlope } = columns.actors
    const units = ['a', 'b', 'c'].map((id) => row(id))
    const put = (...values: number[]) => {
      units.forEach((i, k) => {
        deposition[i] = values[k]
      })
    }
    put(30, 15, 10)
    run.step()
    // Raw: 0.5 · 20/10 = 1, 1 · 5/10 = 0.5, 0; population standard deviation √(1/6).
    const sd = Math.sqrt(1 / 6)
    expect(units.map((i) => harm[i] * sd)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(0.5, 12),
      0,
    ])
    expect(harmSlope[units[0]] * sd).toBeCloseTo(0.05, 12)
    expect(harmSlope[units[2]]).toBe(0)
    put(10, 8, 20)
    run.step()
    // The scale stays that of the first day.
    expect(units.map((i) => harm[i] * sd)).toEqual([0, 0, expect.closeTo(1, 12)])
  })

  it('price a cut at half the slope times emissions times its square', () => {
    const { world, row, columns } = stage({ stakes: {} }, { actors })
    const { programmeCost } = columns.actors
    expect(programmeCost[row('a')]).toBe(0)
    const cut = stage(
      { programmes: {}, stakes: {} },
      {
        actors: {
          ...actors,
          a: { ...actors.a, emissionLimit: 600 },
          b: { ...actors.b, emissionLimit: 250, costFactor: 0.5 },
        },
      },
    )
    const { programmeCost: cost, programmeCut } = cut.columns.actors
    expect(programmeCut[cut.row('a')]).toBeCloseTo(0.4, 12)
    // ½ · 2,850 USD · 1,102,311 short tons · 0.4² = 251.3 million USD.
    expect(cost[cut.row('a')]).toBeCloseTo(251.327, 2)
    expect(cost[cut.row('b')]).toBeCloseTo(0.5 * 0.5 * 2850 * 551155.65 * 0.25 * 1e-6, 6)
    expect(world.n).toBe(4)
  })
})

describe('position', () => {
  it('is the logistic of harm less cost less jobs', () => {
    const { model, row, columns } = stage(
      { position: { heterogeneity: 0 } },
      { actors: { land, a: { kind: 'region', state: 'land' } } },
    )
    const run = model.start({ seed: '1' })
    const a = row('a')
    const { harm, cost, jobs, value, position } = columns.actors
    harm[a] = 1.2
    cost[a] = 2
    jobs[a] = 0.5
    columns.issues.costScale[0] = 35
    run.step()
    // 1.2 − 0.7 · 2 − 0.7 · 0.5 + 0.5 = −0.05; 2Λ(1.5 · −0.05) − 1 = −0.03748.
    expect(value[a]).toBeCloseTo(-0.05, 12)
    expect(position[a]).toBeCloseTo(-0.0374824, 6)
    expect(columns.issues.dollarValue[0]).toBeCloseTo(0.7 / 35, 12)
  })
})

describe('rates are per year', () => {
  const a = { kind: 'region', state: 'land' }
  const time = (ticksPerYear: number) => ({
    time: { start: '1970-01-01', end: '1974-12-31', ticksPerYear },
  })

  it('partial adjustment follows its exact solution at any tick', () => {
    for (const ticksPerYear of [1, 4, 12]) {
      const { model, row, columns } = stage(
        { abatement: { rate: 0.33 } },
        { actors: { land, a }, phases: {} },
        time(ticksPerYear),
      )
      const run = model.start({ seed: '1' })
      columns.actors.ownProgramme[row('a')] = 0.3
      run.finish()
      expect(columns.actors.abatement[row('a')]).toBeCloseTo(0.3 * (1 - Math.exp(-0.33 * 5)), 12)
    }
  })

  it('attention approaches the stake, and a report adds to it', () => {
    const issues = { lake: {} }
    const report = {
      date: '1970-01-15',
      title: 'Report',
      set: { issues: { lake: { shock: 1 } } },
      source: 'a test',
      grade: 'found' as const,
    }
    for (const events of [[], [report]]) {
      for (const ticksPerYear of [1, 4, 12]) {
        const { model, row, columns } = stage(
          { exogenousEvents: {}, salience: { rate: 0.42, start: 0.05, shock: 0.5 } },
          { actors: { land, a }, issues },
          { ...time(ticksPerYear), events },
        )
        const run = model.start({ seed: '1' })
        columns.actors.harm[row('a')] = 2
        run.finish()
        const left = Math.exp(-0.42 * 5)
        // A report counts from the end of its tick on.
        const jump = events.length * 0.5 * Math.exp(-0.42 * (5 - 1 / ticksPerYear))
        expect(columns.actors.salience[row('a')]).toBeCloseTo(2 * (1 - 0.95 * left) + jump, 12)
      }
    }
  })

  it('emissions without policy follow their yearly rate', () => {
    for (const ticksPerYear of [1, 4, 12]) {
      const { model, row, columns } = stage(
        { baselineTrend: {} },
        { actors: { land: { ...land, trend: -0.02 }, a } },
        time(ticksPerYear),
      )
      model.run({ seed: '1' })
      expect(columns.actors.baseline[row('a')]).toBeCloseTo(0.98 ** 5, 12)
    }
  })

  it('means come in by the year and can be saved up to a limit', () => {
    for (const ticksPerYear of [1, 4, 12]) {
      const { model, row, columns } = stage(
        { budgets: { carry: 2.5 } },
        { actors: { land, a } },
        time(ticksPerYear),
      )
      const run = model.start({ seed: '1' })
      expect(columns.actors.budget[row('a')]).toBe(2.5)
      columns.actors.budget[row('a')] = 0
      for (let k = 0; k < 2 * ticksPerYear; k++) run.step()
      expect(columns.actors.budget[row('a')]).toBeCloseTo(2, 12)
      run.finish()
      expect(columns.actors.budget[row('a')]).toBe(2.5)
    }
  })
})

describe('a legal deadline', () => {
  it('is met on its day, with preparation before it, as far as the law goes', () => {
    const { model, row, columns } = stage(
      { abatement: { rate: 0, lead: 1 }, programmes: {} },
      {
        actors: {
          land,
          a: { kind: 'region', state: 'land', baseEmissions: 100, emissionLimit: 40 },
        },
        phases: {
          I: { state: 'land', issue: 'lake', years: 2, share: 0.5 },
          II: { state: 'land', issue: 'lake', years: 5, share: 1 },
        },
      },
    )
    const run = model.start({ seed: '1' })
    const { policy, adoptedOn, abatement } = columns.actors
    policy[row('land')] = 1
    adoptedOn[row('land')] = 0
    const after: number[] = []
    for (let k = 0; k < 28; k++) {
      run.step()
      after.push(abatement[row('a')])
    }
    // Quarter k begins k/4 years after adoption. The full cut is 0.6; half of it is due after two years.
    expect(after[3]).toBe(0)
    expect(after[6]).toBeCloseTo(0.6 * 0.5 * 0.5, 2)
    expect(after[9]).toBeCloseTo(0.3, 9)
    expect(after[15]).toBeCloseTo(0.3, 9)
    expect(after[21]).toBeCloseTo(0.6, 9)
  })
})
