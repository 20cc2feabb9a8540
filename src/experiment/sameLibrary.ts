import { hashFiles } from './hashFiles.js'
import { mustBeSamePlan } from './plan.js'
import type { Store } from './store.js'
import type { LibrarySource } from './workerLibrary.js'

/**
 * The mechanisms that an experiment was begun with: those that are named now, or else the files that its plan names.
 *
 * @throws InputError if the version or a file has changed since
 */
export async function sameLibrary(
  { plan, folder }: Store,
  {
    version,
    library = {},
  }: { readonly version: string; readonly library?: LibrarySource | undefined },
): Promise<LibrarySource> {
  const named = library.mechanismFiles?.length ? library.mechanismFiles : undefined
  const files = named ?? plan.mechanismFiles.map(({ name }) => name)
  mustBeSamePlan(plan, { ...plan, version, mechanismFiles: await hashFiles(files) }, folder)
  return { ...library, mechanismFiles: files }
}
