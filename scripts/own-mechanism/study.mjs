// Runs the scenario of this folder a hundred times and compares mean alarm with what the theory says: rate ÷ fading.
//   node scripts/own-mechanism/study.mjs
import { fileURLToPath } from 'node:url'
import { buildModel, loadMechanisms, loadScenario } from 'paradiplomacy'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))

const { library } = await loadMechanisms([here('focusingEvents.mjs')])
const { document } = await loadScenario(here('scenario.yaml'), library)
const model = buildModel(document, library)

let sum = 0
let count = 0
for (let replicate = 0; replicate < 100; replicate++) {
  const { recordings } = model.run({ seed: 'alarm', replicate })
  const { values, width } = recordings.get('alarm')
  // The first five years are left out: alarm begins at nothing.
  for (const value of values.subarray(60 * width)) {
    sum += value
    count++
  }
}
console.log(`mean alarm ${(sum / count).toFixed(3)}, expected ${(0.5 / 1).toFixed(3)}`)
