import type { Command } from 'commander'
import { say, sayJson, wrap } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy show <scenario>` */
export function registerShow(program: Command): void {
  const command = program
    .command('show')
    .description('show what a scenario holds: question, actors, mechanisms, treatments, checks')
    .argument('<scenario>', 'name of a shipped scenario, or path of yours')
  withMechanisms(command)
    .option('--json', 'the whole scenario, all files read in, as JSON')
    .addHelpText('after', '\nExample:\n  paradiplomacy show acid-rain')
    .action(async (name: string, { json, mechanism }: MechanismOptions & { json?: boolean }) => {
      const [{ loadScenario }, { library }] = await Promise.all([
        import('../scenario/index.js'),
        libraryWith(mechanism),
      ])
      const { document } = await loadScenario(name, library, { formulas: false })
      if (json) return sayJson(document)
      const { title, question, summary, time, tables, mechanisms, treatments, checks } = document
      say(`${title}\n\n${wrap(question)}\n\n${wrap(summary)}\n`)
      say(`From ${time.start} to ${time.end}, ${time.ticksPerYear} ticks a year.\n`)
      say('Tables')
      for (const [table, rows] of Object.entries(tables)) {
        say(`  ${table.padEnd(14)}${Object.keys(rows).length} rows`)
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
        for (const { id, title, band, role } of checks) {
          say(`  ${id}\n${wrap(`${title}: ${band[0]} to ${band[1]} (${role})`, 6)}`)
        }
      }
    })
}
