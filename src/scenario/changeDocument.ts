import type { Library } from '../contract/index.js'
import { InputError, nearest, oneOf, quote } from '../diagnostics/index.js'
import { applyChanges, type ChangedDocument } from './applyChanges.js'
import { planModel } from './buildModel.js'
import type { Change, ScenarioDocument } from './document.js'
import { Findings } from './findings.js'

/** A change, and what the user wrote, for messages. */
export interface Chosen {
  readonly label: string
  readonly change: Change
}

/**
 * Applies changes to a scenario, in their order, and makes sure that it still can be run.
 *
 * @returns the changed document, and the changes as immer patches
 * @throws {InputError} with a problem for each change that finds nothing to change, or puts a value that cannot be
 */
export function changeDocument(
  original: ScenarioDocument,
  library: Library,
  chosen: readonly Chosen[],
): ChangedDocument {
  if (chosen.length === 0) return { document: original, patches: [] }
  const findings = new Findings(([at]) => ({ file: chosen[Number(at)]?.label }))
  const changed = applyChanges(
    original,
    chosen.map((c) => c.change),
    chosen.map((_, at) => [at]),
    library,
    findings,
  )
  findings.throwIfAny()
  const last = new Findings(() => ({ file: [...new Set(chosen.map((c) => c.label))].join(', ') }))
  planModel(changed.document, library, last)
  last.throwIfAny()
  return changed
}

/**
 * The changes of one of the scenario's treatments.
 *
 * @throws {InputError} if there is none of that name
 */
export function changesOf({ treatments = {} }: ScenarioDocument, id: string): Chosen[] {
  const known = Object.keys(treatments)
  if (!known.includes(id)) {
    throw new InputError({
      message: `the scenario has no treatment ${quote(id)}`,
      expected: oneOf(known, 20),
      nearest: nearest(id, known),
    })
  }
  return treatments[id].change.map((change) => ({ label: `treatment ${quote(id)}`, change }))
}
