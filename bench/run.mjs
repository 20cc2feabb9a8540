/**
 * npm run bench -- [sections…] [--quick] [--json <file>] [--compare <file>]
 *
 * Measures and prints tables; nothing here is asserted by a test. `--json` keeps the samples; `--compare` holds them
 * against a kept file of the same machine and says what has become slower by more than noise.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { ratioOfMedians } from './statistics.mjs'
import { sectionTable, short, table } from './table.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    compare: { type: 'string' },
  },
})
const { quick } = options

/** Each section loads what it measures when its turn comes. */
const sections = {
  cold: {
    title: 'Cold start',
    measure: async () => (await import('./coldStart.mjs')).coldStart({ rounds: quick ? 3 : 11 }),
  },
  run: {
    title: 'Acid rain in a warm process, no files',
    measure: async () => (await import('./acidRain.mjs')).wholeRun({ rounds: quick ? 30 : 120 }),
  },
  parts: {
    title: 'Where the time of a run goes',
    measure: async () => (await import('./acidRain.mjs')).parts({ rounds: quick ? 20 : 80 }),
  },
  garbage: {
    title: 'What a run leaves to the collector',
    measure: async () => (await import('./garbage.mjs')).garbage({ rounds: quick ? 3 : 8 }),
  },
  many: {
    title: 'Many runs',
    measure: async () => (await import('./manyRuns.mjs')).manyRuns({ runs: quick ? 100 : 1000 }),
  },
  reference: {
    title: 'The reference model: C, a bare loop, the public API',
    measure: async () => (await import('./reference/compare.mjs')).reference({ quick }),
  },
}

const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  threads: availableParallelism(),
  gigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
}

const names = positionals.length > 0 ? positionals : Object.keys(sections)
const strange = names.find((name) => !Object.hasOwn(sections, name))
if (strange !== undefined) {
  console.error(`There is no section "${strange}", only ${Object.keys(sections).join(', ')}.`)
  process.exit(2)
}

console.log(Object.values(machine).join(' · '))
const measured = {}
for (const name of names) {
  const { title, measure } = sections[name]
  console.log(`\n## ${title}\n`)
  const answer = await measure()
  const { results, note } = Array.isArray(answer) ? { results: answer } : answer
  console.log(note ?? sectionTable(results))
  measured[name] = results
}

if (options.json) {
  writeFileSync(options.json, `${JSON.stringify({ machine, sections: measured }, null, 1)}\n`)
}
if (options.compare) compareWith(JSON.parse(readFileSync(options.compare, 'utf8')))

function compareWith(saved) {
  console.log(`\n## Against ${options.compare}\n`)
  const differing = Object.keys(machine).filter((key) => machine[key] !== saved.machine[key])
  if (differing.length > 0) {
    const was = differing.map((key) => saved.machine[key]).join(', ')
    console.log(`Another machine or Node (${was}): times cannot be compared.`)
    process.exitCode = 2
    return
  }
  const rows = []
  for (const [section, results] of Object.entries(measured)) {
    for (const { name, unit, samples } of results) {
      const before = saved.sections[section]?.find((r) => r.name === name && r.unit === unit)
      if (!before || samples.length < 3 || before.samples.length < 3) continue
      const { ratio, low, high } = ratioOfMedians(before.samples, samples)
      const verdict = low > 1 ? 'slower' : high < 1 ? 'faster' : ''
      if (verdict) rows.push([name, short(ratio), `${short(low)} to ${short(high)}`, verdict])
    }
  }
  if (rows.length === 0) console.log('Nothing differs by more than noise.')
  else console.log(table(['', 'ratio', '99% interval', ''], rows))
}
