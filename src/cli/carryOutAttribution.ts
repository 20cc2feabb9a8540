import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exitCodes, InputError, quote } from '../diagnostics/index.js'
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
import { findScenario } from '../scenario/findScenario.js'
import { loadScenario } from '../scenario/index.js'
import { type ExperimentFlags, workersOf } from './experimentOptions.js'
import { interruptible } from './interrupt.js'
import { positive } from './numbers.js'
import { packageVersion } from './packageVersion.js'
import { progressLine } from './progressLine.js'
import { repeatLine } from './repeatCommand.js'
import { say, sayJson } from './say.js'
import { libraryWith } from './scenarioOptions.js'

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
  const progress = progressLine()
  try {
    const result = await interruptible((signal) => {
      const how = {
        workers: workersOf(flags),
        parquet: flags.parquet,
        failFast: flags.failFast,
        onProgress: progress.show,
        signal,
      }
      return asked === undefined ? goOn(flags, how) : begin(asked, flags, how)
    })
    progress.end()
    if (flags.report) {
      const { writeExperimentReport } = await import('../report/index.js')
      await writeExperimentReport(result.folder)
    }
    if (flags.json) sayJson(result)
    else {
      const { attributionText } = await import('../report/index.js')
      say(attributionText(result))
      say(`\nResults: ${result.folder}`)
      if (flags.report) say(`Page:    ${result.folder}/report.html`)
    }
    if (result.failed + result.lost === result.runs) process.exitCode = exitCodes.failed
  } finally {
    progress.end()
  }
}

type How = Omit<Parameters<typeof resumeAttribution>[1], 'version' | 'library'>

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
    library: { mechanismFiles: flags.mechanism },
  })
}

async function begin(asked: string, flags: AttributeFlags, how: How) {
  const { library, mechanismFiles } = await libraryWith(flags.mechanism)
  const file = await fileOf(asked)
  const question = await readQuestion(file, writtenCauses, 'causes')
  const written = withFlags(question.data, flags)
  const fixed = Object.entries(written.set ?? {}).map(([path, value]) => `${path}=${value}`)
  const loaded = await loadScenario(question.scenario, library, {
    settings: [...fixed, ...(flags.set ?? [])],
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
    library: { mechanismFiles: flags.mechanism },
    command: repeatLine('attribute', asked, flags),
  })
}

/** The file itself, or the one that lies beside the scenario of that name. */
async function fileOf(asked: string): Promise<string> {
  if (/\.ya?ml$/i.test(asked)) return asked
  const file = join(dirname(await findScenario(asked)), 'causes.yaml')
  if (await stat(file).catch(() => undefined)) return file
  throw new InputError({
    message: `the scenario ${quote(asked)} has no file of causes`,
    expected: `${file}, or the path of yours`,
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
