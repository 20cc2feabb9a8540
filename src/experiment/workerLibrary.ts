import { pathToFileURL } from 'node:url'
import type { AnyMechanism, Library } from '../contract/index.js'
import { library as shipped } from '../library.js'

/** Where the mechanisms and measures of an experiment come from. Plain data: workers receive it. */
export interface LibrarySource {
  /** URL of a module that exports `library` in place of the shipped one. */
  readonly module?: string | undefined
  /** Absolute paths of the user's own mechanisms. */
  readonly mechanismFiles?: readonly string[] | undefined
}

/** The library of an experiment: the same in the main thread and in every worker. */
export async function openLibrary({
  module,
  mechanismFiles = [],
}: LibrarySource): Promise<Library> {
  const base =
    module === undefined ? shipped : ((await import(module)) as { library: Library }).library
  const own: AnyMechanism[] = []
  for (const path of mechanismFiles) {
    const loaded = (await import(pathToFileURL(path).href)) as { default: AnyMechanism }
    own.push(loaded.default)
  }
  const names = new Set(own.map(({ name }) => name))
  return {
    ...base,
    mechanisms: [...base.mechanisms.filter(({ name }) => !names.has(name)), ...own],
  }
}
