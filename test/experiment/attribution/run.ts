import type { Provenance } from '../../../src/archive/index.js'
import {
  type AttributionOptions,
  openLibrary,
  planAttribution,
  runAttribution,
  type WrittenCauses,
  writtenCauses,
} from '../../../src/experiment/index.js'
import { readShaped, type ScenarioDocument } from '../../../src/scenario/index.js'

export const library = { module: new URL('./switchesLibrary.mjs', import.meta.url).href }

/** Switches and nothing else, over four years. */
export function scenario(settings: { readonly [name: string]: number } = {}): ScenarioDocument {
  const off = (name: string) => ({
    title: `No ${name}`,
    note: 'It is off.',
    change: [{ set: `switches.${name}`, to: false }],
  })
  return {
    format: 1,
    name: 'switches',
    title: 'Switches',
    question: 'Which did it?',
    summary: 'Values that follow from switches.',
    licence: 'CC0-1.0',
    time: { start: '1980-01-01', end: '1983-12-31', ticksPerYear: 1 },
    tables: { actors: { A: { kind: 'state' } }, issues: { rain: {} } },
    mechanisms: { switches: settings },
    treatments: { 'no-a': off('a'), 'no-b': off('b') },
  }
}

export const three: Pick<WrittenCauses, 'causes' | 'outcomes'> = {
  causes: [
    { id: 'a', title: 'Cause A', off: { treatment: 'no-a' } },
    { id: 'b', off: { treatment: 'no-b' } },
    { id: 'c', off: { set: { 'switches.c': false }, title: 'c is switched off' } },
  ],
  outcomes: [
    { id: 'sum', formula: 'final(total())', unit: 'kt' },
    { id: 'both', formula: 'final(both()) > 0' },
    { id: 'either', formula: 'final(either()) > 0' },
    { id: 'came', formula: 'date(first(clock() > 0))', by: '1981-06-30' },
  ],
}

export type Settings = { readonly [name: string]: number }

/** A plan of three causes, with whatever is special about it. */
export async function plan(written: Partial<WrittenCauses> = {}, settings: Settings = {}) {
  return planAttribution(
    scenario(settings),
    await openLibrary(library),
    { format: 1, scenario: 'switches', replications: 10, chunk: 8, ...three, ...written },
    { version: '0.1.0', mechanismFiles: [], file: 'causes.yaml' },
  )
}

/** A plan from the text of a file, as a user writes it. */
export async function planText(text: string) {
  const { data, findings } = readShaped(text, 'causes.yaml', writtenCauses, 'causes')
  const choices = { version: '0.1.0', mechanismFiles: [], findings, file: 'causes.yaml' }
  return planAttribution(scenario(), await openLibrary(library), data, choices)
}

/** Plans and runs it. */
export async function run(
  out: string,
  written: Partial<WrittenCauses> = {},
  settings: Settings = {},
  options: Partial<AttributionOptions> = {},
) {
  const loaded: Provenance = {
    document: scenario(settings),
    files: [{ name: 'scenario.yaml', sha256: '0'.repeat(64) }],
  }
  return runAttribution(loaded, await plan(written, settings), {
    workers: 2,
    folder: { out },
    command: 'attribute switches',
    library,
    ...options,
  })
}
