import type { Library } from '../../contract/index.js'
import { InputError, nearest, quote } from '../../diagnostics/index.js'
import { parametersOf, type ScenarioDocument, type Settings } from '../../scenario/index.js'
import type { Factor } from '../factors/Factor.js'
import { isAmong } from '../factors/mustBeApart.js'
import { resolveFactor } from '../factors/resolveFactor.js'
import type { WrittenHypothesis } from './writtenHypotheses.js'

/**
 * The parameters that are drawn anew for each parameter set: those that are named, or every number parameter of the
 * enabled mechanisms over its plausible range; without those that are fixed, or set by treatment, control or curve, or
 * by the file for all runs.
 *
 * @param taken paths in the document that treatment, control or curve set, joined by dots
 * @param set paths that the file sets in all runs, as written
 * @throws InputError if a path leads nowhere, or one is both named here and set in all runs
 */
export function drawnParameters(
  { draw = 'all', fix = [] }: NonNullable<WrittenHypothesis['parameters']>,
  { taken, set }: { readonly taken: ReadonlySet<string>; readonly set: readonly string[] },
  document: ScenarioDocument,
  library: Library,
  settings: Settings,
  label: string,
): readonly Factor[] {
  const known = parametersOf(document, library)
  const strange = fix.find((path) => !known.has(path))
  if (strange !== undefined) {
    throw new InputError({
      file: label,
      message: `${quote(strange)} cannot be fixed: no enabled mechanism has such a parameter`,
      nearest: nearest(strange, known.keys()),
    })
  }
  if (draw === 'none') return []
  const wanted =
    draw === 'all'
      ? [...known]
          .filter(([, parameter]) => parameter.type === 'number')
          .map(([id]) => [id, {}] as const)
      : Object.entries(draw)
  return wanted
    .filter(([id]) => !fix.includes(id))
    .map(([id, written]) => resolveFactor(id, written, settings, label))
    .filter(({ id, path }) => {
      if (!isAmong(set, path)) return !taken.has(path.join('.'))
      if (draw === 'all') return false
      throw new InputError({
        file: label,
        message: `${quote(id)} is both drawn and set for all runs`,
        expected: 'one of the two',
      })
    })
}
