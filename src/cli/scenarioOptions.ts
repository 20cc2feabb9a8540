import type { Command } from 'commander'
import type { LoadOptions } from '../scenario/index.js'

/** What every command that loads a scenario may be told about it. */
export interface ScenarioOptions {
  readonly treatment?: string
  readonly set?: readonly string[]
  readonly until?: string
}

export function withScenarioOptions(command: Command): Command {
  return command
    .option('-t, --treatment <id>', "one of the scenario's named changes")
    .option('--set <path=value>', 'change one value; may be repeated', collect, [])
    .option('--until <date>', 'end earlier, at this date')
}

export function loadOptions({ treatment, set, until }: ScenarioOptions): LoadOptions {
  return { treatment, settings: set, until }
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
