import type { Library } from '../../contract/index.js'
import { InputError, quote } from '../../diagnostics/index.js'
import { changeDocument, changesOf, type ScenarioDocument } from '../../scenario/index.js'
import { asItIs, type PlannedFactor, type PlannedTreatment } from '../plan.js'

/**
 * The treatments that runs are made with, by their ids; `as-it-is` is the scenario itself.
 *
 * @throws InputError if the scenario has no such treatment, one is named twice, or one sets what a factor varies
 */
export function planTreatments(
  ids: readonly string[],
  document: ScenarioDocument,
  library: Library,
  factors: readonly PlannedFactor[] = [],
): readonly PlannedTreatment[] {
  const twice = ids.find((id, k) => ids.indexOf(id) !== k)
  if (twice !== undefined)
    throw new InputError({ message: `the treatment ${quote(twice)} is named twice` })
  return ids.map((id) => {
    if (id === asItIs.id) return asItIs
    const { patches } = changeDocument(document, library, changesOf(document, id))
    const title = document.treatments?.[id].title ?? id
    for (const factor of factors) {
      const both = patches.some(({ path }) => path.join('\u0000') === factor.path.join('\u0000'))
      if (both) {
        throw new InputError({
          message: `the treatment ${quote(id)} and the experiment both set ${quote(factor.id)}`,
          hint: 'Vary something else, or leave the treatment out',
        })
      }
    }
    return { id, title, patches }
  })
}
