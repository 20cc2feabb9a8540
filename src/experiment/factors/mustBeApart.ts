import { InputError, quote } from '../../diagnostics/index.js'
import type { Factor } from './Factor.js'

/**
 * Makes sure that no two factors stand at the same place of the scenario, as `salience.rate` and
 * `mechanisms.salience.rate` would, and that no two have the same name: the last would silently win.
 *
 * @param label where the factors were written, for messages
 * @throws InputError for the first pair
 */
export function mustBeApart(factors: readonly Factor[], label: string): void {
  const places = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { id, path, name } of factors) {
    const place = JSON.stringify(path)
    const other = places.get(place)
    if (other !== undefined) {
      throw new InputError({
        file: label,
        message: `${quote(other)} and ${quote(id)} are the same place`,
        expected: 'one factor for it',
      })
    }
    places.set(place, id)
    if (name === undefined) continue
    const namesake = names.get(name)
    if (namesake !== undefined) {
      throw new InputError({
        file: label,
        message: `the factors ${quote(namesake)} and ${quote(id)} are both named ${quote(name)}`,
        expected: 'another name for one of them',
      })
    }
    names.set(name, id)
  }
}
