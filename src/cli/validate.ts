import type { Command } from 'commander'
import { say, sayJson } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy validate <scenario>` */
export function registerValidate(program: Command): void {
  const command = program
    .command('validate')
    .description('check a scenario of yours without running it')
    .argument('<scenario>', 'path of a scenario, or name of a shipped one')
  withMechanisms(command)
    .option('--json', 'the problems as JSON')
    .addHelpText('after', '\nExample:\n  paradiplomacy validate my-scenario/scenario.yaml')
    .action(async (name: string, { json, mechanism }: MechanismOptions & { json?: boolean }) => {
      const [{ loadScenario, buildModel }, { library, own }, { InputError, exitCodes }] =
        await Promise.all([
          import('../scenario/index.js'),
          libraryWith(mechanism),
          import('../diagnostics/index.js'),
        ])
      try {
        const { document, path } = await loadScenario(name, library, { own })
        const { world, plan } = buildModel(document, library)
        if (json) return sayJson({ valid: true, problems: [] })
        say(
          `${path} is in order: ${counted(world.n, 'actor')}, ${counted(plan.mechanisms.length, 'mechanism')}, ` +
            `${counted(plan.measures.length, 'measure')}, ${counted(plan.timeline.n, 'tick')}.`,
        )
      } catch (error) {
        if (!json || !(error instanceof InputError)) throw error
        sayJson({ valid: false, problems: error.problems })
        process.exitCode = exitCodes.badInput
      }
    })
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
