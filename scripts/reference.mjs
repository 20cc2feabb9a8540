// @ts-check
/**
 * Regenerates `results/reference/`, the results that the documentation speaks of, and the JSON Schema of scenarios.
 *
 *   node scripts/reference.mjs            writes them anew: a run and a check of every scenario that ships
 *   node scripts/reference.mjs --studies  writes those of experiments anew, which take minutes: the hypotheses of every
 *                                         scenario that has some, and more of acid rain, in `results/reference/studies`
 *   node scripts/reference.mjs --studies acid-rain   … those of one scenario alone
 *   node scripts/reference.mjs --check    compares with what is committed, and fails on a difference
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const studies = process.argv.includes('--studies')
/** One scenario alone, or all. */
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
const committed = join(root, 'results/reference', studies ? 'studies' : '')
const schemaFile = join(root, 'scenarios/scenario.schema.json')
const main = join(root, 'dist/cli/main.js')
const check = process.argv.includes('--check')
const fresh = mkdtempSync(join(tmpdir(), 'paradiplomacy-reference-'))

/** What is kept of a run: all that is the same everywhere, without what is large and can be had again. */
const keptOfRun =
  /^(manifest\.json|measures\.csv|agreements\.csv|twins\.csv|events\.csv|datapackage\.json|charts\/.*\.svg)$/
const largest = 1_000_000

/** What is kept of an experiment: the question, the answer, the charts, the methods. */
const keptOfExperiment =
  /^(manifest\.json|test\.json|attribution\.json|sensitivity\.json|methods\.md|(effects|shares|interactions|indices)\.csv|charts\/.*\.svg)$/

/** How each scenario is run once and checked; one that is not listed takes seed 1 and 200 runs. */
const ways = {
  'acid-rain': { once: ['--seed', '1990'], runs: 1000 },
  federations: { once: ['--treatment', 'AT'] },
  // Its checks belong to ten thousand cities, which take a second a run.
  'world-cities': { once: ['--set', 'population.cities=1000'], runs: 4 },
  'franco-german-twinning': { runs: 100 },
  // The seed of the class: scripts/class-seed.mjs says by what rule.
  'upper-rhine': { once: ['--seed', '38'], runs: 100 },
  'french-cities': { runs: 40 },
}
const scenarios = readdirSync(join(root, 'scenarios'))
  .filter((name) => existsSync(join(root, 'scenarios', name, 'scenario.yaml')))
  .filter((name) => only === undefined || name === only)
  .sort()

try {
  if (studies) {
    for (const name of scenarios) {
      if (!existsSync(join(root, 'scenarios', name, 'hypotheses.yaml'))) continue
      const more = name === 'acid-rain' ? ['--p-values'] : []
      run(`${name}-test`, ['test', name, ...more, '--expect'], keptOfExperiment)
    }
    for (const name of scenarios) {
      const beside = (file) => join('scenarios', name, file)
      if (existsSync(join(root, beside('causes.yaml'))))
        run(`${name}-attribution`, ['attribute', name], keptOfExperiment)
      if (existsSync(join(root, beside('sensitivity.yaml'))))
        run(`${name}-sensitivity`, ['sensitivity', beside('sensitivity.yaml')], keptOfExperiment)
    }
  } else {
    for (const name of scenarios) {
      const { once = [], runs = 200 } = ways[name] ?? {}
      run(name, ['run', name, ...once], keptOfRun)
      run(`${name}-check`, ['check', name, '--runs', String(runs)], /^check\.json$/)
    }
    if (scenarios.includes('acid-rain')) {
      curve('calendar')
      curve('drawn')
    }
  }
  const schema = execFileSync(process.execPath, [main, 'schema'], { cwd: root, maxBuffer: 1e8 })
  process.exitCode = check ? compare(schema) : replace(schema)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

/** Runs a command into a folder and keeps the files whose names match. */
function run(name, args, kept) {
  const out = join(fresh, '.work', name)
  try {
    execFileSync(process.execPath, [main, ...args, '--out', out], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch (error) {
    // A check that misses a pattern ends in 3, and so does a hypothesis: that is what they are for.
    if (error.status !== 3) throw error
  }
  for (const file of filesOf(out).filter((file) => kept.test(file))) {
    // Of a large world ledger and map can be had again.
    if (kept === keptOfRun && statSync(join(out, file)).size > largest) continue
    const to = join(fresh, name, file)
    mkdirSync(dirname(to), { recursive: true })
    cpSync(join(out, file), to)
  }
}

function curve(gates) {
  const script = join(root, 'scripts/memoranda-curve.mjs')
  const csv = join(fresh, `memoranda-curve-${gates}.csv`)
  execFileSync(process.execPath, [script, '--gates', gates, '--csv', csv], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function replace(schema) {
  writeFileSync(schemaFile, schema)
  for (const file of committedFiles()) rmSync(join(committed, file))
  for (const file of regenerated()) {
    mkdirSync(dirname(join(committed, file)), { recursive: true })
    cpSync(join(fresh, file), join(committed, file))
  }
  console.log(`${relative(root, committed)}: ${regenerated().length} files written.`)
  return 0
}

function compare(schema) {
  const now = regenerated()
  const before = committedFiles()
  const wrong = [
    ...now.filter((file) => !before.includes(file)).map((file) => `${file} is not committed`),
    ...before
      .filter((file) => !now.includes(file))
      .map((file) => `${file} is committed, but no longer made`),
    ...now
      .filter((file) => before.includes(file) && differs(file))
      .map((file) => `${file} differs`),
  ]
  if (!existsSync(schemaFile) || !readFileSync(schemaFile).equals(schema))
    wrong.push('scenarios/scenario.schema.json differs')
  for (const problem of wrong) console.error(`results/reference: ${problem}`)
  if (wrong.length === 0) console.log(`results/reference: ${now.length} files, all the same.`)
  return wrong.length === 0 ? 0 : 1
}

function differs(file) {
  return !readFileSync(join(fresh, file)).equals(readFileSync(join(committed, file)))
}

function regenerated() {
  return filesOf(fresh).filter((file) => !file.startsWith('.work/'))
}

function committedFiles() {
  if (!existsSync(committed)) return []
  return filesOf(committed)
    .filter((file) => studies || !file.startsWith('studies/'))
    .filter((file) => only === undefined || isOfThat(file))
}

/** Whether a file comes from the one scenario that was asked for. */
function isOfThat(file) {
  const [folder] = file.split('/')
  return folder === only || folder.startsWith(`${only}-`) || regenerated().includes(file)
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
