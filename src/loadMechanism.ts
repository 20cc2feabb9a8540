import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnyMeasure, AnyMechanism, Library } from './contract/index.js'
import { InputError, nearest, oneOf, type Problem, quote } from './diagnostics/index.js'
import { examineDefinition } from './examineDefinition.js'
import { library as shipped } from './library.js'
import * as api from './model.js'

/** A file of the user's own, for provenance. */
export interface OwnFile {
  readonly path: string
  readonly sha256: string
  /** Names of the mechanisms that it offers. */
  readonly mechanisms: readonly string[]
}

export interface LoadedMechanisms {
  /** The shipped mechanisms and measures with the user's among them. */
  readonly library: Library
  readonly files: readonly OwnFile[]
}

const endings = ['.js', '.mjs', '.ts', '.mts']

/** Exports that say where a file's mechanisms stand in the tick. */
const placements = ['before', 'after', 'replaces'] as const

/**
 * Loads mechanisms and measures of one's own. A file exports by default what `defineMechanism` or `defineMeasure`
 * returns, a list of them, or a function that is given the API and returns either; a further export `before`,
 * `after` or `replaces` names the mechanism beside which, or in place of which, its mechanisms act in the tick.
 * Without one they act last. Paths are plain data: a worker that is given them has the same library.
 *
 * @param paths files of JavaScript, or of TypeScript where Node reads it
 * @param base what they join
 * @throws {InputError} with a problem for each thing that is wrong with a file
 */
export async function loadMechanisms(
  paths: readonly string[],
  base: Library = shipped,
): Promise<LoadedMechanisms> {
  let library = base
  const files: OwnFile[] = []
  for (const path of paths) {
    const code = await readCode(path)
    const sha256 = createHash('sha256').update(code).digest('hex')
    const joined = join(library, await importFile(path, sha256), path)
    library = joined.library
    files.push({ path, sha256, mechanisms: joined.names })
  }
  return { library, files }
}

async function readCode(path: string): Promise<Uint8Array> {
  const ending = extname(path).toLowerCase()
  if (!endings.includes(ending)) {
    const message = `a mechanism cannot be read from ${quote(path)}`
    throw new InputError({ message, expected: `a file that ends in ${endings.join(', ')}` })
  }
  if (ending.endsWith('ts') && !('typescript' in process.features && process.features.typescript)) {
    throw new InputError({
      file: path,
      message: `Node ${process.version} does not read TypeScript`,
      hint: 'Compile the file and give the .js, or use Node 22.18 or later',
    })
  }
  try {
    return await readFile(path)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new InputError({
      message: `${missing ? 'there is no' : 'unreadable'} file ${quote(path)}`,
    })
  }
}

/** The hash is part of the address: a file that has changed is another module. */
async function importFile(path: string, sha256: string): Promise<{ [name: string]: unknown }> {
  try {
    return await import(`${pathToFileURL(resolve(path)).href}?sha256=${sha256}`)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const lacksUs = /Cannot find (package|module) 'paradiplomacy'/.test(text)
    throw new InputError({
      file: path,
      message: lacksUs
        ? 'it imports "paradiplomacy", which is not installed where the file lies'
        : `it cannot be loaded: ${text.split('\n')[0]}`,
      hint: lacksUs
        ? 'Install it there, or export a function that is given the API: export default ({ defineMechanism }) => defineMechanism({ … })'
        : undefined,
    })
  }
}

/** The library with what the file offers, and the names of the mechanisms among that. */
function join(
  library: Library,
  module: { [name: string]: unknown },
  file: string,
): { readonly library: Library; readonly names: readonly string[] } {
  const problems: Problem[] = []
  const mechanisms: AnyMechanism[] = []
  const measures: AnyMeasure[] = []
  for (const value of exported(module, file)) {
    const definition = examineDefinition(value)
    if (!('kind' in definition)) {
      problems.push(...definition.map((problem) => ({ ...problem, file })))
    } else if (definition.kind === 'mechanism') mechanisms.push(definition.mechanism)
    else measures.push(definition.measure)
  }
  const { at, replaced } = placeOf(library, module, file, problems)
  const others = library.mechanisms.filter(({ name }) => name !== replaced)
  refuseTaken('mechanism', others, mechanisms, file, problems)
  refuseTaken('measure', library.measures, measures, file, problems)
  if (problems.length > 0) throw new InputError(problems)
  return {
    library: {
      mechanisms: [...others.slice(0, at), ...mechanisms, ...others.slice(at)],
      measures: [...library.measures, ...measures],
    },
    names: mechanisms.map(({ name }) => name),
  }
}

/** What the file offers, one by one. */
function exported(module: { [name: string]: unknown }, file: string): unknown[] {
  if (!('default' in module)) {
    const message = 'it has no default export'
    throw new InputError({ file, message, expected: 'export default defineMechanism({ … })' })
  }
  let offered = module.default
  if (typeof offered === 'function') {
    try {
      offered = offered(api)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      throw new InputError({ file, message: `its default export failed: ${text}` })
    }
  }
  return Array.isArray(offered) ? offered : [offered]
}

/** Where the file's mechanisms stand among the others. */
function placeOf(
  { mechanisms }: Library,
  module: { [name: string]: unknown },
  file: string,
  problems: Problem[],
): { readonly at: number; readonly replaced?: string } {
  const said = placements.filter((key) => key in module)
  const end = { at: mechanisms.length }
  if (said.length === 0) return end
  if (said.length > 1) {
    problems.push({
      file,
      message: `it exports both ${said.join(' and ')}`,
      expected: 'one of them',
    })
    return end
  }
  const [key] = said
  const names = mechanisms.map(({ name }) => name)
  const other = module[key]
  const at = names.indexOf(other as string)
  if (at < 0) {
    const near = typeof other === 'string' ? nearest(other, names) : undefined
    const message = `${key} names ${quote(String(other))}, which is no mechanism`
    problems.push({ file, message, expected: oneOf(names), nearest: near })
    return end
  }
  if (key === 'replaces') return { at, replaced: names[at] }
  return { at: key === 'before' ? at : at + 1 }
}

function refuseTaken(
  kind: string,
  there: readonly { readonly name: string }[],
  joining: readonly { readonly name: string }[],
  file: string,
  problems: Problem[],
): void {
  const others = new Set(there.map(({ name }) => name))
  const taken = new Set(others)
  for (const { name } of joining) {
    if (taken.has(name)) {
      const hint =
        kind === 'mechanism' && others.has(name)
          ? `Choose another name, or write: export const replaces = ${quote(name)}`
          : 'Choose another name'
      problems.push({ file, message: `there is a ${kind} ${quote(name)} already`, hint })
    }
    taken.add(name)
  }
}
