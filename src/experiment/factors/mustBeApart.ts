import { InputError, quote } from '../../diagnostics/index.js'
import type { Factor } from './Factor.js'

/**
 * Makes sure that no two factors stand at the same place of the scenario, as `salience.rate` and
 * `mechanisms.salience.rate` would, that no two have the same name, and that none is fixed for all runs: one would silently win.
 *
 * @param label where the factors were written, for messages
 * @param fixed paths of what is set in all runs
 * @throws InputError for the first pair
 */
export function mustBeApart(
  factors: readonly Factor[],
  label: string,
  fixed: readonly string[] = [],
): void {
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
    if (isAmong(fixed, path)) {
      throw new InputError({
        file: label,
        message: `${quote(id)} is both varied and set for all runs`,
        expected: 'one of the two',
      })
    }
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

/** Whether one of these dotted paths, as people write them, leads to this place. */
export function isAmong(written: readonly string[], path: readonly string[]): boolean {
  const place = bare(path.join('.'))
  return written.some((dotted) => bare(dotted) === place)
}

/** "mechanisms." and "tables." may be left out in front. */
function bare(dotted: string): string {
  return dotted.replace(/^(mechanisms|tables)\./, '')
}
