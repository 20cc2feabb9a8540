import type { ColumnArray, StoredTable, World } from '../world/index.js'

/** A number that two worlds both have: where it stands in either, and what to call it. */
interface Place {
  readonly a: number
  readonly b: number
  readonly subject: string
}

/** A column that two worlds both have, as far as they share its rows. */
export interface SharedColumn {
  /** `table.column`. */
  readonly name: string
  readonly places: readonly Place[]
  /** Its arrays in the two worlds. */
  readonly a: ColumnArray
  readonly b: ColumnArray
  /** For a column that names rows of a table: the row in world a of each row in world b, −2 for none. */
  readonly rowsOfB: Int32Array | undefined
}

/** The columns of two worlds that can be compared, by the ids of their rows. */
export function sharedColumns(a: World, b: World): readonly SharedColumn[] {
  const shared: SharedColumn[] = []
  for (const [table, stored] of a.tables) {
    const other = b.tables.get(table)
    if (!other) continue
    for (const [name, { per, references }] of stored.columns) {
      const arrays = [stored.arrays.get(name), other.arrays.get(name)]
      if (!arrays[0] || !arrays[1]) continue
      shared.push({
        name: `${table}.${name}`,
        places: sharedPlaces(
          stored,
          other,
          per ? [a.tables.get(per), b.tables.get(per)] : undefined,
        ),
        a: arrays[0],
        b: arrays[1],
        rowsOfB: references
          ? rowsIn(a.tables.get(references), b.tables.get(references))
          : undefined,
      })
    }
  }
  return shared
}

/** The values of a shared column as one of the two worlds has them now, in the order of its places. */
export function valuesIn(column: SharedColumn, side: 'a' | 'b'): Float64Array {
  const { places, rowsOfB } = column
  const array = column[side]
  const values = new Float64Array(places.length)
  for (let k = 0; k < places.length; k++) {
    const value = array[places[k][side]]
    values[k] = side === 'b' && rowsOfB && value >= 0 ? (rowsOfB[value] ?? -2) : value
  }
  return values
}

type Side = StoredTable | undefined

function sharedPlaces(a: Side, b: Side, inner: readonly Side[] | undefined): readonly Place[] {
  const rows = sharedRows(a, b)
  if (inner === undefined) return rows
  // The second dimension is the outer one: all rows for its first id, then all rows for its second.
  return sharedRows(inner[0], inner[1]).flatMap((second) =>
    rows.map((row) => ({
      a: second.a * (a?.n ?? 0) + row.a,
      b: second.b * (b?.n ?? 0) + row.b,
      subject: `${row.subject}, ${second.subject}`,
    })),
  )
}

function sharedRows(a: Side, b: Side): Place[] {
  const rows = new Map(b?.ids.map((id, row) => [id, row]))
  return (a?.ids ?? []).flatMap((id, row) => {
    const other = rows.get(id)
    return other === undefined ? [] : [{ a: row, b: other, subject: id }]
  })
}

function rowsIn(a: Side, b: Side): Int32Array {
  const rows = new Map(a?.ids.map((id, row) => [id, row]))
  return Int32Array.from(b?.ids ?? [], (id) => rows.get(id) ?? -2)
}
