import type { Command } from 'commander'
import type { CollectFlags } from './collectSweep.js'

/** `paradiplomacy sweep collect <folder>` */
export function registerSweepCollect(sweep: Command): void {
  sweep
    .command('collect')
    .description('merge what pilots have computed; or say what is missing, and what to do')
    .argument('<folder>', 'the folder of the sweep')
    .option('--parquet', 'write Parquet beside the CSV files')
    .option('--no-report', 'leave out charts, page and methods')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Example:
  paradiplomacy sweep collect results/sweep-acid-rain-001

Exit code 1 if something is missing.`,
    )
    .action(async (folder: string, flags: CollectFlags) => {
      const { collectSweep } = await import('./collectSweep.js')
      return collectSweep(folder, flags)
    })
}
