import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { FolderInMaking, readManifest, writeRun } from '../archive/index.js'
import { InputError } from '../diagnostics/index.js'
import type { SingleRun } from '../experiment/index.js'
import { buildModel, loadScenario } from '../scenario/index.js'
import type { RunJob, RunLeft, RunMessage } from './offMainThread.js'
import { packageVersion } from './packageVersion.js'
import { libraryWith } from './scenarioOptions.js'

try {
  tell({ kind: 'filled', left: await carryOut(workerData as RunJob) })
} catch (error) {
  if (error instanceof InputError) tell({ kind: 'badInput', problems: error.problems })
  else tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
}

async function carryOut(job: RunJob): Promise<RunLeft> {
  const started = new Date()
  const { loaded, seed, replicate, name, mechanisms } = await (job.from
    ? ofExperiment(job.from, job.mechanisms)
    : ofScenario(job))
  const { library, mechanismFiles } = await libraryWith(mechanisms)
  const model = buildModel(loaded.document, library)
  const run = model.run({ seed, replicate })
  const folder = await folderFor(name)
  const { digest } = await writeRun(folder, {
    run,
    model,
    loaded: { ...loaded, mechanismFiles },
    version: packageVersion(),
    command: job.command,
    started,
    parquet: job.parquet,
  })
  const { summaryOf, writeReport } = await import('../report/index.js')
  if (job.report) await writeReport(folder.path, { library })
  return { summary: await summaryOf(folder.path), digest, command: job.command }
}

/** Asks for a folder, and gets one. */
async function folderFor(name: string): Promise<FolderInMaking> {
  const port = parentPort as MessagePort
  const answered = once(port, 'message')
  tell({ kind: 'made', name })
  const [path] = await answered
  return new FolderInMaking(path)
}

/** What is to be run, and what the folder for it is called. */
interface Commission extends SingleRun {
  /** Files of the user's own mechanisms. */
  readonly mechanisms: readonly string[]
}

async function ofScenario(job: RunJob): Promise<Commission> {
  const { mechanisms, seed, replicate } = job
  const { library, own } = await libraryWith(mechanisms)
  const loaded = await loadScenario(job.scenario, library, { ...job.load, own })
  const name = [loaded.document.name, loaded.treatment].filter(Boolean).join('-')
  return { loaded, seed, replicate, name, mechanisms }
}

async function ofExperiment(
  { folder, run }: NonNullable<RunJob['from']>,
  named: readonly string[],
): Promise<Commission> {
  const { openStore, runOfPlan, sameLibrary } = await import('../experiment/index.js')
  const store = await openStore(folder)
  const library = { mechanismFiles: named }
  const { mechanismFiles } = await sameLibrary(store, { version: packageVersion(), library })
  const { files } = await readManifest(folder, store.plan.kind)
  return { ...runOfPlan(store, run, files), mechanisms: mechanismFiles ?? [] }
}

function tell(message: RunMessage): void {
  parentPort?.postMessage(message)
}
