import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../archive/index.js'

/** How often a claim is touched, and how many touches must be missed before it counts as left. */
export interface Lease {
  readonly touchEvery: number
  readonly missed: number
}

/** Ten seconds, three times. */
export const usualLease: Lease = { touchEvery: 10_000, missed: 3 }

/** A name for a process that works on an experiment, different from every other. */
export function pilotName(): string {
  const host = hostname().replace(/[^\w.]/g, '_')
  return `${host}-${process.pid}-${randomBytes(4).toString('hex')}`
}

/** A chunk that is ours for the time being. A lost claim does no harm: two equal chunks are one. */
export class Claim {
  readonly path: string
  readonly #file: FileHandle
  readonly #timer: NodeJS.Timeout
  #touching: Promise<void> = Promise.resolve()

  constructor(path: string, file: FileHandle, pilot: string, lease: Lease) {
    this.path = path
    this.#file = file
    // Through the open file: were the claim taken over, the name would lead to the claim of another.
    const touch = async () => {
      await file.write(pilot, 0).catch(() => undefined)
    }
    this.#timer = setInterval(() => {
      this.#touching = touch()
    }, lease.touchEvery)
    this.#timer.unref()
  }

  /** Stops touching. The file stays, to tell who has worked on the chunk, unless the work is given up. */
  async end(givenUp: boolean): Promise<void> {
    clearInterval(this.#timer)
    await this.#touching
    await this.#file.close()
    if (givenUp) await rm(this.path, { force: true })
  }
}

/**
 * Claims a chunk by creating its file, which only one can do. A claim whose owner has died is set aside first.
 *
 * @param folder the experiment's folder
 * @returns undefined if another works on the chunk
 */
export async function claimChunk(
  folder: string,
  chunk: number,
  pilot: string,
  lease: Lease,
): Promise<Claim | undefined> {
  const path = join(folder, 'claims', String(chunk))
  for (;;) {
    try {
      const file = await open(path, 'wx+')
      await file.write(pilot, 0)
      return new Claim(path, file, pilot, lease)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') {
        await mkdir(join(folder, 'claims'), { recursive: true })
        continue
      }
      if (errorCode(error) !== 'EEXIST') throw error
    }
    if (!(await isLeft(folder, path, pilot, lease))) return undefined
    try {
      await rename(path, `${path}.left-${pilot}-${randomBytes(3).toString('hex')}`)
    } catch (error) {
      // Another was quicker.
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }
}

/** Has the owner of a claim died, or not been heard of for long enough? */
async function isLeft(folder: string, path: string, pilot: string, lease: Lease): Promise<boolean> {
  try {
    const owner = await readFile(path, 'utf8')
    if (hasDied(owner, pilot)) return true
    const { mtimeMs } = await stat(path)
    return (await fileServerNow(folder, pilot)) - mtimeMs > lease.touchEvery * lease.missed
  } catch (error) {
    // Gone, or being set aside: it is not for us to take now.
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Of a process on this very machine we can know. */
function hasDied(owner: string, pilot: string): boolean {
  const parse = (name: string) => /^(.*)-(\d+)-[0-9a-f]{8}$/.exec(name)
  const [other, own] = [parse(owner), parse(pilot)]
  if (!other || !own || other[1] !== own[1] || other[2] === own[2]) return false
  try {
    process.kill(Number(other[2]), 0)
    return false
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
}

/** The time by the clock that also dates the claims: on a cluster that of the file server, not ours. */
async function fileServerNow(folder: string, pilot: string): Promise<number> {
  await mkdir(join(folder, 'tmp'), { recursive: true })
  const path = join(folder, 'tmp', `clock-${pilot}-${randomBytes(3).toString('hex')}`)
  const file = await open(path, 'w')
  try {
    await file.write('.')
    return (await file.stat()).mtimeMs
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
}
