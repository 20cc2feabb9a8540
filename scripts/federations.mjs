// @ts-check
/**
 * One problem under many constitutions: runs every treatment of the scenario `federations` on common random numbers,
 * lays the laws side by side in a table and a chart, and checks the signature of each.
 *
 *   node scripts/federations.mjs [--runs 40] [--out results/federations] [--scenario federations]
 *
 * Writes federations.csv, federations.vl.json and federations.svg. Exit code 3 if a signature is missed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  buildModel,
  compileExpression,
  library,
  loadScenario,
  measureSymbols,
  parseExpression,
  runSource,
} from 'paradiplomacy'
import { parse } from 'yaml'

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'federations' },
    runs: { type: 'string', default: '40' },
    out: { type: 'string', default: 'results/federations' },
  },
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs "${values.runs}" is not a whole number from 1`)
  process.exit(2)
}

/** What the table and the chart show of each law. */
const figures = [
  [
    'signed',
    'signed',
    'final(actOutcomes("pending")) + final(actOutcomes("inForce")) + final(actOutcomes("ended")) + final(actOutcomes("refused")) + final(actOutcomes("replaced"))',
  ],
  ['free', 'free', 'final(actPaths("free"))'],
  ['approved', 'approved', 'final(actPaths("approved"))'],
  ['silence', 'by silence', 'final(actPaths("silence"))'],
  ['breach', 'against the law', 'final(actPaths("breach"))'],
  ['informal', 'informal instead', 'final(actPaths("informal"))'],
  ['refused', 'refused', 'final(actOutcomes("refused"))'],
  ['pending', 'pending', 'final(actOutcomes("pending"))'],
  ['binding', 'binding', 'final(bindingActs)'],
  ['days', 'days to force', 'final(daysToForce)'],
]
const stacked = ['free', 'approved', 'silence', 'breach', 'informal', 'pending', 'refused']

const base = await loadScenario(values.scenario, library)
const folder = dirname(base.path)
const { signatures } = parse(readFileSync(join(folder, 'signatures.yaml'), 'utf8'))
const treatments = [undefined, ...Object.keys(base.document.treatments ?? {})]
const symbols = measureSymbols(base.document, library)
const compile = async (formula) => compileExpression(await parseExpression(formula, symbols))

const asked = await Promise.all(figures.map(([, , formula]) => compile(formula)))
const rows = []
const verdicts = []
for (const treatment of treatments) {
  const { document } = await loadScenario(values.scenario, library, { treatment, formulas: false })
  const model = buildModel({ ...document, checks: [], history: {} }, library)
  const own = signatures.filter((s) => s.treatment === treatment)
  const tests = await Promise.all(own.map((s) => compile(s.outcome)))
  const totals = figures.map(() => 0)
  const found = own.map(() => [])
  for (let replicate = 0; replicate < runs; replicate++) {
    const source = runSource(model.run({ seed: 'federations', replicate }))
    asked.forEach((ask, at) => {
      totals[at] += Number(ask(source)) / runs
    })
    tests.forEach((ask, at) => {
      found[at].push(Number(ask(source)))
    })
  }
  const title = treatment ? (document.treatments?.[treatment].title ?? treatment) : 'No law'
  rows.push({
    treatment: treatment ?? 'none',
    title,
    ...Object.fromEntries(figures.map(([id], at) => [id, totals[at]])),
  })
  own.forEach((signature, at) => {
    verdicts.push(judge(signature, found[at]))
  })
}

/** A mean must lie in the band; or, where a signature says so, every single run must. */
function judge({ treatment, title, statistic, band: [low, high] }, found) {
  const mean = found.reduce((sum, x) => sum + x, 0) / found.length
  const least = Math.min(...found)
  const most = Math.max(...found)
  const [from, to] = statistic === 'mean' ? [mean, mean] : [least, most]
  const shown = statistic === 'mean' ? mean.toFixed(2) : `${least} to ${most}`
  return {
    treatment,
    title,
    statistic,
    band: `${low} to ${high}`,
    shown,
    holds: from >= low - 1e-9 && to <= high + 1e-9,
  }
}

const width = Math.max(...rows.map((r) => r.title.length))
console.log(`${runs} runs each; means a run\n`)
console.log(`${''.padEnd(width)}${figures.map(([, head]) => head.padStart(18)).join('')}`)
for (const row of rows)
  console.log(
    `${row.title.padEnd(width)}${figures.map(([id]) => row[id].toFixed(1).padStart(18)).join('')}`,
  )
console.log('\nSignatures')
for (const { treatment, title, statistic, band, shown, holds } of verdicts)
  console.log(
    `  ${holds ? 'holds ' : 'MISSED'}  ${treatment}: ${title} (${statistic} ${shown}; ${band})`,
  )

mkdirSync(values.out, { recursive: true })
const csv = [
  ['treatment', 'title', ...figures.map(([id]) => id)].join(','),
  ...rows.map((r) =>
    [r.treatment, `"${r.title}"`, ...figures.map(([id]) => +r[id].toFixed(4))].join(','),
  ),
]
writeFileSync(join(values.out, 'federations.csv'), `${csv.join('\n')}\n`)
const spec = chart()
writeFileSync(join(values.out, 'federations.vl.json'), `${JSON.stringify(spec, null, 2)}\n`)
const { renderSvg } = await import('../dist/report/render/renderSvg.js')
writeFileSync(join(values.out, 'federations.svg'), await renderSvg(spec, spec.description))
console.log(`\n${values.out}/federations.csv, .vl.json, .svg`)
if (verdicts.some((v) => !v.holds)) process.exitCode = 3

/** What becomes of acts under each law, and how long they take, side by side. */
function chart() {
  const label = Object.fromEntries(figures.map(([id, head]) => [id, head]))
  const paths = rows.flatMap((r) =>
    stacked.map((id, order) => ({ law: r.title, fate: label[id], order, acts: r[id] })),
  )
  const laws = rows.map((r) => r.title)
  const y = { field: 'law', type: 'nominal', sort: laws, title: null, axis: { labelLimit: 320 } }
  const head = (text) => ({ text, anchor: 'start', fontSize: 12 })
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `Bars for ${laws.length} laws: what becomes of the acts that the same units sign, and the mean days until they take effect.`,
    title: {
      text: 'One problem under many constitutions',
      subtitle: `Means of ${runs} runs on common random numbers; the same units, partners and problem, only the law differs. Units invented; rates of practice assumed.`,
      anchor: 'start',
    },
    hconcat: [
      {
        title: head('What becomes of what units sign'),
        width: 380,
        height: { step: 18 },
        data: { values: paths },
        mark: 'bar',
        encoding: {
          y,
          x: { field: 'acts', type: 'quantitative', stack: 'zero', title: 'acts a run' },
          color: {
            field: 'fate',
            type: 'nominal',
            title: null,
            sort: stacked.map((id) => label[id]),
            scale: {
              domain: stacked.map((id) => label[id]),
              range: ['#56b4e9', '#0072b2', '#5b2a6e', '#d55e00', '#e69f00', '#b8b8b8', '#404040'],
            },
            legend: { orient: 'bottom', columns: 4 },
          },
          order: { field: 'order', type: 'quantitative' },
        },
      },
      {
        title: head('Days from initiative to force'),
        width: 200,
        height: { step: 18 },
        data: { values: rows.map((r) => ({ law: r.title, days: r.days })) },
        mark: 'bar',
        encoding: {
          y: { ...y, axis: { labels: false, ticks: false } },
          x: { field: 'days', type: 'quantitative', title: 'mean days' },
          color: { value: '#0072b2' },
        },
      },
    ],
  }
}
