import { fromBuild } from './build.mjs'

/** The runs are also timed in so many parts, so that their noise is known. */
const parts = 10

/** Runs that a worker is given at once. */
const together = 8

/** A thousand runs of the acid-rain check on two workers, without files. */
export async function manyRuns({ runs }) {
  const [{ loadScenario, library }, { planCheck }, { RunPool }] = await Promise.all([
    fromBuild('index.js'),
    fromBuild('experiment/planCheck.js'),
    fromBuild('experiment/pool.js'),
  ])
  const { document } = await loadScenario('acid-rain', library)
  const plan = await planCheck(document, library, {
    version: 'bench',
    mechanismFiles: [],
    seed: '1',
    runs,
    chunkSize: 25,
  })
  const start = performance.now()
  const pool = new RunPool({ plan, library: {} }, 2)
  await Promise.all([pool.run([0]), pool.run([1])])
  const ready = performance.now()
  const ends = []
  // As a pilot hands them out.
  const groups = Array.from({ length: Math.ceil(runs / together) }, (_, g) =>
    Array.from({ length: Math.min(together, runs - g * together) }, (_, k) => g * together + k),
  )
  const rows = await Promise.all(
    groups.map(async (group) => {
      const rows = await pool.run(group)
      for (const _ of group) ends.push(performance.now())
      return rows
    }),
  )
  await pool.stop()
  const failed = rows.flat().filter(({ status }) => status !== 'done').length
  if (failed > 0) throw new Error(`${failed} of ${runs} runs failed`)
  const total = (ends[runs - 1] - ready) / runs
  const tenths = Array.from({ length: parts }, (_, part) => {
    const from = part === 0 ? ready : ends[(part * runs) / parts - 1]
    const to = ends[((part + 1) * runs) / parts - 1]
    return ((to - from) * parts) / runs
  })
  return [
    { name: 'starting two workers', unit: 's', samples: [(ready - start) / 1000] },
    { name: '1,000 runs on two workers', unit: 's', samples: [total], aim: { atMost: 6 } },
    { name: 'a tenth of them, times ten', unit: 's', samples: tenths },
  ]
}
