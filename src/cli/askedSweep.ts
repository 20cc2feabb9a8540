import type { Provenance } from '../archive/index.js'
import {
  besideFile,
  hashFiles,
  type Plan,
  planSweep,
  readList,
  readQuestion,
  type WrittenSweep,
  writtenSweep,
} from '../experiment/index.js'
import type { ExperimentOptions } from '../experiment/openExperiment.js'
import { loadScenario } from '../scenario/index.js'
import { packageVersion } from './packageVersion.js'
import { repeatLine } from './repeatCommand.js'
import { libraryWith, settingsOf } from './scenarioOptions.js'
import { pathsSet, type SweepFlags, withFlags } from './sweepFlags.js'

/** A sweep as the command line asks for it, planned and not yet begun. */
export interface AskedSweep {
  readonly loaded: Provenance
  readonly plan: Plan
  /** Where it is to stand, and what else its folder tells. */
  readonly options: ExperimentOptions
}

/**
 * Plans what the command line asks for.
 *
 * @param asked file of a plan, or name or path of a scenario
 * @throws InputError for whatever is wrong with it
 */
export async function askedSweep(asked: string, flags: SweepFlags): Promise<AskedSweep> {
  const { library, mechanismFiles, own } = await libraryWith(flags.mechanism)
  const question = await questionOf(asked)
  const written = withFlags(question.data, flags)
  const loaded = await loadScenario(question.scenario, library, {
    own,
    settings: settingsOf(written, flags),
    until: flags.until,
  })
  const plan = await planSweep(loaded.document, library, written, {
    version: packageVersion(),
    mechanismFiles: await hashFiles(flags.mechanism ?? []),
    listed: await listOf(written, flags, asked),
    file: question.file === undefined ? undefined : asked,
    fixed: pathsSet(flags.set),
  })
  return {
    loaded: { ...loaded, mechanismFiles },
    plan,
    options: {
      folder: { out: flags.out, force: flags.force },
      resume: flags.resume,
      question: question.file,
      command: repeatLine('sweep', asked, flags),
    },
  }
}

/** A plan's file, or a bare scenario as a plan without anything in it. */
async function questionOf(asked: string) {
  if (/\.ya?ml$/i.test(asked) && !/(^|[\\/])scenario\.ya?ml$/i.test(asked))
    return readQuestion(asked, writtenSweep, 'the plan of a sweep')
  const data: WrittenSweep = { format: 1, scenario: asked }
  return { data, scenario: asked, file: undefined }
}

/** The rows of a list design: named on the command line, or beside the plan. */
async function listOf({ design }: WrittenSweep, { list }: SweepFlags, asked: string) {
  if (list !== undefined) return readList(list)
  if (typeof design !== 'object' || design.file === undefined) return undefined
  return readList(besideFile(asked, design.file))
}
