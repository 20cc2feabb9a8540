import type { Command } from 'commander'
import type { CheckFlags } from './checkFlags.js'
import { withScenarioOptions } from './scenarioOptions.js'

/** `paradiplomacy check <scenario>` */
export function registerCheck(program: Command): void {
  const command = program
    .command('check')
    .description('run a scenario many times and see whether it shows the patterns it should')
    .argument('<scenario>', 'name of a shipped scenario, or path of yours')
    .option('-n, --runs <n>', 'number of runs (default: 1000)')
    .option('-s, --seed <text>', 'seed of all chance (default: 1)')
    .option('-w, --workers <n>', 'threads (default: one for each processor)')
  withScenarioOptions(command)
    .option('-o, --out <folder>', 'where results go (default: a fresh numbered folder in results/)')
    .option('--force', 'replace an existing --out, if it holds results')
    .option('--resume <folder>', 'go on with a check that was interrupted')
    .option('--determinism', 'instead of patterns: does the same seed always give the same world?')
    .option('--no-report', 'leave out chart, page and methods')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  paradiplomacy check acid-rain
  paradiplomacy check acid-rain --runs 200 --treatment no-memoranda
  paradiplomacy check acid-rain --determinism

Exit code 3 when a pattern is missed.`,
    )
    .action(async (scenario: string, flags: CheckFlags) => {
      if (flags.determinism) {
        const { checkDeterminism } = await import('./checkDeterminism.js')
        return checkDeterminism(scenario, flags)
      }
      const { checkPatterns } = await import('./checkPatterns.js')
      return checkPatterns(scenario, flags)
    })
}
