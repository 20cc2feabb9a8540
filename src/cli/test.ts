import type { Command } from 'commander'
import type { TestFlags } from './carryOutTest.js'
import { withExperimentOptions } from './experimentOptions.js'

/** `paradiplomacy test <hypotheses>` */
export function registerTest(program: Command): void {
  const command = program
    .command('test')
    .description('answer hypotheses: the same chance with and without a treatment, many times')
    .argument('[hypotheses]', 'file of hypotheses, or a shipped scenario that has one')
    .option('--only <ids>', 'answer these alone: a,b')
    .option('-s, --seed <text>', "seed of all chance (default: the file's, or 1)")
    .option('--p-values', 'print p-values too, adjusted over the file; they decide nothing')
    .option('--expect', 'exit code 3 unless each verdict is what the file expects, or "supported"')
    .option('--fail-fast', 'end with the first run that fails')
  withExperimentOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  paradiplomacy test acid-rain
  paradiplomacy test my-hypotheses.yaml --only boomerang --p-values
  paradiplomacy test --resume results/test-acid-rain-001

Exit code 0 once answered, whatever the answers; 3 with --expect and a miss.`,
    )
    .action(async (asked: string | undefined, flags: TestFlags) => {
      const { test } = await import('./carryOutTest.js')
      return test(asked, flags)
    })
}
