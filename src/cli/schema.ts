import type { Command } from 'commander'
import { sayJson } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy schema` */
export function registerSchema(program: Command): void {
  const command = program
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
  withMechanisms(command)
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy schema > scenario.schema.json\n\nA scenario that begins with\n' +
        '  # yaml-language-server: $schema=scenario.schema.json\nis then completed and checked as you type.',
    )
    .action(async ({ mechanism }: MechanismOptions) => {
      const [{ jsonSchema }, { library }] = await Promise.all([
        import('../scenario/index.js'),
        libraryWith(mechanism),
      ])
      sayJson(jsonSchema(library))
    })
}
