import type { Command } from 'commander'
import { say } from './say.js'

/** `paradiplomacy report <results>` */
export function registerReport(program: Command): void {
  program
    .command('report')
    .description('draw charts and page of a result folder anew')
    .argument('<results>', 'folder of a run')
    .option('--check <folder>', 'folder of a check, among whose runs this one is to be placed')
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy report results/acid-rain-001 --check results/check-acid-rain-001',
    )
    .action(async (folder: string, { check }: { check?: string }) => {
      const [{ writeReport }, { readCheck }] = await Promise.all([
        import('../report/index.js'),
        import('../archive/index.js'),
      ])
      await writeReport(folder, check === undefined ? {} : { check: await readCheck(check) })
      say(`Page: ${folder}/report.html`)
    })
}
