import { fromBuild } from './build.mjs'
import { median } from './statistics.mjs'
import { short, table } from './table.mjs'

const { buildModel, library, loadScenario } = await fromBuild('index.js')
const { listScenarios } = await fromBuild('scenario/index.js')

/** A world that takes longer is no matter of one warm run after the other. */
const longest = 1000
const aim = { atMost: 50 }
const warmUp = 10

/** One run of each scenario that ships in a warm process, no files, each with a model of its own. */
export async function worlds({ rounds }) {
  const results = []
  const rows = []
  const left = []
  for (const { name } of await listScenarios()) {
    const { document } = await loadScenario(name, library, { formulas: false })
    const model = buildModel(document, library)
    const { n } = model.world
    // The first run is compiled as it goes.
    timed(model, 'first')
    const second = timed(model, 'second')
    if (second > longest) {
      left.push(`${name} (${n} actors, ${short(second / 1000)} s)`)
      continue
    }
    const samples = []
    for (let round = 0; round < rounds + warmUp; round++) {
      const took = timed(model, String(round))
      if (round >= warmUp) samples.push(took)
    }
    const middle = median(samples)
    results.push({ name, unit: 'ms', samples, aim })
    rows.push([
      name,
      n,
      model.plan.timeline.n,
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

function timed(model, seed) {
  const start = performance.now()
  model.run({ seed })
  return performance.now() - start
}
