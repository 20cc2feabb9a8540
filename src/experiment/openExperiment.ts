import {
  type ExperimentManifest,
  type FolderOptions,
  type InputFile,
  intoResultFolder,
  manifestHead,
  type Provenance,
} from '../archive/index.js'
import type { Library } from '../contract/index.js'
import { modelPlan } from '../scenario/index.js'
import { type Plan, planIdentity, runsOf } from './plan.js'
import { openStore, type Store } from './store.js'

/** Where an experiment stands, and what is known of it besides its plan. */
export interface ExperimentOptions {
  /** Where the results go; default a fresh numbered folder, `results/<kind>-<scenario>-001`. */
  readonly folder?: Omit<FolderOptions, 'name'> | undefined
  /** Folder of an experiment to go on with. */
  readonly resume?: string | undefined
  /** The command line that repeats it. */
  readonly command: string
  /** The file that asked the question, if there was one. */
  readonly question?: InputFile | undefined
}

/**
 * Makes the folder of an experiment, with manifest, scenario and plan standing in it before the first run; or opens the
 * one that is gone on with.
 *
 * @throws InputError if the experiment was begun with another plan
 */
export async function openExperiment(
  loaded: Provenance,
  plan: Plan,
  library: Library,
  { folder = {}, resume, command, question }: ExperimentOptions,
): Promise<Store> {
  if (resume !== undefined) return openStore(resume, plan)
  const { mechanisms } = modelPlan(loaded.document, library)
  const manifest: ExperimentManifest = {
    ...manifestHead(plan.kind, loaded, { version: plan.version, command, seed: plan.seed }),
    runs: runsOf(plan),
    chunkSize: plan.chunkSize,
    mechanisms: mechanisms.map(({ mechanism, parameters }) => ({
      name: mechanism.name,
      parameters,
    })),
    plan: planIdentity(plan),
    ...(question === undefined ? {} : { question }),
  }
  const { path } = await intoResultFolder(
    { ...folder, name: `${plan.kind}-${loaded.document.name}` },
    async (into) => {
      await into.writeJson('manifest.json', manifest)
      await into.writeJson('scenario.json', loaded.document)
      await into.writeJson('plan.json', plan)
    },
  )
  return openStore(path, plan)
}
