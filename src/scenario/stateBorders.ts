import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import countries from 'i18n-iso-countries'
import type { StateBorders } from '../world/index.js'
import type { ScenarioDocument } from './document.js'
import { shippedShelf } from './findScenario.js'

let pairs: readonly (readonly string[])[] | undefined

/**
 * Which states of a scenario touch on the map of today. States are known by their ids: those of ISO 3166-1, two
 * letters; an invented state touches nobody here, and its borders are for the scenario to say.
 */
export function stateBordersOf({ tables }: ScenarioDocument): StateBorders {
  const rows = new Map<string, number>()
  Object.entries(tables.actors ?? {}).forEach(([id, { kind }], row) => {
    if (kind === 'state' && isOnMap(id)) rows.set(id, row)
  })
  const states = [...rows.values()]
  const touching =
    states.length < 2 ? [] : landBorders().filter((pair) => pair.every((id) => rows.has(id)))
  const side = (at: number) => touching.map((pair) => rows.get(pair[at]) ?? -1)
  return { states, first: side(0), second: side(1) }
}

/** Whether an id is that of a state of today. */
export function isOnMap(id: string): boolean {
  // The package takes numbers for codes, too.
  return /^[A-Z]{2}$/.test(id) && countries.alpha2ToNumeric(id) !== undefined
}

function landBorders(): readonly (readonly string[])[] {
  pairs ??= readFileSync(join(shippedShelf, 'catalogue', 'land-borders.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  return pairs
}
