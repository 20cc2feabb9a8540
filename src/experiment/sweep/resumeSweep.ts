import type { SweepResult } from '../../archive/index.js'
import { InputError } from '../../diagnostics/index.js'
import { hashFiles } from '../check.js'
import { computeChunks, type PilotOptions } from '../pilot.js'
import { mustBeSamePlan } from '../plan.js'
import type { Store } from '../store.js'
import type { LibrarySource } from '../workerLibrary.js'
import { finishSweep } from './finishSweep.js'

/**
 * Goes on with a sweep by what its folder says, and nothing else.
 *
 * @throws InputError if it is another experiment, was begun with another version, or if a file of a mechanism has
 *   changed since
 */
export async function resumeSweep(
  store: Store,
  options: Omit<PilotOptions, 'library'> & {
    readonly version: string
    readonly parquet?: boolean | undefined
    readonly library?: LibrarySource | undefined
  },
): Promise<SweepResult & { readonly folder: string }> {
  const started = new Date()
  const { plan, folder } = store
  if (plan.kind !== 'sweep')
    throw new InputError({ file: folder, message: `this is a ${plan.kind}, not a sweep` })
  const library = await sameLibrary(store, options)
  await computeChunks(store, { ...options, library })
  const result = await finishSweep(store, { ...options, started })
  return { ...result, folder }
}

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
