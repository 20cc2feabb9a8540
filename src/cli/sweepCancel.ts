import type { Command } from 'commander'
import { say } from './say.js'

/** `paradiplomacy sweep cancel <folder>` */
export function registerSweepCancel(sweep: Command): void {
  sweep
    .command('cancel')
    .description('end the jobs of a sweep on a cluster; what is done stays')
    .argument('<folder>', 'the folder of the sweep')
    .addHelpText('after', '\nExample:\n  paradiplomacy sweep cancel results/sweep-acid-rain-001')
    .action(async (folder: string) => {
      const { openStore } = await import('../experiment/index.js')
      const { cancel, TallyKeeper } = await import('../experiment/slurm/index.js')
      const { count, resume, tallyText } = await import('./slurmText.js')
      const store = await openStore(folder)
      const jobs = await cancel(folder)
      const tally = await new TallyKeeper(store).count()
      say(jobs.length > 0 ? `${count(jobs.length, 'job')} cancelled.` : 'No job is in the queue.')
      say(`What is done stays: ${tallyText(tally)}`)
      if (tally.missing > 0) say(`To go on:\n  ${resume(folder, '--engine', 'slurm')}`)
    })
}
