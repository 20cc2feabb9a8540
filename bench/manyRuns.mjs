import { fromBuild } from './build.mjs'

/** A thousand runs of the acid-rain check on two workers, without files. */
export async function manyRuns({ runs }) {
  const [{ loadScenario, library }, { planCheck }, { RunPool }] = await Promise.all([
    fromBuild('index.js'),
    fromBuild('experiment/planCheck.js'),
    fromBuild('experiment/pool.js'),
  ])
  const { document } = await loadScenario('acid-rain', library)
  const { plan } = await planCheck(document, library, {
    version: 'bench',
    mechanismFiles: [],
    seed: '1',
    runs,
    chunkSize: 25,
  })
  const start = performance.now()
  const pool = new RunPool({ plan, library: {} }, 2)
  await Promise.all([pool.run(0), pool.run(1)])
  const ready = performance.now()
  const rows = await Promise.all(Array.from({ length: runs }, (_, run) => pool.run(run)))
  const done = performance.now()
  await pool.stop()
  const failed = rows.filter(({ status }) => status !== 'done').length
  if (failed > 0) throw new Error(`${failed} of ${runs} runs failed`)
  const thousand = (1000 * (done - ready)) / runs / 1000
  return [
    { name: 'starting two workers', unit: 's', samples: [(ready - start) / 1000] },
    { name: '1,000 runs on two workers', unit: 's', samples: [thousand], aim: { atMost: 6 } },
  ]
}
