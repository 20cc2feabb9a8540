import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fromBuild } from './build.mjs'
import { median } from './statistics.mjs'
import { short, table } from './table.mjs'

/** A world that takes longer is no matter of one warm run after the other. */
const longest = 1000
const aim = { atMost: 50 }
const warmUp = 10
const here = fileURLToPath(import.meta.url)

/**
 * One run of each scenario that ships, no files, warm, each in a process of its own: what V8 compiles for one world it
 * compiles for that one alone, as when somebody works with it.
 */
export async function worlds({ rounds }) {
  const { listScenarios } = await fromBuild('scenario/index.js')
  const results = []
  const rows = []
  const left = []
  for (const { name } of await listScenarios()) {
    const asked = [here, name, String(rounds)]
    const answer = execFileSync(process.execPath, asked, { encoding: 'utf8' })
    const { actors, ticks, second, samples } = JSON.parse(answer)
    if (samples.length === 0) {
      left.push(`${name} (${actors} actors, ${short(second / 1000)} s)`)
      continue
    }
    const middle = median(samples)
    results.push({ name, unit: 'ms', samples, aim })
    rows.push([
      name,
      actors,
      ticks,
      short(middle),
      short(Math.min(...samples)),
      short(Math.max(...samples)),
      `≤ ${aim.atMost}`,
      middle <= aim.atMost ? 'met' : 'missed',
    ])
  }
  const head = ['scenario', 'actors', 'ticks', 'median ms', 'least', 'most', 'aim', '']
  const longer = left.length === 0 ? '' : `\n\nLonger than a second, not timed: ${left.join(', ')}.`
  return { results, note: `${table(head, rows)}${longer}` }
}

/** What the process of one scenario answers. */
async function timeOne(name, rounds) {
  const { buildModel, library, loadScenario } = await fromBuild('index.js')
  const { document } = await loadScenario(name, library, { formulas: false })
  const model = buildModel(document, library)
  // The first run is compiled as it goes.
  timed(model, 'first')
  const second = timed(model, 'second')
  const samples = []
  for (let round = 0; second <= longest && round < rounds + warmUp; round++) {
    const took = timed(model, String(round))
    if (round >= warmUp) samples.push(took)
  }
  return { actors: model.world.n, ticks: model.plan.timeline.n, second, samples }
}

function timed(model, seed) {
  const start = performance.now()
  model.run({ seed })
  return performance.now() - start
}

if (process.argv[1] === here) {
  const [name, rounds] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await timeOne(name, Number(rounds))))
}
