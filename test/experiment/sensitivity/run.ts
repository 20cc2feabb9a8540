import type { Provenance } from '../../../src/archive/index.js'
import {
  openLibrary,
  planSensitivity,
  runSensitivity,
  type SensitivityOptions,
  type WrittenSensitivity,
} from '../../../src/experiment/index.js'
import type { ScenarioDocument } from '../../../src/scenario/index.js'

export const library = { module: new URL('./ishigamiLibrary.mjs', import.meta.url).href }

/** A scenario of one mechanism with known indices, as short as can be. */
export function scenario(settings: { readonly [name: string]: number } = {}): ScenarioDocument {
  return {
    format: 1,
    name: 'ishigami',
    title: 'Ishigami',
    question: 'Which number matters?',
    summary: 'A function with known indices.',
    licence: 'CC0-1.0',
    time: { start: '1980-01-01', end: '1980-12-31', ticksPerYear: 1 },
    tables: { actors: { A: { kind: 'state' } }, issues: { rain: {} } },
    mechanisms: { ishigami: settings },
  }
}

const three = { 'ishigami.x1': {}, 'ishigami.x2': {}, 'ishigami.x3': {} }

/** A plan of the function's three numbers, with whatever is special about it. */
export async function plan(
  written: Partial<WrittenSensitivity> = {},
  settings: { readonly [name: string]: number } = {},
) {
  const document = scenario(settings)
  return planSensitivity(
    document,
    await openLibrary(library),
    {
      format: 1,
      scenario: 'ishigami',
      factors: three,
      outcomes: [{ id: 'y', formula: 'final(value())' }],
      chunk: 500,
      ...written,
    },
    { version: '0.1.0', mechanismFiles: [], file: 'plan.yaml' },
  )
}

/** Plans and runs it. */
export async function run(
  out: string,
  written: Partial<WrittenSensitivity> = {},
  settings: { readonly [name: string]: number } = {},
  options: Partial<SensitivityOptions> = {},
) {
  const loaded: Provenance = {
    document: scenario(settings),
    files: [{ name: 'scenario.yaml', sha256: '0'.repeat(64) }],
  }
  return runSensitivity(loaded, await plan(written, settings), {
    workers: 2,
    folder: { out },
    command: 'sensitivity ishigami',
    library,
    ...options,
  })
}
