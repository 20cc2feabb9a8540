import { InputError, quote } from '../diagnostics/index.js'
import {
  hashFiles,
  openStore,
  planAttribution,
  readQuestion,
  resumeAttribution,
  runAttribution,
  type WrittenCauses,
  writtenCauses,
} from '../experiment/index.js'
import { loadScenario } from '../scenario/index.js'
import { carryOut, failIfAllDid, type How, tell } from './carryOut.js'
import type { ExperimentFlags } from './experimentOptions.js'
import { fileBeside } from './fileBeside.js'
import { positive } from './numbers.js'
import { packageVersion } from './packageVersion.js'
import { repeatLine } from './repeatCommand.js'
import { libraryWith, settingsOf } from './scenarioOptions.js'

/** What `attribute` may be told. */
export interface AttributeFlags extends ExperimentFlags {
  readonly replications?: string
  readonly permutations?: string
  readonly seed?: string
  readonly set?: readonly string[]
  readonly until?: string
  readonly chunk?: string
  readonly failFast?: boolean
}

/** Plans an attribution, or takes up one that was begun; runs it, says what it found, and sets the exit code. */
export async function attribute(asked: string | undefined, flags: AttributeFlags): Promise<void> {
  const result = await carryOut(flags, (how) =>
    asked === undefined ? goOn(flags, how) : begin(asked, flags, how),
  )
  const { attributionText } = await import('../report/index.js')
  await tell(result, flags, attributionText)
  failIfAllDid([result])
}

async function goOn(flags: AttributeFlags, how: How) {
  if (flags.resume === undefined) {
    throw new InputError({
      message: 'there is nothing to attribute',
      expected: 'a file of causes, or --resume with the folder of an attribution',
    })
  }
  return resumeAttribution(await openStore(flags.resume), {
    ...how,
    version: packageVersion(),
  })
}

async function begin(asked: string, flags: AttributeFlags, how: How) {
  const { library, mechanismFiles, own } = await libraryWith(flags.mechanism)
  const file = await fileBeside(asked, 'causes.yaml', 'file of causes')
  const question = await readQuestion(file, writtenCauses, 'causes')
  const written = withFlags(question.data, flags)
  const loaded = await loadScenario(question.scenario, library, {
    own,
    settings: settingsOf(written, flags),
    until: flags.until,
  })
  const plan = await planAttribution(loaded.document, library, written, {
    version: packageVersion(),
    mechanismFiles: await hashFiles(flags.mechanism ?? []),
    findings: question.findings,
    file,
  })
  return runAttribution({ ...loaded, mechanismFiles }, plan, {
    ...how,
    folder: { out: flags.out, force: flags.force },
    resume: flags.resume,
    question: question.file,
    command: repeatLine('attribute', asked, flags),
  })
}

/** What the command line says of a thing goes before what the file says. */
function withFlags(written: WrittenCauses, flags: AttributeFlags): WrittenCauses {
  const { replications, permutations, seed, chunk } = flags
  return {
    ...written,
    ...(replications === undefined
      ? {}
      : { replications: positive(replications, '--replications') }),
    ...(permutations === undefined ? {} : { permutations: even(permutations, '--permutations') }),
    ...(seed === undefined ? {} : { seed }),
    ...(chunk === undefined ? {} : { chunk: positive(chunk, '--chunk') }),
  }
}

/** Orders come in pairs, each with its reverse. */
function even(text: string, option: string): number {
  const number = positive(text, option)
  if (number % 2 === 0) return number
  throw new InputError({ message: `${option} ${quote(text)} is odd`, expected: '2, 4, 6, …' })
}
