#!/usr/bin/env node
import { Command } from 'commander'
import { exitCodes } from '../diagnostics/exitCodes.js'
import { InputError } from '../diagnostics/InputError.js'
import { Interrupted } from '../diagnostics/Interrupted.js'
import { registerAttribute } from './attribute.js'
import { registerCheck } from './check.js'
import { registerDiff } from './diff.js'
import { registerLaw } from './law.js'
import { registerList } from './list.js'
import { registerOdd } from './odd.js'
import { packageVersion } from './packageVersion.js'
import { registerPilot } from './pilot.js'
import { registerReport } from './report.js'
import { registerRun } from './run.js'
import { registerSchema } from './schema.js'
import { registerSensitivity } from './sensitivity.js'
import { registerShow } from './show.js'
import { registerSweep } from './sweep.js'
import { registerTest } from './test.js'
import { registerValidate } from './validate.js'

// Commands load what they need when they are called: help and mistakes in the command line answer at once.
const program = new Command('paradiplomacy')
  .description(
    'A laboratory for subnational diplomacy: cities, regions and states that act abroad.',
  )
  .version(packageVersion())
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for the options and an example)')
  .configureHelp({ sortSubcommands: false, minWidthToWrap: 30 })
  // What stands after the name of a command is the command's, even if others have an option of that name.
  .enablePositionalOptions()
  .exitOverride()

const register = [
  registerList,
  registerShow,
  registerRun,
  registerCheck,
  registerSweep,
  registerSensitivity,
  registerAttribute,
  registerTest,
  registerLaw,
  registerReport,
  registerDiff,
  registerOdd,
  registerValidate,
  registerSchema,
  registerPilot,
]
for (const add of register) add(program)
for (const command of program.commands) command.exitOverride().showSuggestionAfterError()
program.addHelpText(
  'after',
  `
Examples:
  paradiplomacy list                        the scenarios that ship
  paradiplomacy run acid-rain --seed 1990   one history, with charts and a page
  paradiplomacy run acid-rain --treatment no-memoranda
  paradiplomacy check acid-rain --runs 200  does it show the patterns it should?
  paradiplomacy sweep acid-rain --vary pressure.boomerang=0:1:0.25 -n 50

Exit codes: 0 done; 1 failed; 2 bad input; 3 a check fell short;
130 interrupted.`,
)

// A reader that closes early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : explain(error))
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** Says what went wrong, and how bad it is. */
function explain(error: unknown): number {
  if (error instanceof InputError) {
    process.stderr.write(`${error.message}\n`)
    return exitCodes.badInput
  }
  if (isCommanderError(error)) {
    // Commander has said its piece already; help and version are no mistakes.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput
  }
  if (error instanceof Interrupted) {
    process.stderr.write('Interrupted.\n')
    return exitCodes.interrupted
  }
  const text = error instanceof Error ? error.message : String(error)
  const hint = text.includes('ENOSPC')
    ? '. Make room; runs of an experiment that are done are kept, and --resume with its folder goes on'
    : ''
  process.stderr.write(`It failed, and not by your input: ${text}${hint}\n`)
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return exitCodes.failed
}

function isCommanderError(error: unknown): error is { exitCode: number; code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}
