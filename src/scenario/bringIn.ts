import type { Library } from '../contract/index.js'
import { InputError, oneOf, quote } from '../diagnostics/index.js'
import type { ScenarioDocument } from './document.js'

/** A file of the user's own, and the mechanisms that it offers. */
export interface OwnMechanisms {
  readonly path: string
  readonly mechanisms: readonly string[]
}

/**
 * The document with every mechanism that a setting brings in, switched off: it is there before the setting is read, so
 * that its columns and parameters can be set as if the scenario had named it.
 *
 * @param settings `path=value`; `mechanisms.<name>.enabled=…` brings in a mechanism that the scenario does not name
 */
export function bringIn(
  document: ScenarioDocument,
  library: Library,
  settings: readonly string[],
): ScenarioDocument {
  const brought = library.mechanisms.filter(
    ({ name }) =>
      !Object.hasOwn(document.mechanisms, name) &&
      settings.some((text) => pathOf(text) === `${name}.enabled`),
  )
  if (brought.length === 0) return document
  const added = Object.fromEntries(brought.map(({ name }) => [name, { enabled: false }]))
  return { ...document, mechanisms: { ...document.mechanisms, ...added } }
}

/** The mechanism and parameter that a setting sets, without the `mechanisms.` that may stand before them. */
function pathOf(setting: string): string {
  return setting
    .slice(0, Math.max(0, setting.indexOf('=')))
    .trim()
    .replace(/^mechanisms\./, '')
}

/**
 * Refuses a file of one's own from which nothing takes part: whoever names it means it to.
 *
 * @param scenario file of the scenario, for the message
 * @throws {InputError} with a problem for each such file
 */
export function refuseIdle(
  document: ScenarioDocument,
  own: readonly OwnMechanisms[],
  scenario: string,
): void {
  const idle = own.filter(
    ({ mechanisms }) =>
      mechanisms.length > 0 && !mechanisms.some((name) => Object.hasOwn(document.mechanisms, name)),
  )
  if (idle.length === 0) return
  throw new InputError(
    idle.map(({ path, mechanisms }) => ({
      file: path,
      message:
        mechanisms.length === 1
          ? `scenario ${quote(document.name)} does not name its mechanism ${quote(mechanisms[0])}, which would do nothing`
          : `scenario ${quote(document.name)} names none of its mechanisms, which would do nothing`,
      ...(mechanisms.length === 1 ? {} : { expected: oneOf(mechanisms) }),
      hint: `Bring it in with --set mechanisms.${mechanisms[0]}.enabled=yes, or name it under "mechanisms:" in ${scenario}`,
    })),
  )
}
