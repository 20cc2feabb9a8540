/**
 * A sweep from a script: how does the date of the federal act depend on the weight of the foreign route, with memoranda
 * and without? Prints the share of runs with an act, and its restricted mean date, for each weight.
 *
 *   node scripts/boomerang-sweep.ts [replications] [folder]            Node 22.18 and later
 *   npm run script scripts/boomerang-sweep.ts [replications] [folder]  Node 20
 */
import { library, loadScenario, planSweep, runSweep, type WrittenSweep } from 'paradiplomacy'

const [replications = '20', folder] = process.argv.slice(2)

const question: WrittenSweep = {
  format: 1,
  scenario: 'acid-rain',
  seed: 'a sweep from a script',
  replications: Number(replications),
  treatments: ['as-it-is', 'no-memoranda'],
  factors: { 'pressure.boomerang': { from: 0, to: 1, steps: 3 } },
  outcomes: [
    { id: 'act', title: 'Federal act', formula: 'first(policy("US", "acid-rain") >= 0.5)' },
    { id: 'memoranda', formula: 'concluded("memorandum")', at: '1986-12-31' },
  ],
}

const loaded = await loadScenario(question.scenario, library)
const plan = await planSweep(loaded.document, library, question, {
  version: 'script',
  mechanismFiles: [],
})
const result = await runSweep(loaded, plan, {
  command: 'node scripts/boomerang-sweep.ts',
  folder: { out: folder },
})

console.log('weight  treatment     mean date  never  memoranda by 1986')
for (const { treatment, settings, outcomes } of result.cases) {
  const [act, memoranda] = outcomes
  console.log(
    [
      String(settings[0]).padEnd(7),
      result.treatments[treatment].id.padEnd(13),
      (act.estimate ?? Number.NaN).toFixed(2).padEnd(10),
      String(act.missing).padEnd(6),
      (memoranda.estimate ?? Number.NaN).toFixed(1),
    ].join(' '),
  )
}
console.log(`Results: ${result.folder}`)
