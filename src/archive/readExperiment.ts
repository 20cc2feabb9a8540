import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { InputError } from '../diagnostics/index.js'
import type { ScenarioDocument } from '../scenario/document.js'
import type { AttributionResult } from './attributionResult.js'
import type { Execution } from './execution.js'
import type { ExperimentManifest } from './experimentResult.js'
import type { TestResult } from './hypothesisResult.js'
import { readDocument, readManifest } from './readRun.js'
import { damaged, readJson } from './readTables.js'
import type { SensitivityResult } from './sensitivityResult.js'
import type { SweepResult } from './sweepResult.js'

/** What an experiment found, of whichever kind. */
export type ExperimentResult = SweepResult | TestResult | SensitivityResult | AttributionResult

/** An experiment as its folder tells it. */
export interface ArchivedExperiment {
  readonly folder: string
  readonly manifest: ExperimentManifest
  /** The scenario without treatments; undefined if the folder does not hold it. */
  readonly document: ScenarioDocument | undefined
  readonly execution: Execution | undefined
  readonly result: ExperimentResult
}

const counts = { runs: z.number(), failed: z.number(), lost: z.number() }
const heads = z.array(z.looseObject({ id: z.string(), title: z.string() }))

const shapes = {
  sweep: z.looseObject({
    ...counts,
    kind: z.literal('sweep'),
    treatments: heads,
    factors: heads,
    outcomes: heads,
    cases: z.array(z.looseObject({ point: z.number(), treatment: z.number() })),
  }),
  test: z.looseObject({
    kind: z.literal('test'),
    file: z.looseObject({ name: z.string(), sha256: z.string() }),
    hypotheses: z.array(z.looseObject({ ...counts, id: z.string(), verdict: z.string() })),
  }),
  sensitivity: z.looseObject({
    ...counts,
    kind: z.literal('sensitivity'),
    factors: heads,
    outcomes: z.array(z.looseObject({ outcome: z.looseObject({ id: z.string() }) })),
  }),
  attribution: z.looseObject({
    ...counts,
    kind: z.literal('attribution'),
    causes: heads,
    settings: heads,
  }),
} as const

/**
 * Reads the folder of a sweep, a test of hypotheses, a sensitivity analysis or an attribution.
 *
 * @throws InputError if it is none of them, is not whole, or is not finished
 */
export async function readExperiment(folder: string): Promise<ArchivedExperiment> {
  const manifest = (await readManifest(folder)) as ExperimentManifest
  const { kind } = manifest
  if (kind === 'run' || kind === 'check')
    throw damaged(folder, `it holds a ${kind}, not an experiment`)
  const file = `${kind}.json`
  if (!(await isThere(folder, file)))
    throw new InputError({
      file: folder,
      message: 'the experiment is not finished',
      hint: 'Resume it; the runs that are done are kept',
    })
  const result = (await readJson(folder, file)) as ExperimentResult
  if (!shapes[kind]?.safeParse(result).success)
    throw damaged(folder, `${file} is not what such an experiment writes`)
  return {
    folder,
    manifest,
    document: (await isThere(folder, 'scenario.json'))
      ? await readDocument(folder, manifest)
      : undefined,
    execution: (await isThere(folder, 'execution.json'))
      ? ((await readJson(folder, 'execution.json')) as Execution)
      : undefined,
    result,
  }
}

async function isThere(folder: string, name: string): Promise<boolean> {
  return access(join(folder, name)).then(
    () => true,
    () => false,
  )
}
