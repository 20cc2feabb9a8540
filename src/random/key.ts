import { hash } from 'node:crypto'
import seedrandom from 'seedrandom'

/** 64 bits that name a stream of chance, as two signed 32-bit integers. */
export interface Key {
  readonly hi: number
  readonly lo: number
}

/**
 * The key of one source of chance.
 *
 * SHA-256 of the parts, each preceded by its length, so that no two lists of parts are written alike;
 * its hexadecimal digits seed the `alea` generator of seedrandom, whose first two 32-bit integers are
 * the key. The detour over SHA-256 matters: alea gives '1' and '11' one and the same stream.
 *
 * Nothing about a treatment, a factor or the number of a run enters, so a treatment and its control
 * meet the same chance.
 *
 * @param masterSeed the seed as the user wrote it
 * @param replicate which repetition, a whole number from 0
 * @param domain whose chance this is: a mechanism instance, or 'measures', 'population', 'statistics' …
 * @param future 0 for the common future; another whole number after a branch gives another future
 * @throws RangeError if replicate or future is not a whole number from 0
 */
export function deriveKey(masterSeed: string, replicate: number, domain: string, future = 0): Key {
  for (const count of [replicate, future]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`a replicate or future must be a whole number from 0, not ${count}`)
    }
  }
  const parts = [masterSeed, String(replicate), domain]
  if (future !== 0) parts.push(String(future))
  const written = parts.map((part) => `${Buffer.byteLength(part, 'utf8')}:${part};`).join('')
  const generator = seedrandom.alea(hash('sha256', written, 'hex'))
  return { hi: generator.int32(), lo: generator.int32() }
}
