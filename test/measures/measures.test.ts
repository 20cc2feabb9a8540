import { describe, expect, it } from 'vitest'
import { type Run, seriesOf } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { never, status } from '../../src/world/index.js'
import { acidRainModel } from '../mechanisms/acidRain.js'
import { columnsOf, stage } from '../mechanisms/stage.js'

function last(run: Run, measure: string, ...subject: readonly string[]): number {
  const recording = run.recordings.get(measure)
  const series = recording && seriesOf(recording, subject)
  if (!series) throw new Error(`${measure} of ${subject} was not recorded`)
  return series[series.length - 1]
}

/** Deposition by hand: three units, transport set as numbers. */
function flows() {
  const made = stage(
    { transboundaryFlows: { background: 2 }, position: { enabled: false }, programmes: {} },
    {
      actors: {
        land: { kind: 'state' },
        reach: { kind: 'state' },
        a: { kind: 'region', state: 'land', baseEmissions: 100, emissionLimit: 50 },
        b: { kind: 'region', state: 'land', baseEmissions: 50 },
        c: { kind: 'region', state: 'reach', baseEmissions: 10 },
      },
      sites: {},
    },
    {
      measures: [
        'emissions',
        'nationalEmissions',
        'deposition',
        'depositionShare',
        'depositionUnderProgramme',
        'leadingSources',
        'opposition',
      ],
      groups: {
        west: { title: 'West', members: ['a'] },
        east: { title: 'East', members: ['b', 'c'] },
      },
    },
  )
  const run = made.model.start({ seed: '1', ticks: 1 })
  const { values } = made.world.ties.transport as { values: Float64Array }
  values.fill(0)
  const set = (from: string, to: string, t: number) => {
    values[made.row(from) * made.world.n + made.row(to)] = t
  }
  set('a', 'b', 0.04)
  set('a', 'c', 0.1)
  set('b', 'c', 0.08)
  set('c', 'c', 0.2)
  const { position } = columnsOf(made.world).actors
  position[made.row('a')] = -0.5
  position[made.row('b')] = 0.5
  position[made.row('c')] = -0.1
  return run.finish()
}

describe('measures of flows', () => {
  const run = flows()

  it('add up emissions and deposition', () => {
    expect(last(run, 'emissions', 'b')).toBe(50)
    expect(last(run, 'nationalEmissions', 'land')).toBe(150)
    expect(last(run, 'nationalEmissions', 'reach')).toBe(10)
    // b: 2 + 4; c: 2 + 10 + 4 + 2.
    expect(last(run, 'deposition', 'a')).toBeCloseTo(2, 12)
    expect(last(run, 'deposition', 'b')).toBeCloseTo(6, 12)
    expect(last(run, 'deposition', 'c')).toBeCloseTo(18, 12)
  })

  it('share deposition among groups, background included', () => {
    expect(last(run, 'depositionShare', 'west', 'east')).toBeCloseTo(14 / 24, 12)
    expect(last(run, 'depositionShare', 'east', 'east')).toBeCloseTo(6 / 24, 12)
    expect(last(run, 'depositionShare', 'west', 'west')).toBe(0)
    expect(last(run, 'leadingSources', 'c')).toBeCloseTo(16 / 18, 12)
  })

  it('say what a programme would leave', () => {
    // Half of a's 100 kt fall away: b loses 2, c loses 5.
    expect(last(run, 'depositionUnderProgramme', 'b', 'land')).toBeCloseTo(4, 12)
    expect(last(run, 'depositionUnderProgramme', 'c', 'land')).toBeCloseTo(13, 12)
    expect(last(run, 'depositionUnderProgramme', 'c', 'reach')).toBeCloseTo(18, 12)
  })

  it('count opponents by group', () => {
    expect(last(run, 'opposition', 'west', 'lake')).toBe(1)
    expect(last(run, 'opposition', 'east', 'lake')).toBe(0.5)
  })
})

describe('measures of agreements', () => {
  it('count what the ledger holds, in every tick of whole runs', async () => {
    const model = await acidRainModel()
    for (const seed of ['0', '1']) {
      const counts: { readonly force: number[]; readonly ever: number[] }[] = []
      const run = model.run({
        seed,
        afterTick: ({ agreements: { columns: c, n } }) => {
          const force = [0, 0, 0]
          const ever = [0, 0, 0]
          for (let a = 0; a < n; a++) {
            if (c.status[a] === status.inForce) force[c.instrument[a]]++
            if (c.signedOn[a] !== never) ever[c.instrument[a]]++
          }
          counts.push({ force, ever })
        },
      })
      run.world.view('instruments').ids.forEach((id, m) => {
        const [force, ever] = ['agreements', 'concluded'].map((name) => {
          const recording = run.recordings.get(name)
          return [...((recording && seriesOf(recording, [id])) ?? [])]
        })
        expect(force).toEqual(counts.map((count) => count.force[m]))
        expect(ever).toEqual(counts.map((count) => count.ever[m]))
      })
      const events = run.world.events.rows.filter(({ type }) => type === 'signed')
      const ever = counts[counts.length - 1].ever.reduce((sum, k) => sum + k, 0)
      expect(ever).toBe(events.length)
    }
  })
})

/** Whether there is always something that the measure is taken of. */
function needsNoPair(name: string): boolean {
  return !name.startsWith('pair')
}

describe('every measure of the library', () => {
  it('is recorded by the scenario, finite or missing at first, and named once', async () => {
    const model = await acidRainModel()
    const { recordings } = model.run({ seed: '0' })
    for (const [name, { values, width, subjects, meaning, unit }] of recordings) {
      expect(width, name).toBe(subjects.reduce((product, ids) => product * ids.length, 1))
      // There is nothing to say of the mean pair before there is a pair.
      expect(values.some(Number.isFinite), name).toBe(true)
      expect(
        values.every((value) => Number.isFinite(value) || Number.isNaN(value)),
        name,
      ).toBe(true)
      if (needsNoPair(name)) expect(values.every(Number.isFinite), name).toBe(true)
      expect(meaning.length, name).toBeGreaterThan(5)
      expect(unit, name).not.toBe('')
    }
    const names = library.measures.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('only reads: a world after it is the world before', async () => {
    const model = await acidRainModel()
    const run = model.start({ seed: '0', ticks: 30 })
    run.finish()
    const before = JSON.stringify(model.world.snapshot().arrays.map((array) => [...array]))
    const out = new Float64Array(10_000)
    for (const measure of model.plan.measures)
      measure.observe(model.world, out, 0, { tick: 29, day: 0, dt: 0.25 })
    expect(JSON.stringify(model.world.snapshot().arrays.map((array) => [...array]))).toBe(before)
  })
})
