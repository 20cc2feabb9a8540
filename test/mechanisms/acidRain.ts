import { fileURLToPath } from 'node:url'
import type { Model } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { buildModel, loadScenario, type ScenarioDocument } from '../../src/scenario/index.js'

export const shelf = fileURLToPath(new URL('../../scenarios/', import.meta.url))

/** The acid-rain scenario, with a treatment and settings if wanted. */
export async function acidRain(
  treatment?: string,
  settings: readonly string[] = [],
): Promise<ScenarioDocument> {
  const options = { shelf, formulas: false, treatment, settings }
  return (await loadScenario('acid-rain', library, options)).document
}

export async function acidRainModel(
  treatment?: string,
  settings: readonly string[] = [],
): Promise<Model> {
  return buildModel(await acidRain(treatment, settings), library)
}

/**
 * The scenario without some of its actors, and without whatever speaks of them: sites, seats, borders, memberships,
 * dated changes, places in groups.
 */
export function without(document: ScenarioDocument, actors: readonly string[]): ScenarioDocument {
  const gone = new Set(actors)
  const kept = Object.entries(document.tables).map(([table, rows]) => [
    table,
    Object.fromEntries(
      Object.entries(rows).filter(
        ([id, row]) =>
          !(table === 'actors' && gone.has(id)) &&
          !Object.values(row).some((cell) => gone.has(String(cell))),
      ),
    ),
  ])
  const tables = Object.fromEntries(kept) as ScenarioDocument['tables']
  const groups = Object.fromEntries(
    Object.entries(document.groups ?? {}).map(([id, group]) => [
      id,
      { ...group, members: group.members.filter((member) => !gone.has(member)) },
    ]),
  )
  const changes = (document.changes ?? []).filter(
    ({ table, id }) => tables[table] === undefined || Object.hasOwn(tables[table], id),
  )
  return { ...document, tables, groups, changes }
}

/** Units that nothing depends on: no holder comes from there. */
export function removable({ tables }: ScenarioDocument): string[] {
  const homes = new Set(Object.values(tables.holders).map(({ home }) => String(home)))
  return Object.entries(tables.actors)
    .filter(([id, { kind }]) => kind === 'region' && !homes.has(id))
    .map(([id]) => id)
}
