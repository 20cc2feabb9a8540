import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  damaged,
  type ExperimentManifest,
  type InputFile,
  intoResultFolder,
  manifestHead,
  type Provenance,
  readDocument,
  readManifest,
  sha256,
  type TestResult,
} from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import { InputError, nearest, oneOf, quote } from '../../diagnostics/index.js'
import { deriveKey } from '../../random/index.js'
import { modelPlan, readShaped, type ScenarioDocument } from '../../scenario/index.js'
import { holm } from '../../statistics/index.js'
import { known } from '../estimate.js'
import { hashFiles } from '../hashFiles.js'
import { mergeRows } from '../merge.js'
import type { ExperimentOptions } from '../openExperiment.js'
import { horizonOf } from '../outcomeHeads.js'
import { type PilotOptions, Team } from '../pilot.js'
import { planIdentity, runsOf } from '../plan.js'
import type { Progress } from '../progress.js'
import { openStore, type Store } from '../store.js'
import { type LibrarySource, openLibrary } from '../workerLibrary.js'
import { effectOf, isPrecise, judgeHypothesis } from './judgeHypothesis.js'
import { pairsOf } from './pairs.js'
import { type PlannedHypothesis, planHypothesis, runsOfSet } from './planHypothesis.js'
import { writeTest } from './writeTest.js'
import { type WrittenHypotheses, writtenHypotheses } from './writtenHypotheses.js'

export interface TestOptions
  extends Omit<PilotOptions, 'library' | 'onProgress' | 'until'>,
    Omit<ExperimentOptions, 'resume' | 'question'> {
  readonly version: string
  /** Ids of the hypotheses to answer; all, unless told. */
  readonly only?: readonly string[] | undefined
  /** Master seed in place of the file's. */
  readonly seed?: string | undefined
  /** Hold verdicts against what the file expects; where it says nothing, `supported`, if that can be said at all. */
  readonly expect?: boolean | undefined
  /** Tell p-values too. They decide nothing. */
  readonly pValues?: boolean | undefined
  readonly parquet?: boolean | undefined
  readonly library?: LibrarySource | undefined
  readonly onProgress?: ((hypothesis: string, progress: Progress) => void) | undefined
}

/** A file of hypotheses as it was read. */
export interface HypothesesFile {
  readonly text: string
  readonly file: InputFile
  readonly data: WrittenHypotheses
}

/** Where the runs of a hypothesis are kept, below the folder of the test. */
function folderOf(folder: string, id: string): string {
  return join(folder, 'runs', id)
}

const copy = 'hypotheses.yaml'

/**
 * Answers the hypotheses of a file. Treatment and control are run in pairs on the same chance, for parameter sets drawn
 * at random; runs are added until the interval of the effect is narrow enough or the cap is met. Everything is kept in
 * a folder; what `test.json` and the tables hold depends on file, scenario and seed alone.
 *
 * @throws InputError if a hypothesis cannot be run
 * @throws Interrupted when the signal says so: the folder stays, to be resumed
 */
export async function runTest(
  loaded: Provenance,
  question: HypothesesFile,
  options: TestOptions,
): Promise<TestResult & { readonly folder: string }> {
  const started = new Date()
  const source = options.library ?? {}
  const library = await openLibrary(source)
  const planned = await planAll(question, loaded.document, library, options)
  const { path } = await intoResultFolder(
    { ...options.folder, name: `test-${loaded.document.name}` },
    async (into) => {
      const { mechanisms } = modelPlan(loaded.document, library)
      const { version, command } = options
      const head = (runs: number, chunkSize: number, plan: string): ExperimentManifest => ({
        ...manifestHead('test', loaded, { version, command, seed: planned[0].plan.seed }),
        runs,
        chunkSize,
        mechanisms: mechanisms.map(({ mechanism, parameters }) => ({
          name: mechanism.name,
          parameters,
        })),
        plan,
        question: question.file,
      })
      const identities = planned.map(({ plan }) => planIdentity(plan))
      const most = planned.reduce((sum, { plan }) => sum + runsOf(plan), 0)
      await into.writeJson('manifest.json', head(most, 0, sha256(identities.join('\n'))))
      await into.writeJson('scenario.json', loaded.document)
      await into.write(copy, [question.text])
      for (const [k, { written, plan }] of planned.entries()) {
        const at = `runs/${written.id}`
        await into.writeJson(
          `${at}/manifest.json`,
          head(runsOf(plan), plan.chunkSize, identities[k]),
        )
        await into.writeJson(`${at}/plan.json`, plan)
      }
    },
  )
  return carryOut(path, planned, question, { ...options, started, library: source })
}

/**
 * Goes on with a test by what its folder says, and nothing else.
 *
 * @throws InputError if it is another experiment, or was begun with another version or another file of a mechanism
 */
