import { dirname, join } from 'node:path'
import { exitCodes, InputError } from '../diagnostics/index.js'
import {
  hashFiles,
  openStore,
  planSweep,
  readList,
  readQuestion,
  resumeSweep,
  runSweep,
  type WrittenSweep,
  writtenSweep,
} from '../experiment/index.js'
import { loadScenario } from '../scenario/index.js'
import { workersOf } from './experimentOptions.js'
import { interruptible } from './interrupt.js'
import { packageVersion } from './packageVersion.js'
import { progressLine } from './progressLine.js'
import { repeatLine } from './repeatCommand.js'
import { say, sayJson } from './say.js'
import { libraryWith } from './scenarioOptions.js'
import { type SweepFlags, withFlags } from './sweepFlags.js'

/** Plans a sweep, or takes up one that was begun; runs it, says what it gave, and sets the exit code. */
export async function sweep(asked: string | undefined, flags: SweepFlags): Promise<void> {
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
      const { sweepText } = await import('../report/index.js')
      say(sweepText(result))
      say(`\nResults: ${result.folder}`)
      if (flags.report) say(`Page:    ${result.folder}/report.html`)
    }
    if (result.failed + result.lost === result.runs) process.exitCode = exitCodes.failed
  } finally {
    progress.end()
  }
}

type How = Omit<Parameters<typeof resumeSweep>[1], 'version' | 'library'>

async function goOn(flags: SweepFlags, how: How) {
  if (flags.resume === undefined) {
    throw new InputError({
      message: 'there is nothing to sweep',
      expected: 'a plan, a scenario, or --resume with the folder of a sweep',
    })
  }
  const store = await openStore(flags.resume)
  return resumeSweep(store, {
    ...how,
    version: packageVersion(),
    library: { mechanismFiles: flags.mechanism },
  })
}

async function begin(asked: string, flags: SweepFlags, how: How) {
  const { library, mechanismFiles } = await libraryWith(flags.mechanism)
  const question = await questionOf(asked)
  const written = withFlags(question.data, flags)
  const fixed = Object.entries(written.set ?? {}).map(([path, value]) => `${path}=${value}`)
  const loaded = await loadScenario(question.scenario, library, {
    settings: [...fixed, ...(flags.set ?? [])],
    until: flags.until,
  })
  const plan = await planSweep(loaded.document, library, written, {
    version: packageVersion(),
    mechanismFiles: await hashFiles(flags.mechanism ?? []),
    listed: await listOf(written, flags, asked),
    file: question.file === undefined ? undefined : asked,
  })
  const command = repeatLine('sweep', asked, flags)
  return runSweep({ ...loaded, mechanismFiles }, plan, {
    ...how,
    folder: { out: flags.out, force: flags.force },
    resume: flags.resume,
    question: question.file,
    library: { mechanismFiles: flags.mechanism },
    command,
  })
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
  return readList(join(dirname(asked), design.file))
}
