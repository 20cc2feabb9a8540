import type { Model } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { buildModel, type ScenarioDocument } from '../../src/scenario/index.js'
import { type ColumnArray, gateKinds, type World } from '../../src/world/index.js'

/** The columns of each table by name, for tests that look into a world that they did not declare. */
export function columnsOf(world: World) {
  const table = (name: string) =>
    Object.fromEntries(world.tables.get(name)?.arrays ?? []) as { [column: string]: ColumnArray }
  return {
    actors: table('actors'),
    gates: table('gates'),
    issues: table('issues'),
    holders: table('holders'),
  }
}

export function gateKind(world: World, g: number): string {
  return gateKinds[columnsOf(world).gates.kind[g]]
}

/** A world for one or a few of the shipped mechanisms, with tables as a scenario would write them. */
export interface Stage {
  readonly model: Model
  readonly world: World
  /** Row of an id in a table; actors by default. */
  row(id: string, table?: string): number
  columns: ReturnType<typeof columnsOf>
}

export function stage(
  mechanisms: ScenarioDocument['mechanisms'],
  tables: ScenarioDocument['tables'],
  more: Partial<ScenarioDocument> = {},
): Stage {
  const model = buildModel(
    {
      format: 1,
      name: 'stage',
      title: 'Stage',
      question: 'Does the rule hold?',
      summary: 'One rule.',
      licence: 'CC0-1.0',
      time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear: 4 },
      tables: { issues: { lake: {} }, ...tables },
      mechanisms,
      measures: [],
      ...more,
    },
    library,
  )
  const { world } = model
  const row = (id: string, table = 'actors') => {
    const at = world.view(table).ids.indexOf(id)
    if (at < 0) throw new Error(`there is no ${table} ${id}`)
    return at
  }
  return { model, world, row, columns: columnsOf(world) }
}