export async function resumeTest(
  folder: string,
  options: Omit<TestOptions, 'command' | 'folder' | 'only' | 'seed'>,
): Promise<TestResult & { readonly folder: string }> {
  const started = new Date()
  const manifest = (await readManifest(folder, 'test')) as ExperimentManifest
  const document = await readDocument(folder, manifest)
  const text = await readFile(join(folder, copy), 'utf8').catch(() => {
    throw damaged(folder, `${copy} cannot be read`)
  })
  const { data } = readShaped(text, join(folder, copy), writtenHypotheses, 'hypotheses')
  const file = { name: manifest.question?.name ?? copy, sha256: sha256(text) }
  if (manifest.question && manifest.question.sha256 !== file.sha256)
    throw damaged(folder, `${copy} has been changed since the test was begun`)
  const named = options.library?.mechanismFiles
  const mechanismFiles = named?.length ? named : manifest.mechanismFiles.map(({ name }) => name)
  const source = { ...options.library, mechanismFiles }
  const library = await openLibrary(source)
  const only: string[] = []
  for (const { id } of data.hypotheses)
    if (
      await openStore(folderOf(folder, id)).then(
        () => true,
        () => false,
      )
    )
      only.push(id)
  const question = { text, file, data }
  const planned = await planAll(question, document, library, {
    ...options,
    library: source,
    seed: manifest.seed,
    only,
  })
  return carryOut(folder, planned, question, { ...options, started, library: source })
}

async function planAll(
  { data, file }: HypothesesFile,
  document: ScenarioDocument,
  library: Library,
  {
    version,
    only,
    seed,
    library: source,
  }: Pick<TestOptions, 'version' | 'only' | 'seed' | 'library'>,
): Promise<readonly PlannedHypothesis[]> {
  const ids = data.hypotheses.map(({ id }) => id)
  const twice = ids.find((id, k) => ids.indexOf(id) !== k)
  if (twice !== undefined)
    throw new InputError({ file: file.name, message: `two hypotheses are called ${quote(twice)}` })
  const strange = only?.find((id) => !ids.includes(id))
  if (strange !== undefined) {
    throw new InputError({
      file: file.name,
      message: `there is no hypothesis ${quote(strange)}`,
      expected: oneOf(ids, 20),
      nearest: nearest(strange, ids),
    })
  }
  const choices = {
    version,
    file: file.name,
    mechanismFiles: await hashFiles(source?.mechanismFiles ?? []),
  }
  const head = seed === undefined ? data : { ...data, seed }
  const planned: PlannedHypothesis[] = []
  for (const written of data.hypotheses) {
    if (only !== undefined && !only.includes(written.id)) continue
    planned.push(await planHypothesis(written, head, document, library, choices))
  }
  return planned
}

async function carryOut(
  folder: string,
  planned: readonly PlannedHypothesis[],
  { file }: HypothesesFile,
  options: Omit<TestOptions, 'command'> & {
    readonly started: Date
    readonly library: LibrarySource
  },
): Promise<TestResult & { readonly folder: string }> {
  const stores: Store[] = []
  const sets: number[] = []
  for (const hypothesis of planned) {
    const store = await openStore(folderOf(folder, hypothesis.written.id), hypothesis.plan)
    stores.push(store)
    sets.push(await runUntilPrecise(store, hypothesis, options))
  }
  const judged = []
  for (const [k, hypothesis] of planned.entries()) {
    const until = sets[k] * runsOfSet(hypothesis)
    judged.push(judgeHypothesis(hypothesis, await mergeRows(stores[k], until), sets[k]))
  }
  const adjusted = holm(judged.map(({ p }) => p ?? NaN))
  const result: TestResult = {
    kind: 'test',
    seed: planned[0].plan.seed,
    file,
    hypotheses: judged.map((finding, k) => {
      const { tag, expect = hoped[tag] } = planned[k].written
      return {
        ...finding,
        p: options.pValues ? finding.p : null,
        holm: options.pValues ? known(adjusted[k]) : null,
        expected: options.expect ? { verdict: expect, met: finding.verdict === expect } : null,
      }
    }),
  }
  await writeTest(folder, stores, planned, sets, result, options)
  return { ...result, folder }
}

/** What is expected where the file says nothing. */
const hoped = {
  emergent: 'supported',
  confronted: 'supported',
  assumed: 'strength of the assumption',
} as const

/** @returns the number of parameter sets at which the interval was narrow enough, or the cap */
async function runUntilPrecise(
  store: Store,
  hypothesis: PlannedHypothesis,
  { onProgress, ...options }: Omit<TestOptions, 'command'> & { readonly library: LibrarySource },
): Promise<number> {
  const { looks, written, plan, curve } = hypothesis
  const team = new Team(store, {
    ...options,
    onProgress: onProgress && ((progress) => onProgress(written.id, progress)),
  })
  const cap = looks.sets[looks.sets.length - 1]
  try {
    for (const sets of looks.sets) {
      const until = sets * runsOfSet(hypothesis)
      await team.compute(until)
      if (sets === cap) break
      const rows = await mergeRows(store, until)
      const pairs = pairsOf(plan, rows, curve?.values.length ?? 1, horizonOf(plan))
      const key = deriveKey(plan.seed, 0, `statistics/${written.id}/effect`)
      if (isPrecise(effectOf(pairs, key), looks.halfWidth)) return sets
    }
    return cap
  } finally {
    await team.close()
  }
}
