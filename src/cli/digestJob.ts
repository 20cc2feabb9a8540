import { parentPort, workerData } from 'node:worker_threads'
import { library } from '../library.js'
import { buildModel, type LoadOptions, loadScenario } from '../scenario/index.js'
import { digest } from '../world/index.js'

const { scenario, load, seed } = workerData as { scenario: string; load: LoadOptions; seed: string }
const { document } = await loadScenario(scenario, library, load)
parentPort?.postMessage(digest(buildModel(document, library).run({ seed }).world))
