import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/contract/index.js'
import { entityKeys } from '../../src/random/index.js'
import { buildModel, loadScenario } from '../../src/scenario/index.js'
import { Atlas } from '../../src/scenario/populationPlaces.js'
import { largestCities, zipf } from '../../src/scenario/populationSizes.js'
import type { World } from '../../src/world/index.js'
import { drift } from './library.js'

const library: Library = { mechanisms: [drift], measures: [] }
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

const actors = `id,title,kind,state,population,urbanPopulation
FR,France,state,,56000000,42000000
LU,Luxembourg,state,,380000,310000
NZ,New Zealand,state,,3400000,2900000
oldtown,Old town,city,FR,1000,
`

async function folder(population: string, csv = actors): Promise<string> {
  const home = join(await mkdtemp(join(tmpdir(), 'towns-')), 'towns')
  folders.push(home)
  await cp(new URL('lake', import.meta.url), home, { recursive: true })
  await writeFile(join(home, 'actors.csv'), csv)
  await writeFile(
    join(home, 'scenario.yaml'),
    `format: 1
name: towns
title: Towns
question: Do they load?
summary: Towns.
licence: CC0-1.0
time: { start: 2000-01-01, end: 2001-12-31, ticksPerYear: 1 }
${population}
tables:
  actors: actors.csv
  issues: { water: {} }
mechanisms: { drift: {} }
`,
  )
  return home
}

async function world(population: string, settings: string[] = [], csv = actors): Promise<World> {
  const home = await folder(population, csv)
  const { document } = await loadScenario(home, library, { settings, formulas: false })
  return buildModel(document, library).world
}

async function complaint(population: string, settings: string[] = [], csv = actors) {
  const home = await folder(population, csv)
  const error = await loadScenario(home, library, { settings, formulas: false }).catch((e) => e)
  expect(error).toBeInstanceOf(Error)
  return String((error as Error).message).replaceAll(home, '')
}

describe('sizes', () => {
  test('follow rank and exponent, and add up to the urban population', () => {
    for (const exponent of [0.8, 1, 1.3]) {
      const { largest, towns } = zipf(1e7, exponent, 2000)
      const sizes = Array.from({ length: towns }, (_, r) => largest / (r + 1) ** exponent)
      expect(sizes.reduce((a, b) => a + b)).toBeCloseTo(1e7, -1)
      expect(sizes[towns - 1]).toBeGreaterThanOrEqual(2000)
      // One town more, with all others of its size and above, would take more people than there are.
      const more = Array.from({ length: towns + 1 }, (_, r) => ((towns + 1) / (r + 1)) ** exponent)
      expect(2000 * more.reduce((a, b) => a + b)).toBeGreaterThan(1e7)
    }
    expect(zipf(1500, 1, 2000)).toEqual({ largest: 0, towns: 0 })
  })

  test('are those of the largest cities: a smaller world is a part of a larger one', () => {
    const countries = [4.2e7, 3.1e5, 2.9e6].map((urbanPopulation) => ({ urbanPopulation }))
    const large = largestCities(countries, 500, 1, 2000)
    expect(largestCities(countries, 50, 1, 2000)).toEqual(large.slice(0, 50))
    expect(large.every((c, k) => k === 0 || c.population <= large[k - 1].population)).toBe(true)
  })
})

describe('places', () => {
  const atlas = new Atlas()

  test('lie within the country and not in its neighbour, whatever its shape', () => {
    const at = (latitude: number, longitude: number) => ({ latitude, longitude })
    expect(atlas.outline('FR')?.contains(at(48.86, 2.35))).toBe(true)
    expect(atlas.outline('FR')?.contains(at(52.52, 13.4))).toBe(false)
    expect(atlas.outline('LS')?.contains(at(-29.5, 28.2))).toBe(true)
    expect(atlas.outline('ZA')?.contains(at(-29.5, 28.2))).toBe(false)
    expect(atlas.outline('US')?.contains(at(64.8, -147.7))).toBe(true)
    expect(atlas.outline('FJ')?.contains(at(-16.6, 179.5))).toBe(true)
    expect(atlas.outline('XX')).toBeUndefined()
  })

  test('are spread evenly over the area', () => {
    // Egypt spans ten degrees of latitude: a quarter of its square is as likely as its area says.
    const outline = atlas.outline('EG')
    let k = 0
    const golden = (draw: number) => ((draw + 1) * 0.6180339887498949 + 0.137 * k) % 1
    const spots = Array.from({ length: 2000 }, () => {
      k++
      return outline?.place(
        (draw) => (golden(draw) + k * 0.7548776662466927 * (draw % 2 ? 1 : 0.57)) % 1,
      )
    })
    expect(spots.every((spot) => spot && outline?.contains(spot))).toBe(true)
    const south = spots.filter((spot) => spot && spot.latitude < 26.5).length / 2000
    expect(south).toBeGreaterThan(0.4)
    expect(south).toBeLessThan(0.62)
  })
})

