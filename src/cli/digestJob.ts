import { parentPort, workerData } from 'node:worker_threads'
import { buildModel, type LoadOptions, loadScenario } from '../scenario/index.js'
import { digest } from '../world/index.js'
import { libraryWith } from './scenarioOptions.js'

/** One run in a thread of its own, of which only the digest matters. */
export interface DigestJob {
  readonly scenario: string
  readonly load: LoadOptions
  readonly seed: string
  readonly mechanisms: readonly string[]
}

const { scenario, load, seed, mechanisms } = workerData as DigestJob
const { library } = await libraryWith(mechanisms)
const { document } = await loadScenario(scenario, library, load)
parentPort?.postMessage(digest(buildModel(document, library).run({ seed }).world))
