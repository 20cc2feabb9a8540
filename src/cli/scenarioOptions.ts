import type { Command } from 'commander'
import type { InputFile } from '../archive/index.js'
import type { Library } from '../contract/index.js'
import type { LoadOptions, OwnMechanisms } from '../scenario/index.js'

/** What every command that loads a scenario may be told about it. */
export interface ScenarioOptions extends MechanismOptions {
  readonly treatment?: string
  readonly set?: readonly string[]
  readonly until?: string
}

export interface MechanismOptions {
  readonly mechanism?: readonly string[]
}

export function withScenarioOptions(command: Command): Command {
  return withMechanisms(
    command
      .option('-t, --treatment <id>', "one of the scenario's named changes")
      .option('--set <path=value>', 'change one value; may be repeated', collect)
      .option('--until <date>', 'end earlier, at this date'),
  )
}

/** Code of the user's own is loaded only when it is named here. */
export function withMechanisms(command: Command): Command {
  return command.option(
    '-m, --mechanism <file>',
    'a mechanism of your own; may be repeated',
    collect,
  )
}

export function loadOptions({ treatment, set, until }: ScenarioOptions): LoadOptions {
  return { treatment, settings: set, until }
}

/** What is set in all runs: by the file of a question, then by `--set`, each as `path=value`. */
export function settingsOf(
  file: { readonly set?: Readonly<Record<string, string | number | boolean>> | undefined },
  { set = [] }: Pick<ScenarioOptions, 'set'> = {},
): readonly string[] {
  return [...Object.entries(file.set ?? {}).map(([path, value]) => `${path}=${value}`), ...set]
}

/** The shipped library, with the user's own mechanisms in it, and what files those came from. */
export async function libraryWith(
  paths: readonly string[] = [],
): Promise<{ library: Library; mechanismFiles: InputFile[]; own: readonly OwnMechanisms[] }> {
  if (paths.length === 0) {
    const { library } = await import('../library.js')
    return { library, mechanismFiles: [], own: [] }
  }
  const { loadMechanisms } = await import('../loadMechanism.js')
  const { library, files } = await loadMechanisms(paths)
  const mechanismFiles = files.map(({ path, sha256 }) => ({ name: path, sha256 }))
  return { library, mechanismFiles, own: files }
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
