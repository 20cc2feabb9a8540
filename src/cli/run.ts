import type { Command } from 'commander'
import { wholeNumber } from './numbers.js'
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
}

/** `paradiplomacy run <scenario>` */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description('run a scenario once and leave a folder with data, charts and a page')
    .argument('<scenario>', 'name of a shipped scenario, or path of yours')
    .option('-s, --seed <text>', 'seed of all chance: the same seed gives the same history', '1')
    .option('--replicate <n>', "which of the seed's independent replicates", '0')
  withScenarioOptions(command)
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
  paradiplomacy run acid-rain --set pressure.boomerang=1 --until 1995-12-31`,
    )
    .action(async (scenario: string, flags: RunFlags) => {
      const [{ offMainThread }, { repeatCommand }] = await Promise.all([
        import('./offMainThread.js'),
        import('./repeatCommand.js'),
      ])
      const outcome = await offMainThread({
        scenario,
        load: loadOptions(flags),
        mechanisms: flags.mechanism ?? [],
        seed: flags.seed,
        replicate: wholeNumber(flags.replicate, '--replicate'),
        out: flags.out,
        force: flags.force ?? false,
        parquet: flags.parquet ?? false,
        report: flags.report,
        command: repeatCommand(scenario, flags),
      })
      if (flags.json) return sayJson(outcome)
      say(outcome.summary)
      say(`\nResults: ${outcome.folder}`)
      if (flags.report) say(`Page:    ${outcome.folder}/report.html`)
      say(`Repeat:  ${outcome.command}`)
    })
}
