import type { Provenance } from '../../src/archive/index.js'
import { type CheckOptions, runCheck } from '../../src/experiment/index.js'

interface Fixture {
  fixtureScenario(settings?: { readonly [name: string]: number }): Provenance
}

const { fixtureScenario } = (await import(
  new URL('./fixtureScenario.mjs', import.meta.url).href
)) as Fixture

export { fixtureScenario }

export const fixtureLibrary = {
  module: new URL('./fixtureLibrary.mjs', import.meta.url).href,
}

/** A check of the fixture with whatever is special about it. */
export function check(
  out: string,
  options: Partial<CheckOptions> = {},
  settings: { readonly [name: string]: number } = {},
) {
  return runCheck(fixtureScenario(settings), {
    seed: 's',
    runs: 40,
    chunkSize: 4,
    workers: 2,
    folder: { out },
    version: '0.1.0',
    command: 'check fixture',
    library: fixtureLibrary,
    ...options,
  })
}
