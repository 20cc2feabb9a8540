import { quote } from '../diagnostics/index.js'
import { Draws, deriveKey, entityKeys } from '../random/index.js'
import { actorColumns, actorKinds, type ColumnArray, type RowKeys, real } from '../world/index.js'
import { readNumber } from './cell.js'
import type { ScenarioDocument } from './document.js'
import type { Findings } from './findings.js'
import { Atlas, type Outline } from './populationPlaces.js'
import type { PopulationSettings } from './populationSettings.js'
import { largestCities } from './populationSizes.js'

/** Columns of actors that come with a population. */
export const populationColumns = {
  urbanPopulation: real({
    meaning: 'people in towns, from whom cities are synthesised (rows of states)',
    unit: 'person',
    range: [0, 2e9],
    input: 'optional',
  }),
  population: actorColumns.population,
} as const

/** Synthetic actors: rows that follow the written ones. */
export interface Population {
  readonly ids: readonly string[]
  readonly keys: RowKeys
  /** Values of their columns; `state` holds row numbers of written actors. */
  readonly columns: { readonly [name: string]: ColumnArray }
}

const nobody: Population = {
  ids: [],
  keys: { hi: new Int32Array(0), lo: new Int32Array(0) },
  columns: {},
}

/** What was synthesised from the same settings and the same written actors: treatments share it. */
const known = new WeakMap<
  PopulationSettings,
  { readonly of: unknown; readonly population: Population }
>()
let atlas: Atlas | undefined

/** The synthetic actors of a scenario, none if it wants none. What cannot be made is left out. */
export function populationOf(document: ScenarioDocument): Population {
  const { population: settings } = document
  if (settings === undefined) return nobody
  const { actors } = document.tables
  const earlier = known.get(settings)
  if (earlier?.of === actors) return earlier.population
  const population = synthesise(document, settings)
  known.set(settings, { of: actors, population })
  return population
}

/** The synthetic actors of a scenario one by one, with the ids of their states. */
export function syntheticUnits(document: ScenarioDocument) {
  const { ids, columns } = populationOf(document)
  const written = Object.keys(document.tables.actors ?? {})
  return ids.map((id, i) => ({
    id,
    state: written[columns.state[i]],
    latitude: columns.latitude[i],
    longitude: columns.longitude[i],
    population: columns.population[i],
  }))
}

/** Reports countries without a map, cities that are written already, and a number of cities that does not exist. */
export function checkPopulation(document: ScenarioDocument, findings: Findings): void {
  const { population: settings } = document
  if (settings === undefined) return
  const countries = countriesOf(document)
  if (countries.length === 0) {
    findings.add(['population'], 'no state has an urban population', {
      at: 'key',
      hint: 'Give states among the actors a column "urbanPopulation"',
    })
    return
  }
  for (const { id, outline } of countries) {
    if (outline) continue
    findings.add(
      ['tables', 'actors', id, 'urbanPopulation'],
      `the map has no country ${quote(id)}`,
      {
        expected: 'an id after ISO 3166-1, such as FR, for each state with an urban population',
      },
    )
  }
  const { ids } = populationOf(document)
  const doubled = ids.find((id) => Object.hasOwn(document.tables.actors, id))
  if (doubled !== undefined) {
    findings.add(
      ['tables', 'actors', doubled],
      `${quote(doubled)} is also the name of a synthetic city`,
      {
        at: 'key',
        expected: 'another id: synthetic cities are called by country and rank',
      },
    )
  }
  if (ids.length < settings.cities && countries.every(({ outline }) => outline)) {
    findings.add(
      ['population', 'cities'],
      `${settings.cities} cities are more than there are: ${ids.length} reach ${settings.smallest} people`,
      { hint: 'Lower population.smallest, or take fewer cities' },
    )
  }
}

interface Country {
  readonly id: string
  /** Row among the written actors. */
  readonly row: number
  readonly urbanPopulation: number
  readonly outline: Outline | undefined
}

function countriesOf({ tables }: ScenarioDocument): Country[] {
  atlas ??= new Atlas()
  const map = atlas
  return Object.entries(tables.actors ?? {}).flatMap(([id, { kind, urbanPopulation }], row) => {
    const people = urbanPopulation === undefined ? 0 : (readNumber(urbanPopulation) ?? 0)
    if (kind !== 'state' || !(people > 0)) return []
    return [{ id, row, urbanPopulation: people, outline: map.outline(id) }]
  })
}

function synthesise(document: ScenarioDocument, settings: PopulationSettings): Population {
  const { seed, exponent, smallest } = settings
  const countries = countriesOf(document).filter(({ outline }) => outline)
  const cities = largestCities(countries, settings.cities, exponent, smallest)
  // By country, so that those who are near each other in space are near each other in memory.
  cities.sort((a, b) => a.country - b.country || a.rank - b.rank)
  const n = cities.length
  const ids = cities.map(({ country, rank }) => `${countries[country].id}-${rank}`)
  const keys = entityKeys(ids)
  const columns = {
    kind: new Uint8Array(n).fill(actorKinds.indexOf('city')),
    state: new Int32Array(n),
    latitude: new Float64Array(n),
    longitude: new Float64Array(n),
    population: new Float64Array(n),
  }
  const draws = new Draws(deriveKey(seed, 0, 'population'), keys)
  cities.forEach(({ country, population }, i) => {
    const { row, outline } = countries[country]
    const spot = outline?.place((k) => draws.at(i, k))
    columns.state[i] = row
    columns.latitude[i] = spot?.latitude ?? 0
    columns.longitude[i] = spot?.longitude ?? 0
    columns.population[i] = population
  })
  return { ids, keys, columns }
}
