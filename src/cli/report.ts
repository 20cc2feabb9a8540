import type { Command } from 'commander'
import { InputError } from '../diagnostics/InputError.js'
import { quote } from '../diagnostics/printable.js'
import { say } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy report <results>` */
export function registerReport(program: Command): void {
  const command = program
    .command('report')
    .description('draw charts and page of a result folder anew')
    .argument('<results>', 'folder of a run, or of an experiment')
  withMechanisms(command)
    .option('--check <folder>', 'folder of a check, among whose runs this one is to be placed')
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy report results/acid-rain-001 --check results/check-acid-rain-001',
    )
    .action(async (folder: string, { check, mechanism }: MechanismOptions & { check?: string }) => {
      const [{ writeExperimentReport, writeReport }, archive, { library }] = await Promise.all([
        import('../report/index.js'),
        import('../archive/index.js'),
        libraryWith(mechanism),
      ])
      if (check === undefined && (await archive.readManifest(folder)).kind !== 'run') {
        await writeExperimentReport(folder)
        return say(`Page: ${folder}/report.html`)
      }
      const { scenario } = await archive.readManifest(folder, 'run')
      const among = check === undefined ? undefined : await archive.readCheck(check)
      if (among && among.manifest.scenario.name !== scenario.name) {
        throw new InputError({
          file: check,
          message: `this is a check of ${quote(among.manifest.scenario.name)}`,
          expected: `one of ${quote(scenario.name)}, the scenario of the run`,
        })
      }
      await writeReport(folder, { library, check: among })
      say(`Page: ${folder}/report.html`)
    })
}
