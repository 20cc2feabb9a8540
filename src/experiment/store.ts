import { link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { damaged, errorCode, readJson, syncFolder, writeDurably } from '../archive/index.js'
import { InputError, oneOf, quote } from '../diagnostics/index.js'
import { chunksOf, formatChunk, parseChunk } from './chunk.js'
import { mustBeSamePlan, type Plan, planIdentity } from './plan.js'
import type { RunRow } from './runRow.js'

/** Two processes have computed the same chunk differently: the model is not repeatable, and nothing can be trusted. */
export class ChunkConflict extends Error {
  constructor(chunk: number, pilots: readonly string[]) {
    super(
      `chunk ${chunk} has been computed twice, with different results, by ${pilots.map((p) => quote(p)).join(' and ')}. ` +
        'Some mechanism does not repeat itself; "check --determinism" finds it.',
    )
    this.name = 'ChunkConflict'
  }
}

/**
 * The results of many runs in a folder, chunk by chunk. The folder is the index: a chunk is done when its file is in
 * `chunks/`, where it appears whole or not at all.
 */
export class Store {
  readonly folder: string
  readonly plan: Plan
  /** SHA-256 of the plan. */
  readonly identity: string
  readonly chunks: number

  constructor(folder: string, plan: Plan) {
    this.folder = folder
    this.plan = plan
    this.identity = planIdentity(plan)
    this.chunks = chunksOf(plan)
  }

  /** The numbers of the chunks that are done. Torn ones are set aside and count as not done. */
  async published(): Promise<Set<number>> {
    const done = new Set<number>()
    for (const name of await namesIn(join(this.folder, 'chunks'))) {
      const chunk = /^\d+\.csv$/.test(name) ? Number.parseInt(name, 10) : -1
      if (chunk < 0 || chunk >= this.chunks) continue
      if (await this.settled(chunk)) done.add(chunk)
    }
    return done
  }

  /** The rows of a chunk that is done; a torn one is set aside and is not. */
  async settled(chunk: number): Promise<readonly RunRow[] | undefined> {
    const content = await readIfThere(this.#place(chunk))
    if (content === undefined) return undefined
    const rows = parseChunk(this.plan, this.identity, chunk, content)
    if (!rows) await rename(this.#place(chunk), `${this.#place(chunk)}.torn`)
    return rows
  }

  /** The rows of a chunk, undefined if it is not there or torn. */
  async rowsOf(chunk: number): Promise<readonly RunRow[] | undefined> {
    const content = await readIfThere(this.#place(chunk))
    return content === undefined ? undefined : parseChunk(this.plan, this.identity, chunk, content)
  }

  /** The rows of a chunk of which some are lost, if there is one. */
  async partialRowsOf(chunk: number): Promise<readonly RunRow[] | undefined> {
    const content = await readIfThere(this.#lostPlace(chunk))
    return content === undefined ? undefined : parseChunk(this.plan, this.identity, chunk, content)
  }

  /** Forgets what was lost, so that it is tried again. */
  async forgetLost(): Promise<void> {
    const folder = join(this.folder, 'chunks')
    for (const name of await namesIn(folder))
      if (name.endsWith('.lost.csv')) await rm(join(folder, name), { force: true })
  }

  /**
   * Puts the rows of a chunk in their place: temporary file, to the disk, then under its name. With lost rows the chunk
   * is only kept until it is tried again.
   *
   * @throws ChunkConflict if it is there already, and is different
   */
  async publish(chunk: number, rows: readonly RunRow[], pilot: string): Promise<void> {
    const lost = rows.some(({ status }) => status === 'lost')
    const place = lost ? this.#lostPlace(chunk) : this.#place(chunk)
    const temporary = join(this.folder, 'tmp', `${chunk}-${pilot}`)
    await mkdir(join(this.folder, 'tmp'), { recursive: true })
    await mkdir(join(this.folder, 'chunks'), { recursive: true })
    const content = formatChunk(this.plan, this.identity, rows)
    try {
      await writeDurably(temporary, [content])
      if (lost) await rename(temporary, place)
      else await this.#settle(chunk, temporary, place, content, pilot)
      await syncFolder(join(this.folder, 'chunks'))
    } finally {
      await rm(temporary, { force: true })
    }
    if (!lost) await rm(this.#lostPlace(chunk), { force: true })
  }

  /** Takes away what only the work needed; chunks stay. */
  async tidy(): Promise<void> {
    for (const name of ['claims', 'tmp'])
      await rm(join(this.folder, name), { recursive: true, force: true })
  }

  async #settle(
    chunk: number,
    temporary: string,
    place: string,
    content: string,
    pilot: string,
  ): Promise<void> {
    try {
      // A link, unlike a rename, never takes the place of another file.
      await link(temporary, place)
      return
    } catch (error) {
      if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) {
        if ((await readIfThere(place)) === undefined) return rename(temporary, place)
      } else if (errorCode(error) !== 'EEXIST') throw error
    }
    if ((await readIfThere(place)) === content) return
    const others = await this.#pilotsOf(chunk)
    throw new ChunkConflict(chunk, [...new Set([...others, pilot])])
  }

  /** All who have claimed a chunk. */
  async #pilotsOf(chunk: number): Promise<string[]> {
    const folder = join(this.folder, 'claims')
    const pilots: string[] = []
    for (const name of await namesIn(folder)) {
      if (name === String(chunk) || name.startsWith(`${chunk}.`))
        pilots.push((await readIfThere(join(folder, name))) ?? '')
    }
    return pilots.filter((name) => name !== '').sort()
  }

  #place(chunk: number): string {
    return join(this.folder, 'chunks', `${chunk}.csv`)
  }

  #lostPlace(chunk: number): string {
    return join(this.folder, 'chunks', `${chunk}.lost.csv`)
  }
}

/**
 * Opens the store of an experiment that has been begun.
 *
 * @param plan what it is thought to be; without it, whatever the folder says
 * @throws InputError if there is none, or if it was begun with another plan
 */
export async function openStore(folder: string, plan?: Plan): Promise<Store> {
  await mustBeOneExperiment(folder)
  const begun = (await readJson(folder, 'plan.json')) as Plan
  const whole =
    typeof begun === 'object' && begun !== null && begun.format === 1 && Array.isArray(begun.points)
  if (!whole) throw damaged(folder, 'plan.json is not the plan of an experiment')
  if (plan) mustBeSamePlan(begun, plan, folder)
  return new Store(folder, begun)
}

/** A test has an experiment for each of its hypotheses, in folders of their own. */
async function mustBeOneExperiment(folder: string): Promise<void> {
  const [own, inside] = await Promise.all([namesIn(folder), namesIn(join(folder, 'runs'))])
  if (own.includes('plan.json') || inside.length === 0) return
  throw new InputError({
    file: folder,
    message: 'a test has an experiment for each hypothesis',
    expected: oneOf(inside.map((name) => join(folder, 'runs', name))),
  })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return []
    throw error
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
