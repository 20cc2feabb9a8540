import type { Command } from 'commander'
import { say, sayJson } from './say.js'

interface CheckFlags {
  readonly by: string
  readonly with: string
  readonly instrument: string
  readonly subject: string
  readonly date?: string
  readonly json?: boolean
}

interface ShowFlags {
  readonly date?: string
  readonly json?: boolean
}

/** `paradiplomacy law show|check|schema` */
export function registerLaw(program: Command): void {
  const law = program
    .command('law')
    .description(
      'ask the law of external action: may this unit conclude this, with whom, by which steps?',
    )
    .addHelpText('after', '\nExample:\n  paradiplomacy law show AT --date 2005-01-01')
  law
    .command('show')
    .description("show a state's law in plain words, with its sources")
    .argument('<code>', 'ISO 3166 code of the state, such as AT; EU and COE are law above states')
    .option('--date <date>', 'the law as it stood on that day (default: its whole history)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  paradiplomacy law show AT --date 2005-01-01\n  paradiplomacy law show FR',
    )
    .action(async (code: string, { date, json }: ShowFlags) => {
      const { showLaw } = await import('./lawShow.js')
      const shown = await showLaw(code, date)
      if (json) sayJson(shown.data)
      else say(shown.text)
    })
  law
    .command('check')
    .description(
      'ask what the law says of one act; both sides are answered where their law is known',
    )
    .requiredOption('--by <party>', 'who acts: ISO code/kind, such as AT/region')
    .requiredOption('--with <party>', 'with whom, such as IT/region, IT/state, FR/overseas-region')
    .requiredOption('--instrument <form>', 'by what, such as treaty, memorandum, twinning')
    .requiredOption('--subject <subject>', 'about what, such as culture, trade, environment')
    .option('--date <date>', 'on which day (default: today)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy law check --by AT/region --with IT/region --instrument treaty \\\n' +
        '    --subject culture\n\n' +
        'Kinds of party: state, region, overseas-region, city, grouping.',
    )
    .action(async ({ json, ...question }: CheckFlags) => {
      const { checkLaw } = await import('./lawCheck.js')
      const checked = await checkLaw(question)
      if (json) sayJson(checked.data)
      else say(checked.text)
    })
  law
    .command('schema')
    .description('print the JSON Schema of regime files, for editors')
    .addHelpText('after', '\nExample:\n  paradiplomacy law schema > regime.schema.json')
    .action(async () => {
      const { regimeJsonSchema } = await import('../law/regimeSchema.js')
      sayJson(regimeJsonSchema())
    })
  for (const command of law.commands) command.exitOverride().showSuggestionAfterError()
}
