import type { Command } from 'commander'
import { say } from './say.js'
import {
  libraryWith,
  loadOptions,
  type ScenarioOptions,
  withScenarioOptions,
} from './scenarioOptions.js'

/** `paradiplomacy odd <scenario>` */
export function registerOdd(program: Command): void {
  const command = program
    .command('odd')
    .description('describe the model by the ODD protocol (2020), as Markdown')
    .argument('<scenario>', 'name of a shipped scenario, or path of yours')
  withScenarioOptions(command)
    .addHelpText('after', '\nExample:\n  paradiplomacy odd acid-rain > odd.md')
    .action(async (name: string, options: ScenarioOptions) => {
      const [{ loadScenario }, { library, own }, { odd }] = await Promise.all([
        import('../scenario/index.js'),
        libraryWith(options.mechanism),
        import('../report/index.js'),
      ])
      const { document } = await loadScenario(name, library, { ...loadOptions(options), own })
      say(odd(document, library))
    })
}
