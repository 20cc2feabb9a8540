import type { Command } from 'commander'
import { InputError } from '../diagnostics/InputError.js'
import { quote } from '../diagnostics/printable.js'
import { wholeNumber } from './numbers.js'
import type { RunJob } from './offMainThread.js'
import { say, sayJson } from './say.js'
import { loadOptions, type ScenarioOptions, withScenarioOptions } from './scenarioOptions.js'

interface RunFlags extends ScenarioOptions {
  readonly seed: string
  readonly replicate: string
  readonly out?: string
  readonly force?: boolean
  readonly parquet?: boolean
  readonly report: boolean
  readonly json?: boolean
  readonly from?: string
  readonly run?: string
}

/** `paradiplomacy run <scenario>` */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description('run a scenario once and leave a folder with data, charts and a page')
    .argument('[scenario]', 'name of a shipped scenario, or path of yours')
    .option('-s, --seed <text>', 'seed of all chance: the same seed gives the same history', '1')
    .option('--replicate <n>', "which of the seed's independent replicates", '0')
  withScenarioOptions(command)
    .option('--from <results>', 'instead of a scenario: repeat a run of a sweep, check or test')
    .option('--run <n>', 'with --from: number of the run, as in runs.csv')
    .option('-o, --out <folder>', 'where results go (default: a fresh numbered folder in results/)')
    .option('--force', 'replace an existing --out, if it holds results')
    .option('--parquet', 'write Parquet beside the CSV files')
    .option('--no-report', 'leave out charts and page')
    .option('--json', 'print where the results are, and the summary, as JSON')
    .addHelpText(
      'after',
      `
Examples:
  paradiplomacy run acid-rain --seed 1990
  paradiplomacy run acid-rain --treatment no-memoranda --out results/without
  paradiplomacy run acid-rain --set pressure.boomerang=1 --until 1995-12-31
  paradiplomacy run --from results/sweep-acid-rain-001 --run 17`,
    )
    .action(async (scenario: string | undefined, flags: RunFlags) => {
      const from = fromOf(scenario, flags)
      const [{ offMainThread }, { repeatCommand, repeatLine }] = await Promise.all([
        import('./offMainThread.js'),
        import('./repeatCommand.js'),
      ])
      const outcome = await offMainThread({
        scenario: scenario ?? '',
        from,
        load: loadOptions(flags),
        mechanisms: flags.mechanism ?? [],
        seed: flags.seed,
        replicate: wholeNumber(flags.replicate, '--replicate'),
        out: flags.out,
        force: flags.force ?? false,
        parquet: flags.parquet ?? false,
        report: flags.report,
        command: from
          ? repeatLine('run', undefined, { from: from.folder, run: String(from.run) })
          : repeatCommand(scenario ?? '', flags),
      })
      if (flags.json) return sayJson(outcome)
      say(outcome.summary)
      say(`\nResults: ${outcome.folder}`)
      if (flags.report) say(`Page:    ${outcome.folder}/report.html`)
      say(`Repeat:  ${outcome.command}`)
    })
}

/** The run of an experiment that is meant, if one is. */
function fromOf(scenario: string | undefined, flags: RunFlags): RunJob['from'] {
  const { from, run } = flags
  if (from === undefined) {
    if (run !== undefined)
      throw new InputError({
        message: '--run needs --from',
        expected: '--from <results> --run <n>',
      })
    if (scenario !== undefined) return undefined
    throw new InputError({
      message: 'there is nothing to run',
      expected: 'a scenario, or --from <results> --run <n>',
    })
  }
  const other = (['treatment', 'set', 'until'] as const).find((name) => flags[name] !== undefined)
  if (scenario !== undefined || other !== undefined) {
    throw new InputError({
      message: `--from says what the run is made of: ${quote(scenario ?? `--${other}`)} cannot change it`,
      expected: '--from <results> --run <n>',
    })
  }
  if (run === undefined)
    throw new InputError({ message: '--from needs the number of a run', expected: '--run <n>' })
  return { folder: from, run: wholeNumber(run, '--run') }
}
