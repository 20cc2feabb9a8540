import { exitCodes } from '../diagnostics/index.js'
import { buildModel, loadScenario } from '../scenario/index.js'
import { digest } from '../world/index.js'
import type { CheckFlags } from './checkFlags.js'
import type { DigestJob } from './digestJob.js'
import { say, sayJson } from './say.js'
import { libraryWith, loadOptions } from './scenarioOptions.js'

/** Runs a scenario in several ways that must all give the same world. */
export async function checkDeterminism(scenario: string, flags: CheckFlags): Promise<void> {
  const { seed = '1', json = false } = flags
  const load = loadOptions(flags)
  const { library, own } = await libraryWith(flags.mechanism)
  const { document } = await loadScenario(scenario, library, { ...load, own })
  const model = buildModel(document, library)
  const straight = () => digest(model.run({ seed }).world)
  const ways: Record<string, string> = {
    once: straight(),
    'again in the same world': straight(),
    'in a world of its own': digest(buildModel(document, library).run({ seed }).world),
    'after another seed': (() => {
      model.run({ seed: `${seed} and another` })
      return straight()
    })(),
    'from a snapshot at half time': halfway(),
    'in another thread': await elsewhere({
      scenario,
      load,
      seed,
      mechanisms: flags.mechanism ?? [],
    }),
  }
  const same = new Set(Object.values(ways)).size === 1
  if (json) sayJson({ deterministic: same, digests: ways })
  else {
    for (const [way, value] of Object.entries(ways)) say(`${value.slice(0, 16)}  ${way}`)
    say(same ? '\nThe same seed gives the same world.' : '\nThe same seed gave different worlds.')
  }
  if (!same) process.exitCode = exitCodes.fellShort

  function halfway(): string {
    const first = model.start({ seed })
    while (first.tick < first.ticks / 2) first.step()
    const branch = first.branch()
    const other = buildModel(document, library)
    return digest(other.resume(branch, { seed }).finish().world)
  }
}

async function elsewhere(job: DigestJob): Promise<string> {
  const { Worker } = await import('node:worker_threads')
  const worker = new Worker(new URL('./digestJob.js', import.meta.url), {
    workerData: job,
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
