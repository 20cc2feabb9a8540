import type { Command } from 'commander'
import type { AttributeFlags } from './carryOutAttribution.js'
import { collect, withExperimentOptions } from './experimentOptions.js'

/** `paradiplomacy attribute <causes>` */
export function registerAttribute(program: Command): void {
  const command = program
    .command('attribute')
    .description('say which cause did it: switch causes off in every combination')
    .argument('[causes]', 'file of causes, or a shipped scenario that has one')
    .option('-n, --replications <n>', 'runs of each combination (default: 100)')
    .option('--permutations <n>', 'sample so many orders instead (default above 8 causes: 32)')
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
  paradiplomacy attribute acid-rain --replications 20
  paradiplomacy attribute my-causes.yaml --workers 8
  paradiplomacy attribute --resume results/attribution-acid-rain-001

A cause's share is its Shapley value: the outcome with it minus without it,
over all orders of the causes. What "off" means, the file says for each.
Exit code 1 only if all runs fail.`,
    )
    .action(async (asked: string | undefined, flags: AttributeFlags) => {
      const { attribute } = await import('./carryOutAttribution.js')
      return attribute(asked, flags)
    })
}
