import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError, nearest, oneOf, quote } from '../diagnostics/index.js'

/** The folder of shipped scenarios: two levels up, both from `src/scenario/` and from `dist/scenario/`. */
export const shippedShelf = fileURLToPath(new URL('../../scenarios/', import.meta.url))

/**
 * The scenario file that a user means: a bare name is a folder of the shelf; anything with a slash, a dot at its
 * start or a YAML ending is a path to a file, or to a folder with `scenario.yaml` in it.
 *
 * @throws {InputError} with the nearest name of the shelf, if there is nothing
 */
export async function findScenario(nameOrPath: string, shelf = shippedShelf): Promise<string> {
  if (/[\\/]|^\.|\.ya?ml$/i.test(nameOrPath)) return findPath(nameOrPath)
  const shelved = await shelvedNames(shelf)
  if (shelved.includes(nameOrPath)) return fromHere(join(shelf, nameOrPath, 'scenario.yaml'))
  const isFolder = (await kindOf(join(nameOrPath, 'scenario.yaml'))) === 'file'
  throw new InputError({
    message: `there is no scenario ${quote(nameOrPath)}`,
    expected: `${oneOf(shelved)}, or the path of yours`,
    nearest: nearest(nameOrPath, shelved),
    hint: isFolder ? `Write "./${nameOrPath}" for the folder that lies here` : undefined,
  })
}

/** Names of the folders of a shelf that hold a scenario, in alphabetical order. */
export async function shelvedNames(shelf: string): Promise<string[]> {
  const entries = await readdir(shelf).catch(() => [])
  const found = await Promise.all(
    entries.map(async (name) => (await kindOf(join(shelf, name, 'scenario.yaml'))) === 'file'),
  )
  return entries.filter((_, at) => found[at]).sort()
}

async function findPath(path: string): Promise<string> {
  const kind = await kindOf(path)
  if (kind === 'file') return path
  if (kind === 'folder') {
    const inside = join(path, 'scenario.yaml')
    if ((await kindOf(inside)) === 'file') return inside
    throw new InputError({ message: `the folder ${quote(path)} holds no scenario.yaml` })
  }
  throw new InputError({ message: `there is no file or folder ${quote(path)}` })
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const about = await stat(path).catch(() => undefined)
  return about?.isFile() ? 'file' : about?.isDirectory() ? 'folder' : undefined
}

/** Relative to the working directory where that is shorter, as messages read better so. */
function fromHere(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
