import { type Command, Option } from 'commander'
import { collect, withExperimentOptions } from './experimentOptions.js'
import { withSlurmOptions } from './slurmFlags.js'
import { registerSweepCancel } from './sweepCancel.js'
import { registerSweepCollect } from './sweepCollect.js'
import type { SweepFlags } from './sweepFlags.js'
import { registerSweepStatus } from './sweepStatus.js'

/** `paradiplomacy sweep <plan|scenario>` */
export function registerSweep(program: Command): void {
  const command = program
    .command('sweep')
    .description('run a scenario many times, with whatever varied that you name')
    .argument('[plan|scenario]', 'file of a plan, name of a shipped scenario, or path of yours')
    .option('--vary <path=values>', 'what to vary: from:to:step, from..to or a,b,c', collect)
    .option('--treatments <a,b>', "the scenario's named changes to compare; as-it-is for none")
    .option('-n, --replications <n>', 'runs of each combination (default: 1)')
    .addOption(
      new Option('--design <kind>', 'how combinations are chosen (default: grid)').choices([
        'grid',
        'oneAtATime',
        'latinHypercube',
        'sobol',
        'morris',
        'saltelli',
      ]),
    )
    .option('--points <n>', 'points of a design that is not a grid')
    .option('--list <file>', 'combinations from a CSV file with a column for each path')
    .option('--outcome <id=formula>', 'what each run is asked at its end; may be repeated', collect)
    .option('--series <id=formula>', 'what is kept of each run over time; may be repeated', collect)
    .option('--every <n>', 'ticks between the numbers of a series (default: 1)')
    .option('--stop <condition>', 'end a run as soon as this holds')
    .option('-s, --seed <text>', 'seed of all chance (default: 1)')
    .option('--set <path=value>', 'change one value in all runs; may be repeated', collect)
    .option('--until <date>', 'end all runs earlier, at this date')
    .option('--chunk <n>', 'runs that are kept and handed on together')
    .option('--fail-fast', 'end with the first run that fails')
  withExperimentOptions(command)
    .addOption(
      new Option('--engine <where>', 'who computes: this machine, or a cluster')
        .choices(['local', 'slurm'])
        .default('local'),
    )
    .option('--wait', 'slurm: stay until it is finished')
  withSlurmOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  paradiplomacy sweep acid-rain --vary pressure.boomerang=0:1:0.25 \\
    --vary federalPolitics.transfers=on,off --replications 50
  paradiplomacy sweep acid-rain --treatments as-it-is,no-memoranda -n 200 \\
    --outcome 'act=first(policy("US", "acid-rain") >= 0.5)'
  paradiplomacy sweep my-plan.yaml --workers 8
  paradiplomacy sweep --resume results/sweep-acid-rain-001
  paradiplomacy run --from results/sweep-acid-rain-001 --run 17
  paradiplomacy sweep my-plan.yaml --engine slurm --time 2:00:00

Failed runs are rows of the result; exit code 1 only if all fail.`,
    )
    .action(async (asked: string | undefined, flags: SweepFlags) => {
      if (flags.engine === 'slurm') {
        const { sweepOnSlurm } = await import('./sweepOnSlurm.js')
        return sweepOnSlurm(asked, flags)
      }
      const { sweep } = await import('./carryOutSweep.js')
      return sweep(asked, flags)
    })
  command.enablePositionalOptions().helpCommand(false)
  registerSweepStatus(command)
  registerSweepCollect(command)
  registerSweepCancel(command)
}
