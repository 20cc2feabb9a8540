// @ts-check
/**
 * How time and memory grow with the number of cities, and what branching costs. Each size runs in a process of its own,
 * sizes interleaved; the table shows medians of processor time, so that other work on the machine disturbs little.
 *
 *   node scripts/scaling.mjs [--cities 1000,10000,100000] [--repeats 3] [--until 2025-12-31]
 *                            [--treatment no-distance] [--set path=value]… [--library dist/index.js]
 *
 * More cities are smaller cities on average, which do less. For cost alone let all be as active as each other:
 *
 *   node scripts/scaling.mjs --set twinning.activity=0 --set twinning.means=0
 */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const here = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    cities: { type: 'string', default: '1000,10000,100000' },
    repeats: { type: 'string', default: '3' },
    until: { type: 'string', default: '2025-12-31' },
    treatment: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    library: { type: 'string', default: resolve(here, 'dist/index.js') },
    one: { type: 'string' },
  },
})

if (values.one) process.stdout.write(JSON.stringify(await measure(Number(values.one))))
else report()

/** Processor time since the last call, in milliseconds. */
function stopwatch() {
  let before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    return (user + system) / 1000
  }
}

/** One world of so many cities: load, build, a run with measures, one without, and a branch at half time. */
async function measure(cities) {
  const { buildModel, library, loadScenario } = await import(
    pathToFileURL(resolve(values.library)).href
  )
  const lap = stopwatch()
  const { document } = await loadScenario('world-cities', library, {
    shelf: resolve(here, 'scenarios'),
    treatment: values.treatment,
    settings: [`population.cities=${cities}`, ...values.set],
    until: values.until === '2025-12-31' ? undefined : values.until,
  })
  const load = lap()
  const model = buildModel(document, library)
  const build = lap()
  // The first ticks warm the compiler up.
  model.run({ seed: 'warm', ticks: Math.min(40, Math.ceil(400_000 / cities)) })
  lap()
  const run = model.run({ seed: '1' })
  const full = lap()
  const { ticks, world } = run
  const ties = world.ties.twins.degree.reduce((a, b) => a + b, 0) / 2
  const bare = buildModel({ ...document, measures: [] }, library)
  lap()
  bare.run({ seed: '1' })
  const without = lap()
  const first = model.start({ seed: '1' })
  while (first.tick < ticks / 2) first.step()
  const half = lap()
  const branch = first.branch()
  const snapshot = lap()
  model.resume(branch, { seed: '1' })
  const resume = lap()
  model.resume(branch, { seed: '1', future: 1 }).finish()
  const other = lap()
  return {
    cities,
    ticks,
    ties,
    load,
    build,
    full,
    without,
    half,
    snapshot,
    resume,
    other,
    memory: process.resourceUsage().maxRSS / 1024,
  }
}

function report() {
  const sizes = values.cities.split(',').map(Number)
  const results = new Map(sizes.map((cities) => [cities, []]))
  for (let repeat = 0; repeat < Number(values.repeats); repeat++) {
    for (const cities of sizes) {
      const own = process.argv.slice(2)
      const args = [fileURLToPath(import.meta.url), ...own, '--one', String(cities)]
      results
        .get(cities)
        ?.push(
          JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })),
        )
      process.stderr.write(`${cities} cities, ${repeat + 1} of ${values.repeats}\n`)
    }
  }
  const medians = sizes.map((cities) => medianOf(results.get(cities) ?? []))

  console.log('Processor time, medians. A city-tick is one city in one tick, without measures.\n')
  console.log(
    '| cities | load s | build s | run s | of it measures | ns a city-tick | ties | peak memory MB |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  for (const m of medians) {
    const share = Math.max(0, 1 - m.without / m.full)
    console.log(
      `| ${m.cities} | ${seconds(m.load)} | ${seconds(m.build)} | ${seconds(m.full)} | ${Math.round(100 * share)} % | ${Math.round((m.without * 1e6) / m.cities / m.ticks)} | ${m.ties} | ${Math.round(m.memory)} |`,
    )
  }
  if (sizes.length > 1) {
    console.log('\nExponents b of cost = a · cities^b, fitted by least squares on logarithms:\n')
    for (const [name, of] of [
      ['run without measures', (m) => m.without],
      ['run', (m) => m.full],
      ['load and build', (m) => m.load + m.build],
      ['peak memory', (m) => m.memory],
    ])
      console.log(`- ${name}: ${slope(medians.map((m) => [m.cities, of(m)])).toFixed(2)}`)
  }
  console.log('\nA branch at half time, with measures:\n')
  console.log(
    '| cities | first half s | snapshot ms | resume ms | another future from half time s | whole run s | share of a run |',
  )
  console.log('|---|---|---|---|---|---|---|')
  for (const m of medians) {
    console.log(
      `| ${m.cities} | ${seconds(m.half)} | ${m.snapshot.toFixed(1)} | ${m.resume.toFixed(1)} | ${seconds(m.other)} | ${seconds(m.full)} | ${(m.other / m.full).toFixed(2)} |`,
    )
  }
}

function medianOf(rows) {
  return Object.fromEntries(
    Object.keys(rows[0]).map((key) => {
      const sorted = rows.map((row) => row[key]).sort((a, b) => a - b)
      const middle = sorted.length >> 1
      return [key, sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2]
    }),
  )
}

/** Slope of the line through the logarithms of some points. */
function slope(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)])
  const mean = (k) => logs.reduce((sum, p) => sum + p[k], 0) / logs.length
  const [mx, my] = [mean(0), mean(1)]
  const cross = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0)
  return cross / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
}

function seconds(ms) {
  return (ms / 1000).toFixed(2)
}
