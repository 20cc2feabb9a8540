import { type Cell, type ScenarioDocument, syntheticUnits } from '../../scenario/index.js'
import { territorialKinds } from '../../world/index.js'

/** One row of a scenario's table, as people know it. */
export interface Named {
  readonly id: string
  readonly title: string
}

export interface Unit extends Named {
  /** Id of the state that it belongs to; empty for none. */
  readonly state: string
  readonly latitude: number
  readonly longitude: number
  /** NaN where the scenario does not say. */
  readonly population: number
}

export interface Gate extends Named {
  readonly state: string
}

const unitKinds = new Set<unknown>(territorialKinds)

/** Who and what appears in a scenario, with the titles that it gives them. */
export class Cast {
  readonly states: readonly Named[]
  readonly units: readonly Unit[]
  readonly issues: readonly Named[]
  readonly instruments: readonly Named[]
  readonly gates: readonly Gate[]
  /** Named sets of actors, with the ids of their members. */
  readonly groups: readonly (Named & { readonly members: ReadonlySet<string> })[]

  constructor(private readonly document: ScenarioDocument) {
    const rows = (table: string) =>
      Object.entries(document.tables[table] ?? {}).map(([id, row]) => ({
        id,
        row,
        title: this.title(table, id),
      }))
    const actors = rows('actors')
    this.states = actors.filter(({ row }) => row.kind === 'state').map(named)
    this.units = actors
      .filter(({ row }) => unitKinds.has(row.kind))
      .map(({ id, title, row }) => ({
        id,
        title,
        state: String(row.state ?? ''),
        latitude: numberIn(row.latitude),
        longitude: numberIn(row.longitude),
        population: numberIn(row.population),
      }))
      .concat(syntheticUnits(document).map((unit) => ({ ...unit, title: unit.id })))
    this.issues = rows('issues').map(named)
    this.groups = Object.entries(document.groups ?? {}).map(([id, { title, members }]) => ({
      id,
      title,
      members: new Set(members),
    }))
    this.instruments = rows('instruments').map(named)
    this.gates = rows('gates').map(({ id, title, row }) => ({
      id,
      title,
      state: String(row.state ?? ''),
    }))
  }

  /** What a row is called; its id where it has no title. */
  title(table: string, id: string): string {
    const title = this.cell(table, id, 'title')
    return title === undefined || title === '' ? id : String(title)
  }

  actor(id: string): string {
    return this.title('actors', id)
  }

  instrument(id: string): string {
    return this.title('instruments', id)
  }

  issue(id: string): string {
    return this.title('issues', id)
  }

  gate(id: string): string {
    return this.title('gates', id)
  }

  cell(table: string, id: string, column: string): Cell | undefined {
    const rows = this.document.tables[table]
    if (rows === undefined || !Object.hasOwn(rows, id)) return undefined
    return Object.hasOwn(rows[id], column) ? rows[id][column] : undefined
  }

  number(table: string, id: string, column: string): number {
    return numberIn(this.cell(table, id, column))
  }

  /** What anything that a measure is taken of is called: a group, a row of any table, or a class. */
  anything(id: string): string {
    const group = this.groups.find((g) => g.id === id)
    if (group) return group.title
    const table = Object.keys(this.document.tables).find((name) =>
      Object.hasOwn(this.document.tables[name], id),
    )
    return table === undefined ? id : this.title(table, id)
  }

  /** Ids of a table's rows. */
  ids(table: string): readonly string[] {
    return Object.keys(this.document.tables[table] ?? {})
  }
}

function named({ id, title }: Named): Named {
  return { id, title }
}

/** A cell's number; NaN for none. */
export function numberIn(cell: Cell | undefined): number {
  return cell === undefined || cell === '' ? NaN : Number(cell)
}
