import type { Library } from '../contract/index.js'
import { Model, type ModelPlan } from '../engine/index.js'
import { modelPlan, withParameters } from '../scenario/index.js'
import { caseDocument } from './caseDocument.js'
import type { Plan, RunPlace } from './plan.js'

/**
 * Makes the function that gives the model of a run. The last case's model is kept, so runs of one case are best asked
 * for one after another. Where points differ in parameters of mechanisms alone, tables are laid out once a treatment.
 *
 * @param measures what is recorded; nobody reads what no question asks for
 * @returns a function that throws InputError for a case that cannot be, and afterwards goes on as before
 */
export function caseModels(
  plan: Plan,
  library: Library,
  measures: readonly string[],
): { of(place: RunPlace): Model; forget(): void } {
  const light = plan.factors.every(
    ({ path: [table, , key] }) => table === 'mechanisms' && key !== 'enabled',
  )
  const layouts = new Map<number, ModelPlan>()
  let last: { readonly case: number; readonly model: Model } | undefined

  const planOf = (place: RunPlace): ModelPlan => {
    const document = { ...caseDocument(plan, place), measures }
    if (!light) return modelPlan(document, library)
    const known = layouts.get(place.treatment)
    if (known !== undefined) return withParameters(known, document)
    const fresh = modelPlan(document, library)
    layouts.set(place.treatment, fresh)
    return fresh
  }
  return {
    of(place) {
      if (last?.case !== place.case) {
        last = undefined
        last = { case: place.case, model: new Model(planOf(place)) }
      }
      return last.model
    },
    /** A model that has thrown may be left in any state. */
    forget() {
      last = undefined
    },
  }
}
