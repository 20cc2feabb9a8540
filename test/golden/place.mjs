// Prints the digests of a few worlds: `node place.mjs <built folder> <shelf>`.
import { pathToFileURL } from 'node:url'

const [built, shelf] = process.argv.slice(2)
const { buildModel, digest, library, loadScenario } = await import(
  pathToFileURL(`${built}/index.js`).href
)
const { document } = await loadScenario('acid-rain', library, { shelf, formulas: false })
const model = buildModel(document, library)
const digests = ['0', '1'].map((seed) => digest(model.run({ seed }).world))
// What the machine thinks of time and letters, so that the test knows that it asked for something.
const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
console.log(JSON.stringify({ digests, place: { locale, timeZone, cwd: process.cwd() } }))
