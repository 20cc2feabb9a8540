import type { Library } from '../contract/index.js'
import { library as shipped } from '../library.js'
import { loadMechanisms } from '../loadMechanism.js'

/** Where the mechanisms and measures of an experiment come from. Plain data: workers receive it. */
export interface LibrarySource {
  /** URL of a module that exports `library` in place of the shipped one. */
  readonly module?: string | undefined
  /** Files of the user's own mechanisms, relative to the working directory. */
  readonly mechanismFiles?: readonly string[] | undefined
}

/** The library of an experiment: the same in the main thread and in every worker. */
export async function openLibrary({
  module,
  mechanismFiles = [],
}: LibrarySource): Promise<Library> {
  const base =
    module === undefined ? shipped : ((await import(module)) as { library: Library }).library
  return (await loadMechanisms(mechanismFiles, base)).library
}
