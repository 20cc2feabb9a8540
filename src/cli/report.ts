import type { Command } from 'commander'
import { say } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy report <results>` */
export function registerReport(program: Command): void {
  const command = program
    .command('report')
    .description('draw charts and page of a result folder anew')
    .argument('<results>', 'folder of a run')
  withMechanisms(command)
    .option('--check <folder>', 'folder of a check, among whose runs this one is to be placed')
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy report results/acid-rain-001 --check results/check-acid-rain-001',
    )
    .action(async (folder: string, { check, mechanism }: MechanismOptions & { check?: string }) => {
      const [{ writeReport }, { readCheck }, { library }] = await Promise.all([
        import('../report/index.js'),
        import('../archive/index.js'),
        libraryWith(mechanism),
      ])
      await writeReport(folder, {
        library,
        ...(check === undefined ? {} : { check: await readCheck(check) }),
      })
      say(`Page: ${folder}/report.html`)
    })
}
