import { z } from 'zod'
import type { ScenarioDocument } from '../scenario/document.js'
import type { DataTable } from './dataTable.js'
import type { Execution } from './execution.js'
import { documentHash } from './hash.js'
import type { ManifestHead, ResultKind, RunManifest } from './manifest.js'
import { damaged, readJson, readTables } from './readTables.js'

/** A run as its folder tells it. */
export interface ArchivedRun {
  /** Where it was read from. */
  readonly folder: string
  readonly manifest: RunManifest
  readonly execution: Execution
  /** The scenario as it was run. */
  readonly document: ScenarioDocument
  readonly measures: DataTable
  readonly actors: DataTable
  readonly agreements: DataTable
  readonly events: DataTable
  /** Twin towns at the end, where the world has them. */
  readonly twins?: DataTable
}

const headShape = z.looseObject({
  software: z.literal('paradiplomacy'),
  format: z.literal(1),
  kind: z.string(),
  version: z.string(),
  command: z.string(),
  scenario: z.object({ name: z.string(), title: z.string(), sha256: z.string() }),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  seed: z.string(),
})

const runShape = headShape.extend({
  replicate: z.number(),
  mechanisms: z.array(
    z.object({ name: z.string(), parameters: z.record(z.string(), z.unknown()) }),
  ),
  timeline: z.object({
    start: z.string(),
    end: z.string(),
    ticksPerYear: z.number(),
    ticks: z.number(),
  }),
  digest: z.string(),
})

/**
 * Reads the folder of a run.
 *
 * @throws InputError if it is not the folder of a run, or is not whole
 */
export async function readRun(folder: string): Promise<ArchivedRun> {
  const manifest = (await readManifest(folder, 'run')) as RunManifest
  if (!runShape.safeParse(manifest).success)
    throw damaged(folder, 'manifest.json does not say what a run is made of')
  const execution = (await readJson(folder, 'execution.json')) as Execution
  const document = await readDocument(folder, manifest)
  const tables = await readTables(folder)
  const table = (name: string) => {
    const found = tables.get(name)
    if (found === undefined) throw damaged(folder, `${name}.csv is not described`)
    return found
  }
  const twins = tables.get('twins')
  return {
    folder,
    manifest,
    execution,
    document,
    measures: table('measures'),
    actors: table('actors'),
    agreements: table('agreements'),
    events: table('events'),
    ...(twins && { twins }),
  }
}

/**
 * The manifest of a result folder.
 *
 * @param kind what the folder must hold; anything, if absent
 * @throws InputError if there is none, or one of another kind
 */
export async function readManifest(folder: string, kind?: ResultKind): Promise<ManifestHead> {
  const manifest = await readJson(folder, 'manifest.json')
  const parsed = headShape.safeParse(manifest)
  if (!parsed.success) throw damaged(folder, 'manifest.json is not one of ours')
  if (kind !== undefined && parsed.data.kind !== kind)
    throw damaged(folder, `it holds a ${parsed.data.kind}, not a ${kind}`)
  return manifest as ManifestHead
}

/**
 * The scenario of a result folder.
 *
 * @throws InputError if it is not the one that the manifest names
 */
export async function readDocument(
  folder: string,
  manifest: ManifestHead,
): Promise<ScenarioDocument> {
  const document = (await readJson(folder, 'scenario.json')) as ScenarioDocument
  if (documentHash(document) !== manifest.scenario.sha256)
    throw damaged(folder, 'scenario.json is not the scenario that the manifest names')
  return document
}
