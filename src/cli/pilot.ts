import type { Command } from 'commander'

interface PilotFlags {
  readonly workers?: string
}

/** `paradiplomacy pilot <folder>`: what the jobs of a cluster are, and whoever else has the folder in sight. */
export function registerPilot(program: Command): void {
  program
    .command('pilot', { hidden: true })
    .description(
      'join a sweep that has been begun, from another process or machine that sees its folder,\n' +
        'and compute what is missing until nothing is',
    )
    .argument('<folder>', 'the folder of the sweep')
    .option('-w, --workers <n>', 'threads (default: SLURM_CPUS_PER_TASK, or all processors)')
    .addHelpText(
      'after',
      `
Examples:
  paradiplomacy pilot results/sweep-acid-rain-001
  paradiplomacy pilot results/sweep-acid-rain-001 --workers 2

Any number of pilots may work on one folder, and any may be killed. See
docs/clusters.md.`,
    )
    .action(async (folder: string, flags: PilotFlags) => {
      const { joinAsPilot } = await import('./joinAsPilot.js')
      return joinAsPilot(folder, flags.workers)
    })
}
