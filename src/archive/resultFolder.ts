import { existsSync, renameSync, rmSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError, quote } from '../diagnostics/index.js'
import { errorCode, syncFolder } from './durable.js'
import { FolderInMaking } from './folderInMaking.js'

/** Where results are to go. */
export interface FolderOptions {
  /** The folder to make. Without it, a fresh numbered one: `results/<name>-001`. */
  readonly out?: string | undefined
  /** Replace an existing `out`, if it is a folder of ours. */
  readonly force?: boolean | undefined
  /** Parent of the numbered folders. */
  readonly root?: string
  /** Until the folder stands in its place, aborting takes all of it back. */
  readonly signal?: AbortSignal
  /** What the numbered folders are called. */
  readonly name: string
}

/** Folders in the making: whoever ends the process leaves none of them behind. */
const unfinished = new Set<ResultFolder>()

function abandonUnfinished(): void {
  for (const folder of unfinished) folder.abandon()
}

/**
 * A result folder in the making. Files go into a temporary folder beside the target; `publish` renames it into place,
 * so that nothing half-written is ever seen under the target's name.
 */
export class ResultFolder extends FolderInMaking {
  /** Where the folder will stand. */
  readonly target: string
  /** Where what stands there now is set aside for a moment. */
  readonly #earlier: string
  readonly #replaces: boolean

  /** @param path an empty folder of our own beside the target; see `openResultFolder` */
  constructor(target: string, path: string, replaces: boolean) {
    super(path)
    this.target = target
    this.#earlier = `${path}.replaced`
    this.#replaces = replaces
    if (unfinished.size === 0) process.once('exit', abandonUnfinished)
    unfinished.add(this)
  }

  /**
   * Puts the folder in its place.
   *
   * @param signal until the folder stands, aborting brings back what it was to replace
   * @returns the target's path
   * @throws InputError if something else has taken the place meanwhile; the signal's reason if it was aborted in time
   */
  async publish(signal?: AbortSignal): Promise<string> {
    await syncFolder(this.path)
    signal?.throwIfAborted()
    if (this.#replaces) await rename(this.target, this.#earlier)
    try {
      signal?.throwIfAborted()
      await rename(this.path, this.target)
    } catch (error) {
      if (this.#replaces) await rename(this.#earlier, this.target)
      await this.discard()
      if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(errorCode(error))) throw error
      throw new InputError(`${quote(this.target)} has been made by someone else in the meantime`)
    }
    this.#forget()
    await syncFolder(dirname(this.target))
    if (this.#replaces) await rm(this.#earlier, { recursive: true, force: true })
    return this.target
  }

  /** Takes all of it away again. */
  async discard(): Promise<void> {
    this.#forget()
    await rm(this.path, { recursive: true, force: true })
  }

  /** What is left to do where the process ends at once: nothing remains, and what was set aside comes back. */
  abandon(): void {
    rmSync(this.path, { recursive: true, force: true })
    if (!existsSync(this.#earlier)) return
    if (existsSync(this.target)) rmSync(this.#earlier, { recursive: true, force: true })
    else renameSync(this.#earlier, this.target)
  }

  #forget(): void {
    unfinished.delete(this)
    if (unfinished.size === 0) process.off('exit', abandonUnfinished)
  }
}

/**
 * Opens a folder for results.
 *
 * @throws InputError if `out` exists and `force` is not given, if what is there is not a folder of ours, or if it is
 *   a symbolic link
 */
export async function openResultFolder(options: FolderOptions): Promise<ResultFolder> {
  const { out, force = false, root = 'results', name } = options
  if (out === undefined) return openNumbered(resolve(root), name)
  const target = resolve(out)
  const replaces = await mayReplace(target, out, force)
  const parent = dirname(target)
  await mkdir(parent, { recursive: true })
  const path = join(
    parent,
    `.${basename(target)}.partial-${process.pid}-${Date.now().toString(36)}`,
  )
  await mkdir(path)
  return new ResultFolder(target, path, replaces)
}

/** Opens a folder, lets `fill` write into it, and publishes it; whatever goes wrong, nothing is left behind. */
export async function intoResultFolder<T>(
  options: FolderOptions,
  fill: (folder: ResultFolder) => Promise<T>,
): Promise<{ readonly path: string; readonly result: T }> {
  const folder = await openResultFolder(options)
  try {
    const result = await fill(folder)
    return { path: await folder.publish(options.signal), result }
  } catch (error) {
    await folder.discard()
    throw error
  }
}

/**
 * The next free number. Holding the temporary folder `.<name>-007.partial` is holding the number: making it is
 * exclusive, and whoever finds the target there after having made it came too late and goes on.
 */
async function openNumbered(root: string, name: string): Promise<ResultFolder> {
  await mkdir(root, { recursive: true })
  for (let number = await highestNumber(root, name); ; ) {
    number++
    const target = join(root, `${name}-${String(number).padStart(3, '0')}`)
    const path = join(root, `.${basename(target)}.partial`)
    try {
      await mkdir(path)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue
      throw error
    }
    if ((await kindOf(target)) === 'nothing') return new ResultFolder(target, path, false)
    await rm(path, { recursive: true })
  }
}

async function highestNumber(root: string, name: string): Promise<number> {
  let highest = 0
  for (const entry of await readdir(root)) {
    const digits = entry.startsWith(`${name}-`) ? entry.slice(name.length + 1) : ''
    if (/^\d{3,9}$/.test(digits)) highest = Math.max(highest, Number(digits))
  }
  return highest
}

async function mayReplace(target: string, asGiven: string, force: boolean): Promise<boolean> {
  const kind = await kindOf(target)
  if (kind === 'nothing') return false
  const refuse = (message: string, hint: string) =>
    new InputError({ message: `${quote(asGiven)} ${message}`, hint })
  if (kind === 'link') throw refuse('is a symbolic link', 'Name the folder itself')
  if (kind === 'file') throw refuse('is a file, not a folder', 'Give another folder to --out')
  if (!force) throw refuse('exists already', 'Give --force to replace it, or another folder')
  if (!(await isOurs(target)))
    throw refuse(
      'is not a folder of results',
      '--force only replaces what this program has written',
    )
  return true
}

async function kindOf(path: string): Promise<'nothing' | 'link' | 'folder' | 'file'> {
  try {
    const stats = await lstat(path)
    return stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing'
    if (errorCode(error) === 'ENOTDIR') throw new InputError(`${quote(path)} lies below a file`)
    throw error
  }
}

async function isOurs(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'software' in manifest &&
      manifest.software === 'paradiplomacy'
    )
  } catch {
    return false
  }
}
