import type { Command } from 'commander'
import type { Library } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import type { ScenarioDocument } from '../scenario/index.js'
import { say, sayJson, wrap } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'
import { teachingText } from './teachingText.js'

interface ShowOptions extends MechanismOptions {
  readonly json?: boolean
  readonly sheet?: boolean
}

/** `paradiplomacy show <scenario>` */
export function registerShow(program: Command): void {
  const command = program
    .command('show')
    .description('show what a scenario holds: mechanisms, treatments, checks, a sheet for a class')
    .argument('<scenario>', 'name of a shipped scenario, or path of yours')
  withMechanisms(command)
    .option('--sheet', 'only the sheet for a class, of one page')
    .option('--json', 'the whole scenario, all files read in, as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  paradiplomacy show acid-rain\n  paradiplomacy show acid-rain --sheet',
    )
    .action(async (name: string, { json, sheet, mechanism }: ShowOptions) => {
      const [{ loadScenario }, { library }] = await Promise.all([
        import('../scenario/index.js'),
        libraryWith(mechanism),
      ])
      const { document, path } = await loadScenario(name, library, { formulas: false })
      if (json) return sayJson(document)
      if (sheet) return showSheet(document, path)
      showAll(document, library)
    })
}

function showSheet({ title, teaching }: ScenarioDocument, path: string): void {
  if (!teaching) {
    throw new InputError({
      file: path,
      message: 'there is no sheet for a class',
      hint: 'Write one under "teaching:", as docs/teaching.md shows',
    })
  }
  say(`${title}\n\n${teachingText(teaching)}`)
}

function showAll(document: ScenarioDocument, library: Library): void {
  const { title, question, summary, time, tables, mechanisms, treatments, checks } = document
  say(`${title}\n\n${wrap(question)}\n\n${wrap(summary)}\n`)
  say(`From ${time.start} to ${time.end}, ${time.ticksPerYear} ticks a year.\n`)
  say('Tables')
  for (const [table, rows] of Object.entries(tables)) {
    const n = Object.keys(rows).length
    say(`  ${table.padEnd(14)}${n} ${n === 1 ? 'row' : 'rows'}`)
  }
  say('\nMechanisms, in the order of a tick')
  for (const { name: mechanism, summary } of library.mechanisms) {
    const settings = mechanisms[mechanism]
    if (!settings) continue
    const off = settings.enabled === false ? ' (off)' : ''
    say(`  ${mechanism}${off}\n${wrap(summary, 6)}`)
  }
  if (treatments) {
    say('\nTreatments')
    for (const [id, { note }] of Object.entries(treatments)) say(`  ${id}\n${wrap(note, 6)}`)
  }
  if (checks) {
    say('\nChecks')
    for (const { id, title, band, role } of checks)
      say(`  ${id}\n${wrap(`${title}: ${band[0]} to ${band[1]} (${role})`, 6)}`)
  }
  if (document.teaching) say(`\n${teachingText(document.teaching)}`)
}
