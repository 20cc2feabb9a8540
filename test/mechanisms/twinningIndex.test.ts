import { describe, expect, test } from 'vitest'
import { buildAlias, drawAlias } from '../../src/mechanisms/twinning/alias.js'
import { type Cities, PartnerIndex } from '../../src/mechanisms/twinning/PartnerIndex.js'
import { exp, greatCircle, toSphere } from '../../src/numeric/index.js'
import { Draws, deriveKey, entityKeys } from '../../src/random/index.js'
import { gravity } from '../../src/world/index.js'

const fitted = { distance: -0.995, size: 0.318, disparity: -0.735 }
const placeless = { ...fitted, distance: 0 }
const nearest = 10

/** Cities in some states side by side, of very different sizes; states are the first rows. */
function world(n: number, states: number, seed = 'small'): Cities & { readonly ids: string[] } {
  const ids = Array.from({ length: states + n }, (_, i) => `place-${i}`)
  const draws = new Draws(deriveKey(seed, 0, 'test'), entityKeys(ids))
  const rows = Array.from({ length: n }, (_, k) => states + k)
  const state = Int32Array.from(ids, (_, i) => (i < states ? -1 : i % states))
  const latitude = Float64Array.from(ids, (_, i) => 40 + 15 * draws.at(i, 0))
  const longitude = Float64Array.from(ids, (_, i) => 6 * Math.max(0, state[i]) + 7 * draws.at(i, 1))
  const population = Float64Array.from(ids, (_, i) => Math.round(2000 / (draws.at(i, 2) + 0.0005)))
  return { ids, rows, state, latitude, longitude, population }
}

function exactKernel(cities: Cities, i: number, weights: typeof fitted): Float64Array {
  const { rows, state, latitude, longitude, population } = cities
  const a = toSphere(latitude[i], longitude[i])
  const pull = new Float64Array(state.length)
  let total = 0
  for (const j of rows) {
    if (state[j] === state[i]) continue
    const b = toSphere(latitude[j], longitude[j])
    const kilometres = Math.max(nearest, greatCircle(a.x, a.y, a.z, b.x, b.y, b.z))
    pull[j] = exp(gravity(weights, kilometres, population[i], population[j]))
    total += pull[j]
  }
  return pull.map((x) => x / total)
}

/** Counts who is drawn, and how many tries it takes. */
function sample(index: PartnerIndex, i: number, size: number, length: number) {
  const draws = new Draws(deriveKey('sample', i, 'test'), entityKeys(['x']))
  const counts = new Float64Array(length)
  let tries = 0
  for (let drawn = 0; drawn < size; tries++) {
    draws.setTick(tries)
    const j = index.draw(i, draws.at(0, 0), draws.at(0, 1), draws.at(0, 2))
    if (j < 0) continue
    counts[j]++
    drawn++
  }
  return { counts, tries }
}

test('an alias table holds exactly its weights', () => {
  const weights = [3, 0, 1, 0.5, 7, 2e-3, 4]
  const n = weights.length
  const into = { own: new Float32Array(n + 2), other: new Uint16Array(n + 2) }
  const total = buildAlias(Float64Array.from(weights), n, into, 2, new Int32Array(n))
  expect(total).toBeCloseTo(15.502, 12)
  const share = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    share[k] += into.own[2 + k] / n
    share[into.other[2 + k]] += (1 - into.own[2 + k]) / n
  }
  weights.forEach((w, k) => {
    expect(share[k]).toBeCloseTo(w / total, 6)
  })
  expect(drawAlias(into, 2, n, 0)).toBeLessThan(n)
  expect(drawAlias(into, 2, n, 1 - 2 ** -53)).toBeLessThan(n)
  expect(buildAlias(new Float64Array(3), 3, into, 0, new Int32Array(3))).toBe(0)
})

describe('candidates follow gravity', () => {
  const cities = world(150, 5)
  for (const [name, weights] of Object.entries({ fitted, placeless })) {
    test(`as computed over all pairs, with ${name} weights`, () => {
      const index = new PartnerIndex(cities, weights, nearest)
      const bySize = [...cities.rows].sort((a, b) => cities.population[a] - cities.population[b])
      const size = 20_000
      for (const i of [bySize[0], bySize[75], bySize[149]]) {
        const expected = exactKernel(cities, i, weights)
        const { counts } = sample(index, i, size, cities.state.length)
        // Pearson's statistic over cities that are expected five times or more; the rest are one class.
        let statistic = 0
        let classes = 0
        let rare = [0, 0]
        expected.forEach((p, j) => {
          if (p === 0) expect(counts[j]).toBe(0)
          else if (p * size < 5) rare = [rare[0] + p * size, rare[1] + counts[j]]
          else {
            statistic += (counts[j] - p * size) ** 2 / (p * size)
            classes++
          }
        })
        if (rare[0] > 5) statistic += (rare[1] - rare[0]) ** 2 / rare[0]
        // Mean classes, variance 2 · classes: five standard deviations.
        expect(statistic).toBeLessThan(classes + 5 * Math.sqrt(2 * classes))
      }
    })
  }

  test('and nobody is abroad in a world of one state', () => {
    const alone = world(20, 1)
    const index = new PartnerIndex(alone, fitted, nearest)
    expect(alone.rows.some((i) => index.hasAbroad(i))).toBe(false)
    expect(new PartnerIndex(cities, fitted, nearest).hasAbroad(cities.rows[0])).toBe(true)
    expect(index.hasAbroad(0)).toBe(false)
  })
})

test('tries for a candidate and homes do not grow with the number of cities', () => {
  for (const n of [300, 3000, 30_000]) {
    const cities = world(n, 20, 'large')
    const index = new PartnerIndex(cities, fitted, nearest)
    expect(index.homes).toBeLessThan(1200)
    let tries = 0
    for (let k = 0; k < 200; k++) {
      const i = cities.rows[Math.floor((k * n) / 200)]
      tries += sample(index, i, 5, cities.state.length).tries
    }
    expect(tries / 1000).toBeLessThan(8)
  }
})

test('a city more changes few of the draws of others', () => {
  const cities = world(2000, 20, 'large')
  const i = cities.rows[1000]
  const fewer = { ...cities, rows: cities.rows.filter((j) => j !== i) }
  const [a, b] = [cities, fewer].map((c) => new PartnerIndex(c, fitted, nearest))
  const draws = new Draws(deriveKey('same', 0, 'test'), entityKeys(cities.ids))
  const asked = fewer.rows.filter((_, k) => k % 2 === 0)
  const same = asked.filter((j) => {
    const u = [draws.at(j, 0), draws.at(j, 1), draws.at(j, 2)] as const
    return a.draw(j, ...u) === b.draw(j, ...u)
  })
  expect(same.length / asked.length).toBeGreaterThan(0.85)
})
