import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exitCodes, InputError, quote } from '../diagnostics/index.js'
import {
  type Progress,
  readQuestion,
  resumeTest,
  runTest,
  writtenHypotheses,
} from '../experiment/index.js'
import { findScenario, loadScenario } from '../scenario/index.js'
import { type ExperimentFlags, workersOf } from './experimentOptions.js'
import { interruptible } from './interrupt.js'
import { packageVersion } from './packageVersion.js'
import { progressLine } from './progressLine.js'
import { repeatLine } from './repeatCommand.js'
import { say, sayJson } from './say.js'
import { libraryWith } from './scenarioOptions.js'
import { listed } from './sweepFlags.js'

/** What `test` may be told. */
export interface TestFlags extends ExperimentFlags {
  readonly only?: string
  readonly seed?: string
  readonly pValues?: boolean
  readonly expect?: boolean
  readonly failFast?: boolean
}

/** Answers a file of hypotheses, or goes on with a test that was begun; says the answers, and sets the exit code. */
export async function test(asked: string | undefined, flags: TestFlags): Promise<void> {
  const progress = progressOfEach()
  try {
    const result = await interruptible((signal) => {
      const how = {
        version: packageVersion(),
        workers: workersOf(flags),
        parquet: flags.parquet,
        expect: flags.expect,
        pValues: flags.pValues,
        failFast: flags.failFast,
        library: { mechanismFiles: flags.mechanism },
        onProgress: progress.show,
        signal,
      }
      return asked === undefined ? goOn(flags, how) : begin(asked, flags, how)
    })
    progress.end()
    const { testText, writeExperimentReport } = await import('../report/index.js')
    if (flags.report) await writeExperimentReport(result.folder)
    if (flags.json) sayJson(result)
    else {
      say(testText(result))
      say(`\nResults: ${result.folder}`)
      if (flags.report) say(`Page:    ${result.folder}/report.html`)
    }
    const { hypotheses } = result
    if (hypotheses.every(({ runs, failed, lost }) => failed + lost === runs))
      process.exitCode = exitCodes.failed
    else if (hypotheses.some(({ expected }) => expected?.met === false))
      process.exitCode = exitCodes.fellShort
  } finally {
    progress.end()
  }
}

type How = Parameters<typeof resumeTest>[1]

function goOn(flags: TestFlags, how: How) {
  if (flags.resume !== undefined) return resumeTest(flags.resume, how)
  throw new InputError({
    message: 'there is nothing to test',
    expected: 'a file of hypotheses, a scenario that has one, or --resume with a folder',
  })
}

async function begin(asked: string, flags: TestFlags, how: How) {
  if (flags.resume !== undefined) {
    throw new InputError({
      message: `--resume goes on with what its folder says: ${quote(asked)} cannot change it`,
      expected: '--resume <folder> alone',
    })
  }
  const path = await fileOf(asked)
  const question = await readQuestion(path, writtenHypotheses, 'hypotheses')
  const { library, mechanismFiles } = await libraryWith(flags.mechanism)
  const settings = Object.entries(question.data.set ?? {}).map(([at, value]) => `${at}=${value}`)
  const loaded = await loadScenario(question.scenario, library, { settings })
  return runTest({ ...loaded, mechanismFiles }, question, {
    ...how,
    only: flags.only === undefined ? undefined : listed(flags.only),
    seed: flags.seed,
    folder: { out: flags.out, force: flags.force },
    command: repeatLine('test', asked, flags),
  })
}

/** The file itself, or `hypotheses.yaml` beside a scenario. */
async function fileOf(asked: string): Promise<string> {
  if (/\.ya?ml$/i.test(asked)) return asked
  const path = join(dirname(await findScenario(asked)), 'hypotheses.yaml')
  if (existsSync(path)) return path
  throw new InputError({
    message: `the scenario ${quote(asked)} has no hypotheses`,
    expected: `a file ${path}, or another one by its path`,
  })
}

/** A progress line for each hypothesis in its turn. */
function progressOfEach() {
  let of: string | undefined
  let line: ReturnType<typeof progressLine> | undefined
  return {
    show(hypothesis: string, progress: Progress) {
      if (of !== hypothesis) {
        line?.end()
        process.stderr.write(`${hypothesis}\n`)
        line = progressLine()
        of = hypothesis
      }
      line?.show(progress)
    },
    end() {
      line?.end()
    },
  }
}
