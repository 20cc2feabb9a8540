import type { Command } from 'commander'
import { say, sayJson, wrap } from './say.js'

/** `paradiplomacy list` */
export function registerList(program: Command): void {
  program
    .command('list')
    .description('list the scenarios that ship')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  paradiplomacy list')
    .action(async ({ json }: { json?: boolean }) => {
      const { listScenarios } = await import('../scenario/index.js')
      const scenarios = await listScenarios()
      if (json) return sayJson(scenarios)
      for (const { name, title, question, problem } of scenarios) {
        say(`${name}\n${wrap(problem ?? `${title}. ${question}`, 2)}\n`)
      }
    })
}
