// Runs a check from compiled code until it is done or killed: node checkProcess.mjs <root> <out> <resume?> <settings>
import { InputError } from '../../dist/diagnostics/index.js'
import { runCheck } from '../../dist/experiment/index.js'
import { fixtureScenario } from './fixtureScenario.mjs'

const [out, resume, settings, runs] = process.argv.slice(2)
try {
  await runCheck(fixtureScenario(JSON.parse(settings)), {
    seed: 's',
    runs: Number(runs),
    chunkSize: 4,
    workers: 2,
    folder: { out },
    resume: resume === 'resume' ? out : undefined,
    version: '0.1.0',
    command: 'check fixture',
    library: { module: new URL('./fixtureLibrary.mjs', import.meta.url).href },
  })
  process.exit(0)
} catch (error) {
  console.error(error instanceof InputError ? error.message : error)
  process.exit(1)
}
