import { formatDate } from '../calendar/index.js'
import type { Library, Parameter } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import { enabled, resolveChange } from './changePath.js'
import type { Cell, ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { takeInventory } from './inventory.js'
import { numberRows } from './rows.js'

/** Where a dotted path leads in a document, and a value in its right type. */
export interface ResolvedSetting {
  readonly path: readonly string[]
  readonly value: Cell
  /** The parameter of a mechanism that the path names, if it does. */
  readonly parameter?: Parameter
  /** Only whole numbers can stand there. */
  readonly whole?: boolean
  /** What the document has there now; undefined if it is not one value. */
  readonly present?: Cell
}

/** What can be set in a scenario, by dotted paths such as `pressure.boomerang`: everything that `--set` takes. */
export interface Settings {
  /**
   * Reads a value for a path.
   *
   * @param label what the user wrote, for messages
   * @throws {InputError} if there is nothing at the path, or the value cannot be there
   */
  read(dotted: string, to: Cell, label: string): ResolvedSetting
  /**
   * What a path leads to, whatever can be there: with a value that fits, where one is easily found.
   *
   * @param label what the user wrote, for messages
   * @throws {InputError} if there is nothing at the path
   */
  find(dotted: string, label: string): ResolvedSetting
  /** The parameter that a path names; undefined if it names none. `<mechanism>.enabled` is a switch. */
  parameterAt(dotted: string): Parameter | undefined
}

/** What can be set in a scenario. */
export function settingsOf(document: ScenarioDocument, library: Library): Settings {
  const inventory = takeInventory(document, library, new Findings())
  const grounds = { document, library, inventory, rows: numberRows(document, inventory) }
  const parameterAt = (dotted: string) => {
    const [name, key] = dotted.replace(/^mechanisms\./, '').split('.')
    const mechanism = inventory.mechanisms.find((m) => m.name === name)
    return key === 'enabled' ? mechanism && enabled : mechanism?.parameters[key]
  }
  const read: Settings['read'] = (dotted, to, label) => {
    const found = resolveChange(dotted, to, grounds)
    if ('message' in found) throw new InputError({ file: label, ...found })
    const parameter = found.path[0] === 'mechanisms' ? parameterAt(dotted) : undefined
    const present = presentAt(document, found.path) ?? parameter?.default
    return {
      ...found,
      ...(parameter === undefined ? {} : { parameter }),
      ...(present === undefined ? {} : { present }),
    }
  }
  return {
    parameterAt,
    read,
    find(dotted, label) {
      const ownDefault = parameterAt(dotted)?.default
      const samples: Cell[] = [...(ownDefault === undefined ? [] : [ownDefault]), ...anything]
      const fits = samples.find((to) => !('message' in resolveChange(dotted, to, grounds)))
      return read(dotted, fits ?? samples[0], label)
    },
  }
}

/** One of these can stand nearly everywhere. */
const anything: readonly Cell[] = [0, 1, 1000, 'yes', formatDate(0)]

function presentAt(document: ScenarioDocument, path: readonly string[]): Cell | undefined {
  let at: unknown = document
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  if (isObject(at)) at = at.value
  return typeof at === 'object' ? undefined : (at as Cell | undefined)
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
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