describe('a world with a population', () => {
  test('has the written actors first, then the cities, in their states, on their land', async () => {
    const { n, actors: a, units } = await world('population: { cities: 300 }')
    expect(n).toBe(304)
    expect(a.ids.slice(0, 5)).toEqual(['FR', 'LU', 'NZ', 'oldtown', 'FR-1'])
    expect(units).toHaveLength(301)
    const atlas = new Atlas()
    const population = (a as unknown as { population: Float64Array }).population
    for (let i = 4; i < n; i++) {
      const state = a.ids[a.state[i]]
      expect(a.ids[i].startsWith(`${state}-`)).toBe(true)
      expect(population[i]).toBeGreaterThanOrEqual(2000)
      const spot = { latitude: a.latitude[i], longitude: a.longitude[i] }
      expect(atlas.outline(state)?.contains(spot)).toBe(true)
    }
    expect(a.keys).toEqual(entityKeys(a.ids))
  })

  test('keeps its cities when others are added', async () => {
    const small = (await world('population: { cities: 50 }')).actors
    const large = (await world('population: { cities: 50 }', ['population.cities=500'])).actors
    small.ids.forEach((id, i) => {
      const j = large.ids.indexOf(id)
      expect([large.latitude[j], large.longitude[j]]).toEqual([
        small.latitude[i],
        small.longitude[i],
      ])
    })
  })

  test('has other places with another seed of its own, and no others with another run', async () => {
    const one = await world('population: { cities: 50 }')
    const two = await world('population: { cities: 50, seed: 2 }')
    expect(two.actors.ids).toEqual(one.actors.ids)
    expect(two.actors.latitude.slice(4)).not.toEqual(one.actors.latitude.slice(4))
    const set = await world('population: { cities: 50 }', ['population.seed=2'])
    expect(set.actors.latitude).toEqual(two.actors.latitude)
    const home = await folder('population: { cities: 50 }')
    const { document } = await loadScenario(home, library, { formulas: false })
    const model = buildModel(document, library)
    const places = (seed: string) => model.run({ seed }).world.actors.longitude.slice()
    expect(places('1')).toEqual(places('2'))
  })

  test('changes with what a treatment or setting says of its countries', async () => {
    const { actors: a } = await world('population: { cities: 100 }', [
      'actors.LU.urbanPopulation=30000000',
    ])
    expect(a.ids.filter((id) => id.startsWith('LU-')).length).toBeGreaterThan(30)
  })

  test('stays small as a document', async () => {
    const home = await folder('population: { cities: 2500 }')
    const { document } = await loadScenario(home, library, { formulas: false })
    expect(JSON.stringify(document).length).toBeLessThan(2000)
  })
})

describe('a population that cannot be is refused', () => {
  test('for numbers', async () => {
    expect(await complaint('population: { cities: 0 }')).toContain('cities')
    expect(await complaint('population: { cities: 10, size: 3 }')).toContain('unknown key "size"')
    expect(await complaint('population: { cities: 100000 }')).toMatch(
      /100000 cities are more than there are: \d+ reach 2000 people/,
    )
    expect(await complaint('population: { cities: 10 }', ['population.cities=many'])).toContain(
      'population.cities',
    )
    expect(await complaint('population: { cities: 10 }', ['population.city=10'])).toContain(
      'unknown key "city" in population',
    )
    const bare = 'id,title,kind,population\nFR,France,state,56000000\n'
    expect(await complaint('', ['population.cities=10'], bare)).toContain(
      'synthesises no population',
    )
  })

  test('for countries', async () => {
    const rest = actors.slice(actors.indexOf('\n') + 1)
    const head = 'id,title,kind,state,population,urbanPopulation\n'
    const p = 'population: { cities: 10 }'
    expect(await complaint(p, [], `${head}${rest.replace('LU,', 'LX,')}`)).toContain(
      'the map has no country "LX"',
    )
    expect(await complaint(p, [], `${head}${rest.replace('oldtown', 'FR-2')}`)).toContain(
      '"FR-2" is also the name of a synthetic city',
    )
    const bare = 'id,title,kind,state,population\nFR,France,state,,56000000\n'
    expect(await complaint(p, [], bare)).toContain('no state has an urban population')
    expect(await complaint('', [])).toContain('unknown column "urbanPopulation"')
  })
})
