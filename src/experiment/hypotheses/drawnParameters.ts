import type { Library } from '../../contract/index.js'
import { InputError, nearest, quote } from '../../diagnostics/index.js'
import { parametersOf, type ScenarioDocument, type Settings } from '../../scenario/index.js'
import type { Factor } from '../factors/Factor.js'
import { resolveFactor } from '../factors/resolveFactor.js'
import type { WrittenHypothesis } from './writtenHypotheses.js'

/**
 * The parameters that are drawn anew for each parameter set: those that are named, or every number parameter of the
 * enabled mechanisms over its plausible range; without those that are fixed, or set by treatment, control or curve.
 *
 * @param taken paths in the document that something else sets, joined by dots
 * @throws InputError if a path leads nowhere
 */
export function drawnParameters(
  { draw = 'all', fix = [] }: NonNullable<WrittenHypothesis['parameters']>,
  taken: ReadonlySet<string>,
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
    .filter(({ path }) => !taken.has(path.join('.')))
}
