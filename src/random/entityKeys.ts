import { hash } from 'node:crypto'

/** The keys of n entities, as two columns of n signed 32-bit integers. */
export interface EntityKeys {
  readonly hi: Int32Array
  readonly lo: Int32Array
}

/**
 * A stable 64-bit key for each entity: the first eight bytes of the SHA-256 of its id in UTF-8. A key
 * depends on the id alone, so an actor keeps its luck when others come, go or change places.
 *
 * @param ids the entities' ids, in row order
 * @returns one key a row; two ids share one with probability 2^-64
 */
export function entityKeys(ids: readonly string[]): EntityKeys {
  const hi = new Int32Array(ids.length)
  const lo = new Int32Array(ids.length)
  ids.forEach((id, i) => {
    // A byte a character: a buffer for each of a million ids would cost three times as much.
    const digest = hash('sha256', id, 'binary')
    hi[i] = word(digest, 0)
    lo[i] = word(digest, 4)
  })
  return { hi, lo }
}

/** Four bytes, the highest first, as a signed integer. */
function word(bytes: string, at: number): number {
  return (
    (bytes.charCodeAt(at) << 24) |
    (bytes.charCodeAt(at + 1) << 16) |
    (bytes.charCodeAt(at + 2) << 8) |
    bytes.charCodeAt(at + 3)
  )
}
