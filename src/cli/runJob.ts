import { relative } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { intoResultFolder, writeRun } from '../archive/index.js'
import { InputError } from '../diagnostics/index.js'
import { buildModel, loadScenario } from '../scenario/index.js'
import type { RunJob, RunMessage, RunOutcome } from './offMainThread.js'
import { packageVersion } from './packageVersion.js'
import { libraryWith } from './scenarioOptions.js'

try {
  tell({ kind: 'done', outcome: await carryOut(workerData as RunJob) })
} catch (error) {
  if (error instanceof InputError) tell({ kind: 'badInput', problems: error.problems })
  else tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
}

async function carryOut(job: RunJob): Promise<RunOutcome> {
  const started = new Date()
  const { library, mechanismFiles } = await libraryWith(job.mechanisms)
  const loaded = await loadScenario(job.scenario, library, job.load)
  const model = buildModel(loaded.document, library)
  const run = model.run({ seed: job.seed, replicate: job.replicate })
  const name = [loaded.document.name, loaded.treatment].filter(Boolean).join('-')
  const { path, result } = await intoResultFolder(
    { out: job.out, force: job.force, name },
    async (folder) => {
      tell({ kind: 'opened', path: folder.path })
      const manifest = await writeRun(folder, {
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
      return { manifest, summary: await summaryOf(folder.path) }
    },
  )
  return {
    folder: shorter(path),
    summary: result.summary,
    digest: result.manifest.digest,
    command: job.command,
  }
}

function shorter(path: string): string {
  const near = relative(process.cwd(), path)
  return near.length < path.length ? near : path
}

function tell(message: RunMessage): void {
  parentPort?.postMessage(message)
}
