import type { Library, Parameter } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import { resolveChange } from './changePath.js'
import type { Cell, ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { takeInventory } from './inventory.js'
import { numberRows } from './rows.js'

/** Where a dotted path leads in a document, and values in their right type. */
export interface ResolvedSetting {
  readonly path: readonly string[]
  readonly value: Cell
  /** The parameter of a mechanism that the path names, if it does. */
  readonly parameter?: Parameter
}

/**
 * Makes the function that finds what a dotted path such as `pressure.boomerang` means in a scenario, and reads a value
 * for it. Everything that `--set` takes is taken.
 *
 * @param label what the user wrote, for messages
 */
export function settingsOf(document: ScenarioDocument, library: Library) {
  const inventory = takeInventory(document, library, new Findings())
  const grounds = { document, library, inventory, rows: numberRows(document, inventory) }
  /** @throws {InputError} if there is nothing at the path, or the value cannot be there */
  return (dotted: string, to: Cell, label: string): ResolvedSetting => {
    const found = resolveChange(dotted, to, grounds)
    if ('message' in found) throw new InputError({ file: label, ...found })
    const [table, name, key] = found.path
    const parameter =
      table === 'mechanisms'
        ? inventory.mechanisms.find((m) => m.name === name)?.parameters[key]
        : undefined
    return { ...found, ...(parameter === undefined ? {} : { parameter }) }
  }
}

/** Every parameter of the scenario's enabled mechanisms, by its dotted path. */
export function parametersOf(
  document: ScenarioDocument,
  library: Library,
): ReadonlyMap<string, Parameter> {
  const { mechanisms } = takeInventory(document, library, new Findings())
  return new Map(
    mechanisms
      .filter(({ name }) => document.mechanisms[name].enabled !== false)
      .flatMap(({ name, parameters }) =>
        Object.entries(parameters).map(
          ([key, parameter]) => [`${name}.${key}`, parameter] as const,
        ),
      ),
  )
}
