import { exitCodes, InputError, quote } from '../diagnostics/index.js'
import {
  type Progress,
  readQuestion,
  resumeTest,
  runTest,
  writtenHypotheses,
} from '../experiment/index.js'
import { loadScenario } from '../scenario/index.js'
import { carryOut, failIfAllDid, tell } from './carryOut.js'
import type { ExperimentFlags } from './experimentOptions.js'
import { fileBeside } from './fileBeside.js'
import { packageVersion } from './packageVersion.js'
import { progressLine } from './progressLine.js'
import { repeatLine } from './repeatCommand.js'
import { libraryWith, settingsOf } from './scenarioOptions.js'
import { someOf } from './sweepFlags.js'

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
  const result = await carryOut(
    flags,
    ({ onProgress: _, ...how }) => {
      const each = {
        ...how,
        version: packageVersion(),
        expect: flags.expect,
        pValues: flags.pValues,
        onProgress: progress.of,
      }
      return asked === undefined ? goOn(flags, each) : begin(asked, flags, each)
    },
    progress,
  )
  const { testText } = await import('../report/index.js')
  await tell(result, flags, testText)
  const { hypotheses } = result
  const missed = hypotheses.some(({ expected }) => expected?.met === false)
  if (!failIfAllDid(hypotheses) && missed) process.exitCode = exitCodes.fellShort
}

type Each = Parameters<typeof resumeTest>[1]

function goOn(flags: TestFlags, how: Each) {
  if (flags.resume !== undefined) return resumeTest(flags.resume, how)
  throw new InputError({
    message: 'there is nothing to test',
    expected: 'a file of hypotheses, a scenario that has one, or --resume with a folder',
  })
}

async function begin(asked: string, flags: TestFlags, how: Each) {
  if (flags.resume !== undefined) {
    throw new InputError({
      message: `--resume goes on with what its folder says: ${quote(asked)} cannot change it`,
      expected: '--resume <folder> alone',
    })
  }
  const path = await fileBeside(asked, 'hypotheses.yaml', 'hypotheses')
  const question = await readQuestion(path, writtenHypotheses, 'hypotheses')
  const { library, mechanismFiles, own } = await libraryWith(flags.mechanism)
  const loaded = await loadScenario(question.scenario, library, {
    own,
    settings: settingsOf(question.data),
  })
  return runTest({ ...loaded, mechanismFiles }, question, {
    ...how,
    only: flags.only === undefined ? undefined : someOf(flags.only, '--only'),
    seed: flags.seed,
    folder: { out: flags.out, force: flags.force },
    command: repeatLine('test', asked, flags),
  })
}

/** A progress line for each hypothesis in its turn. */
function progressOfEach() {
  let of: string | undefined
  let line: ReturnType<typeof progressLine> | undefined
  return {
    show() {},
    of(hypothesis: string, progress: Progress) {
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
