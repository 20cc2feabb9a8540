import type { Command } from 'commander'
import { say, sayJson } from './say.js'

/** `paradiplomacy sweep status <folder>` */
export function registerSweepStatus(sweep: Command): void {
  sweep
    .command('status')
    .description('how far a sweep has come, what its jobs do, and what to do next')
    .argument('<folder>', 'the folder of the sweep')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  paradiplomacy sweep status results/sweep-acid-rain-001')
    .action(async (folder: string, { json }: { readonly json?: boolean }) => {
      const { sweepState } = await import('./sweepState.js')
      const { statusText } = await import('./slurmText.js')
      const state = await sweepState(folder)
      if (json) sayJson(state)
      else say(statusText(state))
    })
}
