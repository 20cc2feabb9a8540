// @ts-check
/**
 * Did the memoranda matter? Runs a scenario with and without its memoranda, on common random numbers, for several
 * weights of the foreign route, which no data tell, and prints how the date of the federal act differs.
 *
 *   node scripts/memoranda-curve.mjs [--pairs 200] [--scenario acid-rain] [--gates calendar|drawn] [--csv file]
 *
 * A run without an act is not dropped: its date counts as the end of the run (restricted mean).
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  bootstrap,
  buildModel,
  compileExpression,
  deriveKey,
  library,
  loadScenario,
  measureSymbols,
  parseExpression,
  pearson,
  restrictedMean,
  runSource,
  wilson,
  yearFraction,
} from 'paradiplomacy'

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'acid-rain' },
    pairs: { type: 'string', default: '200' },
    gates: { type: 'string', default: 'calendar' },
    blockage: { type: 'string', default: 'weighted' },
    weights: { type: 'string', default: '0,0.25,0.5,0.75,1' },
    csv: { type: 'string' },
  },
})
const pairs = Number(values.pairs)
const dateOfAct = 'date(first(policy("US", "acid-rain") >= 0.5))'

/** Dates of the act in years, one a replicate; NaN where there was none. */
async function dates(weight, treatment) {
  const { document } = await loadScenario(values.scenario, library, {
    treatment,
    settings: [
      `pressure.boomerang=${weight}`,
      `pressure.blockage=${values.blockage}`,
      `officeHolders.holders=${values.gates}`,
    ],
  })
  const lean = { ...document, measures: ['policy'], checks: [], history: {} }
  const model = buildModel(lean, library)
  const ask = compileExpression(await parseExpression(dateOfAct, measureSymbols(lean, library)))
  return Array.from({ length: pairs }, (_, replicate) => {
    const day = Number(ask(runSource(model.run({ seed: 'memoranda', replicate }))))
    return Number.isNaN(day) ? Number.NaN : yearFraction(day)
  })
}

const rows = []
for (const weight of values.weights.split(',').map(Number)) {
  const treated = await dates(weight, undefined)
  const control = await dates(weight, 'no-memoranda')
  const horizon = 2001
  const later = treated.map((x, r) => restricted(control[r], horizon) - restricted(x, horizon))
  const { estimate, bca } = bootstrap(
    later,
    (sample) => sample.reduce((a, b) => a + b, 0) / sample.length,
    {
      replicates: 2000,
      key: deriveKey('memoranda', 0, 'bootstrap'),
    },
  )
  const moved = wilson(later.filter((x) => x !== 0).length, pairs)
  rows.push({
    weight,
    with: restrictedMean(treated, horizon).estimate,
    without: restrictedMean(control, horizon).estimate,
    later: estimate,
    lower: bca?.lower ?? estimate,
    upper: bca?.upper ?? estimate,
    moved: moved.estimate,
    correlation: pearson(
      treated.map((x) => restricted(x, horizon)),
      control.map((x) => restricted(x, horizon)),
    ),
  })
}

console.log(
  `Gates: ${values.gates}; blockage: ${values.blockage}; ${pairs} pairs of runs for each weight.\n`,
)
console.log(
  '| weight of the foreign route | act, with memoranda | without | years later without (95 %) | runs moved | correlation |',
)
console.log('|---|---|---|---|---|---|')
for (const r of rows) {
  console.log(
    `| ${r.weight} | ${r.with.toFixed(2)} | ${r.without.toFixed(2)} | ${r.later.toFixed(2)} (${r.lower.toFixed(2)} to ${r.upper.toFixed(2)}) | ${(100 * r.moved).toFixed(1)} % | ${r.correlation.toFixed(2)} |`,
  )
}
if (values.csv) {
  const head = Object.keys(rows[0])
  writeFileSync(
    values.csv,
    `${head.join(',')}\n${rows.map((r) => head.map((k) => r[k]).join(',')).join('\n')}\n`,
  )
}

/** A date, or the horizon for what never came. */
function restricted(year, horizon) {
  return Number.isNaN(year) ? horizon : Math.min(year, horizon)
}
