/**
 * npm run bench -- [sections…] [--quick] [--json <file>] [--compare <file>] [--peer <command>]…
 *
 * Measures and prints tables; nothing here is asserted by a test. `--json` keeps the samples; `--compare` holds them
 * against a kept file of the same machine and says what has become slower by more than noise. With
 * `--peer` the section `reference` times a port to another framework beside C and the API: `bench/reference/peers` has
 * some.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { comparison } from './comparison.mjs'
import { sectionTable, short, table } from './table.mjs'
import { yardstick } from './yardstick.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    compare: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
  },
})
const { quick, peer: peers } = options

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
  worlds: {
    title: 'Every scenario that ships and takes less than a second, in a warm process, no files',
    measure: async () => (await import('./worlds.mjs')).worlds({ rounds: quick ? 7 : 40 }),
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
    measure: async () => (await import('./reference/compare.mjs')).reference({ quick, peers }),
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
yardstick()
const measured = { machine, yardstick: [], sections: {} }
for (const name of names) {
  const { title, measure } = sections[name]
  measured.yardstick.push(...yardstick())
  console.log(`\n## ${title}\n`)
  const answer = await measure()
  const { results, note } = Array.isArray(answer) ? { results: answer } : answer
  console.log(note ?? sectionTable(results))
  measured.sections[name] = results
}
measured.yardstick.push(...yardstick())

if (options.json) writeFileSync(options.json, `${JSON.stringify(measured, null, 1)}\n`)
if (options.compare) compareWith(JSON.parse(readFileSync(options.compare, 'utf8')))

function compareWith(saved) {
  console.log(`\n## Against ${options.compare}\n`)
  const { otherMachine, machine: pace, rows } = comparison(saved, measured)
  if (otherMachine.length > 0) {
    console.log(`Another machine or Node (${otherMachine.join('; ')}): times cannot be compared.`)
    process.exitCode = 2
    return
  }
  console.log(
    pace
      ? `The same work took this machine ${ofInterval(pace)} times as long as then; ratios of times are divided by that.\n`
      : 'The saved table does not say how fast the machine was: ratios hold if it was as busy as now.\n',
  )
  const differing = rows.filter(({ verdict }) => verdict === 'slower' || verdict === 'faster')
  const unclear = rows.filter(({ verdict }) => verdict === 'too few samples')
  if (differing.length === 0) console.log('Nothing differs by more than noise.')
  else {
    const lines = differing.map((row) => [
      row.name,
      short(row.ratio),
      `${short(row.low)} to ${short(row.high)}`,
      row.verdict,
    ])
    console.log(table(['', 'ratio', '99% interval', ''], lines))
  }
  if (unclear.length > 0)
    console.log(`\nToo few samples to tell: ${unclear.map(({ name }) => name).join(', ')}.`)
}

function ofInterval({ ratio, low, high }) {
  return `${short(ratio)} (${short(low)} to ${short(high)})`
}
