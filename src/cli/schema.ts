import type { Command } from 'commander'
import { sayJson } from './say.js'

/** `paradiplomacy schema` */
export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy schema > scenario.schema.json\n\nA scenario that begins with\n' +
        '  # yaml-language-server: $schema=scenario.schema.json\nis then completed and checked as you type.',
    )
    .action(async () => {
      const [{ jsonSchema }, { library }] = await Promise.all([
        import('../scenario/index.js'),
        import('../library.js'),
      ])
      sayJson(jsonSchema(library))
    })
}
