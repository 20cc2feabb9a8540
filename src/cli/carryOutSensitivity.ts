import { InputError } from '../diagnostics/index.js'
import {
  hashFiles,
  openStore,
  planSensitivity,
  readQuestion,
  resumeSensitivity,
  runSensitivity,
  type WrittenSensitivity,
  writtenSensitivity,
} from '../experiment/index.js'
import { loadScenario } from '../scenario/index.js'
import { carryOut, failIfAllDid, type How, tell } from './carryOut.js'
import { packageVersion } from './packageVersion.js'
import { repeatLine } from './repeatCommand.js'
import { libraryWith, settingsOf } from './scenarioOptions.js'
import { type SensitivityFlags, withSensitivityFlags } from './sensitivityFlags.js'
import { pathsSet } from './sweepFlags.js'

/** Plans a sensitivity analysis, or takes up one; runs it, says what matters, and sets the exit code. */
export async function sensitivity(
  asked: string | undefined,
  flags: SensitivityFlags,
): Promise<void> {
  const result = await carryOut(flags, (how) =>
    asked === undefined ? goOn(flags, how) : begin(asked, flags, how),
  )
  const { sensitivityText } = await import('../report/index.js')
  await tell(result, flags, sensitivityText)
  failIfAllDid([result])
}

async function goOn(flags: SensitivityFlags, how: How) {
  if (flags.resume === undefined) {
    throw new InputError({
      message: 'there is nothing to analyse',
      expected: 'a plan, a scenario, or --resume with the folder of a sensitivity analysis',
    })
  }
  return resumeSensitivity(await openStore(flags.resume), {
    ...how,
    version: packageVersion(),
  })
}

async function begin(asked: string, flags: SensitivityFlags, how: How) {
  const { library, mechanismFiles, own } = await libraryWith(flags.mechanism)
  const question = await questionOf(asked)
  const written = withSensitivityFlags(question.data, flags)
  const loaded = await loadScenario(question.scenario, library, {
    own,
    settings: settingsOf(written, flags),
    until: flags.until,
  })
  const plan = await planSensitivity(loaded.document, library, written, {
    version: packageVersion(),
    mechanismFiles: await hashFiles(flags.mechanism ?? []),
    file: question.file === undefined ? undefined : asked,
    fixed: pathsSet(flags.set),
  })
  return runSensitivity({ ...loaded, mechanismFiles }, plan, {
    ...how,
    folder: { out: flags.out, force: flags.force },
    resume: flags.resume,
    question: question.file,
    command: repeatLine('sensitivity', asked, flags),
  })
}

/** A plan's file, or a bare scenario as a plan without anything in it. */
async function questionOf(asked: string) {
  if (/\.ya?ml$/i.test(asked) && !/(^|[\\/])scenario\.ya?ml$/i.test(asked))
    return readQuestion(asked, writtenSensitivity, 'the plan of a sensitivity analysis')
  const data: WrittenSensitivity = { format: 1, scenario: asked }
  return { data, scenario: asked, file: undefined }
}
