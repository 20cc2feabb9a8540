import type { Command } from 'commander'
import { InputError } from '../diagnostics/InputError.js'
import { nearest } from '../diagnostics/nearest.js'
import { oneOf } from '../diagnostics/oneOf.js'
import { quote } from '../diagnostics/printable.js'
import { sayJson } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy schema` */
export function registerSchema(program: Command): void {
  const command = program
    .command('schema')
    .description('print the JSON Schema of scenario files, or of files with questions, for editors')
    .argument('[kind]', 'scenario, sweep, hypotheses, sensitivity or causes', 'scenario')
  withMechanisms(command)
    .addHelpText(
      'after',
      '\nExamples:\n  paradiplomacy schema > scenario.schema.json\n  paradiplomacy schema hypotheses > hypotheses.schema.json\n\nA scenario that begins with\n' +
        '  # yaml-language-server: $schema=scenario.schema.json\nis then completed and checked as you type.',
    )
    .action(async (kind: string, { mechanism }: MechanismOptions) => {
      if (kind !== 'scenario') {
        const { questionKinds, questionSchema } = await import('../experiment/index.js')
        const known = questionKinds.find((name) => name === kind)
        if (known !== undefined) return sayJson(questionSchema(known))
        const kinds = ['scenario', ...questionKinds]
        throw new InputError({
          message: `there is no schema of ${quote(kind)}`,
          expected: oneOf(kinds),
          nearest: nearest(kind, kinds),
        })
      }
      const [{ jsonSchema }, { library }] = await Promise.all([
        import('../scenario/index.js'),
        libraryWith(mechanism),
      ])
      sayJson(jsonSchema(library))
    })
}
