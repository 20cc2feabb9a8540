// @ts-check
/**
 * Works out from the map which states of today touch by land, mainland to mainland, and writes it down, so that a run
 * need not read the map for it.
 *
 *   node scripts/land-borders.mjs
 *
 * Writes scenarios/catalogue/land-borders.csv; a test compares it with the map.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { landBorders } from '../dist/law/index.js'
import { isoCodes } from '../dist/law/isoCodes.js'

const map = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const borders = landBorders(JSON.parse(readFileSync(map, 'utf8')))
const codes = [...isoCodes.all].sort()
const lines = codes.flatMap((a) =>
  codes
    .filter((b) => a < b && borders.mainland(isoCodes.onMap(a) ?? '').has(isoCodes.onMap(b) ?? ''))
    .map((b) => `${a},${b}`),
)
const file = join(
  fileURLToPath(new URL('..', import.meta.url)),
  'scenarios/catalogue/land-borders.csv',
)
writeFileSync(file, `a,b\n${lines.join('\n')}\n`)
console.log(`${file}: ${lines.length} pairs.`)
