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
  return keysOf(ids.length, (i) => ids[i])
}

/** `entityKeys` of the ids `0`, `1`, … n − 1, none of which is kept. */
export function numberKeys(n: number): EntityKeys {
  return keysOf(n, String)
}

function keysOf(n: number, id: (row: number) => string): EntityKeys {
  const hi = new Int32Array(n)
  const lo = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    // A byte a character: a buffer for each of a million ids would cost three times as much.
    const digest = hash('sha256', id(i), 'binary')
    hi[i] = word(digest, 0)
    lo[i] = word(digest, 4)
  }
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
