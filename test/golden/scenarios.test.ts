import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { library } from '../../src/library.js'
import { buildModel, listScenarios, loadScenario } from '../../src/scenario/index.js'
import { goldenOf } from './golden.js'

/** One world of every other scenario, in short: which of them a change has moved. */
interface Short {
  readonly digest: string
  readonly happenings: number
  readonly outcomes: { readonly [name: string]: number | string }
}

const file = new URL('./scenarios.json', import.meta.url)
/** Settings that make a large world small. */
const smaller: { readonly [name: string]: readonly string[] } = {
  'world-cities': ['population.cities=300'],
}
const names = (await listScenarios()).map(({ name }) => name).filter((name) => name !== 'acid-rain')

async function shortOf(name: string): Promise<Short> {
  const settings = smaller[name] ?? []
  const { document } = await loadScenario(name, library, { settings, formulas: false })
  const { digest, outcomes, events } = goldenOf(buildModel(document, library), '0')
  const known = Object.entries(outcomes).filter(([, v]) => v !== 'none' && !Number.isNaN(v))
  return { digest, happenings: events.length, outcomes: Object.fromEntries(known) }
}

if (process.env.UPDATE_GOLDEN) {
  const worlds: Record<string, Short> = {}
  for (const name of names) worlds[name] = await shortOf(name)
  writeFileSync(file, `${JSON.stringify(worlds, null, 1)}\n`)
}

const kept: Record<string, Short> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}

describe('the golden worlds of the other scenarios', () => {
  it.each(names)('%s is as it was (UPDATE_GOLDEN=1 npx vitest run test/golden)', async (name) => {
    expect(await shortOf(name)).toEqual(kept[name])
  })
})
