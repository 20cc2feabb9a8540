import { type Command, Option } from 'commander'
import { collect, withExperimentOptions } from './experimentOptions.js'
import type { SensitivityFlags } from './sensitivityFlags.js'

/** `paradiplomacy sensitivity <plan|scenario>` */
export function registerSensitivity(program: Command): void {
  const command = program
    .command('sensitivity')
    .description('say which factors an outcome depends on, and how much is chance')
    .argument('[plan]', 'file of a plan; or name of a shipped scenario, or path of yours')
    .option(
      '--vary <path=values>',
      'a factor: from..to, a,b,c, or a path alone for its own range; may be repeated (default: every number)',
      collect,
    )
    .addOption(
      new Option(
        '--method <name>',
        'to screen many factors, or for shares of the variance (default: morris)',
      ).choices(['morris', 'sobol']),
    )
    .option('--points <n>', 'trajectories (morris: 10) or base points (sobol: 64)')
    .option('--levels <n>', 'levels of each factor (morris: 4)')
    .option('--second', 'indices of pairs as well (sobol)')
    .option('-n, --replications <n>', 'runs of each point (default: 1)')
    .option('--outcome <id=formula>', 'what each run is asked at its end; may be repeated', collect)
    .option('-s, --seed <text>', 'seed of all chance (default: 1)')
    .option('--set <path=value>', 'change one value in all runs; may be repeated', collect)
    .option('--until <date>', 'end all runs earlier, at this date')
    .option('--chunk <n>', 'runs that are kept and handed on together')
    .option('--fail-fast', 'end with the first run that fails')
  withExperimentOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  paradiplomacy sensitivity acid-rain --points 10 --replications 3 \\
    --outcome 'act=date(first(policy("US", "acid-rain") >= 0.5))'
  paradiplomacy sensitivity acid-rain --method sobol --points 128 --second \\
    --vary pressure.boomerang --vary pressure.rate --vary abatement.rate
  paradiplomacy sensitivity my-plan.yaml --workers 8
  paradiplomacy sensitivity --resume results/sensitivity-acid-rain-001

Runs: points × (factors + 1) × replications for morris; for sobol factors + 2,
with --second 2 × factors + 2. With one replication chance cannot be told from
factors. Exit code 1 only if all runs fail.`,
    )
    .action(async (asked: string | undefined, flags: SensitivityFlags) => {
      const { sensitivity } = await import('./carryOutSensitivity.js')
      return sensitivity(asked, flags)
    })
}
