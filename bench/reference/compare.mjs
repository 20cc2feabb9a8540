import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { median } from '../statistics.mjs'
import { short, table } from '../table.mjs'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))

/** Actors, ticks timed in a round, rounds that only warm the programs up (V8 compiles in the background), and rounds. */
const sizes = [
  { actors: 1_000, ticks: 100, warming: 25, rounds: 75 },
  { actors: 10_000, ticks: 100, warming: 5, rounds: 15 },
  { actors: 100_000, ticks: 100, warming: 1, rounds: 4 },
  { actors: 1_000_000, ticks: 10, warming: 1, rounds: 4 },
]

const weightings = ['recomputed', 'kept']

/** The same for other people's frameworks, of which some are a hundred times as slow. */
const peerSizes = [
  { actors: 10_000, ticks: 100, warming: 3, rounds: 5 },
  { actors: 100_000, ticks: 10, warming: 3, rounds: 3 },
]

/** What mean adoption is after 100 ticks, and how far off a port may be. */
const adoptionAt100 = { mean: 0.943, within: 0.002 }

/**
 * The reference model in C, as a bare loop and through the public API, round by round in turn, each program in a
 * process of its own that is asked by lines.
 *
 * @param peers commands of ports to other frameworks, as those in `peers/`: where there are any, they are held against
 *   C and the API, with recomputed weights, instead
 * @returns results, or a note why there are none
 */
export async function reference({ quick, peers = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'paradiplomacy-bench-'))
  try {
    const c = compile(folder)
    if (c === undefined) return { results: [], note: 'No C compiler (cc) here: left out.' }
    const programs = {
      C: [c],
      bare: [process.execPath, here('bare.mjs')],
      API: [process.execPath, here('engine.mjs')],
    }
    if (peers.length > 0) return await peerage(programs, peers, quick)
    const results = []
    for (const size of quick ? sizes.slice(0, 2) : sizes) {
      for (const weights of weightings) results.push(...(await race(programs, size, weights)))
    }
    return { results, note: explain(results) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function peerage({ C, API }, peers, quick) {
  const commands = peers.map((command) => command.trim().split(/\s+/))
  const named = commands.map((command) => [basename(command.at(-1)), command])
  const programs = { C, API, ...Object.fromEntries(named) }
  const results = []
  for (const size of quick ? peerSizes.slice(0, 1) : peerSizes) {
    results.push(...(await race(programs, size, 'recomputed')))
  }
  return { results, note: explainPeers(results) }
}

function compile(folder) {
  const out = join(folder, 'reference')
  const flags = ['-O3', '-march=native', '-o', out, here('reference.c'), '-lm']
  return spawnSync('cc', flags).status === 0 ? out : undefined
}

async function race(programs, { actors, ticks, warming, rounds }, weights) {
  const runners = Object.entries(programs).map(([name, [command, ...args]]) => ({
    name,
    answers: [],
    ask: open(command, [...args, String(actors), weights]),
  }))
  for (let round = 0; round < warming + rounds; round++) {
    for (const { ask, answers } of runners) {
      const answer = await ask(ticks)
      if (round === 0) answers.kilobytes = answer.kilobytes
      if (round >= warming) answers.push(answer)
    }
  }
  for (const { ask } of runners) ask.end()
  return runners.map(({ name, answers }) => ({
    name: `${name}, ${weights} weights, ${actors.toLocaleString('en')} actors`,
    unit: 'ns per actor and tick',
    samples: answers.map(({ seconds }) => (seconds * 1e9) / (actors * ticks)),
    program: name,
    weights,
    actors,
    megabytes: answers.kilobytes / 1024,
    adoption: ticks === 100 ? answers[0].mean : undefined,
  }))
}

/** A program that answers each number of ticks with a line of JSON. */
function open(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (ticks) => {
    child.stdin.write(`${ticks}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error(`${command} ${args.join(' ')} ended early`)
    return JSON.parse(value)
  }
  ask.end = () => child.stdin.end()
  return ask
}

/** Speeds side by side, ratios round by round, memory, and the growth from 10,000 to 1,000,000 actors. */
function explain(results) {
  const find = (program, weights, actors) =>
    results.find((r) => r.program === program && r.weights === weights && r.actors === actors)
  const counts = [...new Set(results.map(({ actors }) => actors))]
  const rows = counts.flatMap((actors) =>
    weightings.map((weights) => {
      const [c, bare, api] = ['C', 'bare', 'API'].map((program) => find(program, weights, actors))
      return [
        `${actors.toLocaleString('en')}, ${weights}`,
        ...[c, bare, api].map(({ samples }) => short(1000 / median(samples))),
        short(ratio(c, api)),
        short(ratio(bare, api)),
        ...[c, bare, api].map(({ megabytes }) => short(megabytes)),
        [c, bare, api].map(({ adoption }) => adoption?.toFixed(4) ?? '–').join(' '),
      ]
    }),
  )
  const head = ['actors, weights', 'C', 'bare', 'API', 'API:C', 'API:bare']
  const speeds = table([...head, 'MB C', 'MB bare', 'MB API', 'mean adoption'], rows)
  const growth = weightings.flatMap((weights) =>
    find('C', weights, 1_000_000)
      ? ['C', 'bare', 'API'].map((program) => {
          const [small, large] = [10_000, 1_000_000].map((n) => find(program, weights, n))
          const times = median(large.samples) / median(small.samples)
          return `${program} ${short(times)} (${weights})`
        })
      : [],
  )
  return [
    'Million actor-steps a second; ratios are medians over rounds; memory is the peak of a first run.',
    speeds,
    growth.length > 0
      ? `Time per actor-step at 1,000,000 over 10,000 actors: ${growth.join(', ')}.`
      : '',
  ].join('\n\n')
}

/** How fast each is beside C and the API, asked in the same round, and whether it is the same model. */
function explainPeers(results) {
  const rows = results.map((result) => {
    const beside = (name) =>
      results.find(({ program, actors }) => program === name && actors === result.actors)
    const { adoption } = result
    const isAnother = Math.abs(adoption - adoptionAt100.mean) > adoptionAt100.within
    return [
      `${result.actors.toLocaleString('en')}, ${result.program}`,
      short(1000 / median(result.samples)),
      short(ratio(beside('C'), result)),
      short(least(beside('C')) / least(result)),
      short(ratio(beside('API'), result)),
      short(result.megabytes),
      `${adoption?.toFixed(4) ?? '–'}${isAnother ? ': another model' : ''}`,
    ]
  })
  return [
    'Recomputed weights. Speed in million actor-steps a second, and as a share of C and of the API: medians over rounds.',
    table(['', 'speed', 'of C', '… least times', 'of the API', 'MB', 'adoption at 100'], rows),
  ].join('\n\n')
}

function least({ samples }) {
  return Math.min(...samples)
}

function ratio(a, b) {
  return median(a.samples.map((ns, round) => ns / b.samples[round]))
}
