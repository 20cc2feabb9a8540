import { createHash, type Hash } from 'node:crypto'
import { tieArrays } from './ties.js'
import type { World } from './world.js'

/**
 * SHA-256 of all that a world holds: columns in order of their names, ties, agreements, events. Equal digests mean
 * equal worlds; −0 counts as 0 and every NaN as one.
 */
export function digest(world: World): string {
  const hash = createHash('sha256')
  for (const name of [...world.tables.keys()].sort()) {
    const table = world.tables.get(name)
    if (!table) continue
    for (const column of [...table.arrays.keys()].sort()) {
      const array = table.arrays.get(column)
      if (array) feed(hash, `${name}.${column}`, array)
    }
  }
  for (const name of Object.keys(world.ties).sort()) {
    tieArrays(world.ties[name]).forEach((array, at) => {
      feed(hash, `${name}/${at}`, array)
    })
  }
  const { agreements: ledger } = world
  for (const [name, array] of Object.entries(ledger.columns))
    feed(hash, name, array.subarray(0, ledger.n))
  for (const [name, array] of Object.entries(ledger.parties))
    feed(hash, name, array.subarray(0, ledger.partyRows))
  for (const e of world.events.rows) hash.update(JSON.stringify(e))
  return hash.digest('hex')
}

function feed(hash: Hash, name: string, array: Float64Array | Int32Array | Uint8Array): void {
  hash.update(`${name}\n${array.length}\n`)
  const bytes = array instanceof Float64Array ? canonical(array) : array
  hash.update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

function canonical(array: Float64Array): Float64Array {
  return array.map((x) => (x === 0 ? 0 : Number.isNaN(x) ? Number.NaN : x))
}
