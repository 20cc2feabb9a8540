import type { AnyMechanism } from '../contract/index.js'
import type { StoredTable, World } from '../world/index.js'

/** A value left its range, or is not a number: the model is wrong, and the run ends. */
export class ModelError extends Error {
  readonly mechanism: string
  readonly subject: string
  readonly tick: number

  constructor(mechanism: string, subject: string, tick: number, what: string) {
    super(`Mechanism "${mechanism}", tick ${tick}, ${subject}: ${what}`)
    this.name = 'ModelError'
    this.mechanism = mechanism
    this.subject = subject
    this.tick = tick
  }
}

/**
 * Looks at every column that the mechanism may write. One value that is not a number can otherwise spread through
 * a whole run and still give plausible results.
 *
 * @throws {ModelError} naming the mechanism, the row and the tick
 */
export function guard(world: World, mechanism: AnyMechanism, tick: number): void {
  for (const name in mechanism.writes) {
    const table = world.tables.get(name)
    if (!table) continue
    for (const column in mechanism.writes[name]) {
      const array = table.arrays.get(column)
      const range = table.columns.get(column)?.range
      if (!array) continue
      const low = range ? range[0] : -Number.MAX_VALUE
      const high = range ? range[1] : Number.MAX_VALUE
      for (let i = 0; i < array.length; i++) {
        const value = array[i]
        if (!(value >= low && value <= high)) {
          throw new ModelError(
            mechanism.name,
            rowName(table, i),
            tick,
            explain(column, value, low, high),
          )
        }
      }
    }
  }
}

function rowName(table: StoredTable, at: number): string {
  return table.ids[at % table.n] ?? `row ${at}`
}

function explain(column: string, value: number, low: number, high: number): string {
  if (Number.isNaN(value)) return `"${column}" is not a number.`
  return `"${column}" is ${value}, outside ${low} to ${high}.`
}
