import { describe, expect, test } from 'vitest'
import type { Model } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { buildModel, loadScenario } from '../../src/scenario/index.js'
import type { ListTies, World } from '../../src/world/index.js'

async function model(...settings: string[]): Promise<Model> {
  const { document } = await loadScenario('world-cities', library, { settings, formulas: false })
  return buildModel({ ...document, measures: ['twinnings'] }, library)
}

function twinsOf(world: World): ListTies {
  return world.ties.twins as ListTies
}

function partners(world: World, i: number): number[] {
  const { capacity, degree, target } = twinsOf(world)
  return Array.from(target.subarray(i * capacity, i * capacity + degree[i]))
}

const total = (world: World) => twinsOf(world).degree.reduce((a, b) => a + b, 0) / 2

describe('ties', () => {
  test('are held by both, abroad, once, and end for both on one day', async () => {
    const crowded = await model('population.cities=300', 'twinning.lapse=0.1', 'twinning.rate=1')
    crowded.run({
      seed: 'ties',
      afterTick(world, tick) {
        if (tick % 150 !== 149) return
        const { capacity, degree, target, columns } = twinsOf(world)
        for (let i = 0; i < world.n; i++) {
          const mine = partners(world, i)
          expect(new Set(mine).size).toBe(mine.length)
          mine.forEach((j, at) => {
            expect(world.actors.state[j]).not.toBe(world.actors.state[i])
            const back = partners(world, j).indexOf(i)
            expect(back).toBeGreaterThanOrEqual(0)
            expect(columns.ends[j * capacity + back]).toBe(columns.ends[i * capacity + at])
          })
          for (let a = i * capacity + degree[i]; a < (i + 1) * capacity; a++) {
            expect(target[a]).toBe(-1)
            expect(columns.ends[a]).toBe(0)
          }
        }
      },
    })
    expect(total(crowded.world)).toBeGreaterThan(100)
  })

  test('never outgrow the room for them', async () => {
    const eager = await model(
      'population.cities=150',
      'twinning.rate=20',
      'twinning.appeal=20',
      'twinning.upkeep=0',
      'twinning.lapse=0',
      'time.end=1956-12-31',
    )
    const { world } = eager.run({ seed: 'eager' })
    const { degree, capacity } = twinsOf(world)
    expect(Math.max(...degree)).toBe(capacity)
  })

  test('are not made by cities that take no part, and nobody else is moved by one that left', async () => {
    const busy = await model('population.cities=400', 'time.end=1950-03-31', 'twinning.rate=3')
    const whole = busy.run({ seed: 'gone' }).world
    const first = Array.from({ length: whole.n }, (_, i) => partners(whole, i))
    const leaver = whole.units[200]
    const sim = busy.start({ seed: 'gone' })
    ;(busy.world.actors.active as Uint8Array)[leaver] = 0
    sim.step()
    const moved = first.filter(
      (p, i) => i !== leaver && p.join() !== partners(busy.world, i).join(),
    )
    expect(partners(busy.world, leaver)).toEqual([])
    // Its partners, those who would have met it, and whom they met instead.
    expect(moved.length).toBeLessThan(12)
  })

  test('lapse at their rate', async () => {
    const dying = await model(
      'population.cities=1000',
      'twinning.lapse=0.02',
      'time.end=1979-12-31',
    )
    const sim = dying.start({ seed: 'lapse' })
    while (sim.tick < 80) sim.step()
    const { ends, at } = { ends: twinsOf(dying.world).columns.ends, at: 20 * 365.2425 - 7305 }
    // Remaining lifetimes of a constant rate are exponential with mean 50 years.
    const rest = Array.from(
      ends.filter((end) => end > 0),
      (end) => (end - at) / 365.2425,
    )
    const mean = rest.reduce((a, b) => a + b, 0) / rest.length
    expect(mean).toBeGreaterThan(45)
    expect(mean).toBeLessThan(55)
  })
})

test('halving the tick leaves the number of ties within noise', async () => {
  const settings = ['population.cities=600', 'twinning.rate=0.6', 'time.end=1979-12-31']
  const [yearly, quarterly, monthly] = await Promise.all(
    [1, 4, 12].map((n) => model(...settings, `time.ticksPerYear=${n}`)),
  )
  const seeds = ['a', 'b', 'c', 'd']
  const mean = (m: Model) =>
    seeds.reduce((sum, seed) => sum + total(m.run({ seed }).world), 0) / seeds.length
  const [y, q, m] = [mean(yearly), mean(quarterly), mean(monthly)]
  // Some 2,000 ties with a standard deviation of about 30 each; means of four.
  expect(Math.abs(q / m - 1)).toBeLessThan(0.03)
  expect(Math.abs(y / m - 1)).toBeLessThan(0.03)
})

test('each cause can be switched off, and does what it says', async () => {
  const outcome = async (...settings: string[]) => {
    const { document } = await loadScenario('world-cities', library, {
      settings: ['population.cities=1500', ...settings],
      formulas: false,
    })
    const names = ['twinDistance', 'twinClustering', 'twinDegree']
    const run = buildModel({ ...document, measures: names }, library).run({ seed: 'causes' })
    const last = (name: string, k: number) => {
      const { values, width } = run.recordings.get(name) ?? { values: [], width: 0 }
      return values[values.length - width + k]
    }
    return {
      distance: last('twinDistance', 1),
      clustering: last('twinClustering', 1),
      largest: last('twinDegree', 4),
    }
  }
  const all = await outcome()
  expect((await outcome('twinning.distance=0')).distance).toBeGreaterThan(1.2 * all.distance)
  expect((await outcome('twinning.referral=0')).clustering).toBeLessThan(0.8 * all.clustering)
  expect((await outcome('twinning.transitivity=0')).clustering).toBeLessThan(all.clustering)
  expect((await outcome('twinning.means=0')).largest).toBeLessThan(all.largest)
})
