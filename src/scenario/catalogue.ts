import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import { parseDate } from '../calendar/index.js'
import { InputError, quote } from '../diagnostics/index.js'
import {
  evidenceGrades,
  type HistoricalState,
  landBorders,
  type Regime,
  readRegime,
  regimeSchema,
  States,
} from '../law/index.js'
import { shippedShelf } from './findScenario.js'
import { readShaped } from './readShaped.js'

/** The folder of regimes that ship. */
export const shippedRegimes = join(shippedShelf, 'catalogue', 'regimes')

/**
 * All regimes of a folder, by their id, in the order of their files.
 *
 * @throws {InputError} with all that is wrong with any of them; if two have one id, or an id is not its file's name
 */
export async function readRegimes(folder = shippedRegimes): Promise<Map<string, Regime>> {
  const regimes = new Map<string, Regime>()
  for (const id of await shelvedRegimes(folder)) regimes.set(id, await readShelved(id, folder))
  return regimes
}

/** Ids of the regimes of a folder, in alphabetical order. */
export async function shelvedRegimes(folder = shippedRegimes): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
  return names.map((name) => name.slice(0, -'.yaml'.length)).sort()
}

/**
 * One regime of a folder by its id.
 *
 * @throws {InputError} with what is wrong with it, or if it calls itself by another id
 */
export async function readShelved(id: string, folder = shippedRegimes): Promise<Regime> {
  const path = join(folder, `${id}.yaml`)
  const regime = await readRegimeFile(path)
  if (regime.id === id) return regime
  throw new InputError({
    file: fromHere(path),
    message: `the regime calls itself ${quote(regime.id)}`,
    expected: `a file named ${regime.id}.yaml`,
  })
}

/**
 * One regime from its YAML file.
 *
 * @throws {InputError} one problem for each thing that is wrong, with file, line and column
 */
export async function readRegimeFile(path: string): Promise<Regime> {
  return parseRegime(await readFile(path, 'utf8'), fromHere(path))
}

/**
 * One regime from the text of a YAML file.
 *
 * @param file the file as messages name it
 * @throws {InputError} one problem for each thing that is wrong, with file, line and column
 */
export function parseRegime(text: string, file: string): Regime {
  const { data, findings } = readShaped(text, file, regimeSchema, 'a regime')
  const { regime, problems } = readRegime(data)
  for (const { path, message, ...details } of problems) findings.add(path, message, details)
  findings.throwIfAny()
  return regime
}

const states = z.strictObject({
  format: z.literal(1),
  states: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      from: z.string(),
      until: z.string(),
      union: z.array(z.string()).optional(),
      part: z
        .strictObject({
          of: z.string(),
          touches: z.array(z.string()),
          alone: z.array(z.string()),
        })
        .optional(),
      source: z.string(),
      grade: z.enum(evidenceGrades),
    }),
  ),
})

/**
 * The states of today and of the past, and which of them touch: codes from ISO 3166, borders from a map of the world
 * (world-atlas, 1:50 million), what is no more from the catalogue. Takes some tenths of a second.
 */
export async function readStates(folder = shippedRegimes): Promise<States> {
  const path = join(folder, 'states', 'historical.yaml')
  const { data } = readShaped(
    await readFile(path, 'utf8'),
    fromHere(path),
    states,
    'a list of states',
  )
  const past = Object.entries(data.states).map(([code, state]): HistoricalState => {
    const { title, from, until, union = [], part, source, grade } = state
    return {
      code,
      title,
      from: parseDate(from) ?? 0,
      until: parseDate(until) ?? 0,
      union,
      ...(part ? { part } : {}),
      source,
      grade,
    }
  })
  const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const map = JSON.parse(await readFile(atlas, 'utf8')) as Topology<{
    countries: GeometryCollection
  }>
  const { isoCodes } = await import('../law/isoCodes.js')
  return new States(isoCodes, landBorders(map), past)
}

/** Relative to the working directory where that is shorter, as messages read better so. */
function fromHere(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
