import { applyPatches, enablePatches } from 'immer'
import type { Library } from '../contract/index.js'
import type { Model } from '../engine/index.js'
import { seriesIn } from '../expression/index.js'
import { buildModel } from '../scenario/index.js'
import { type Ask, compileAsk } from './ask.js'
import { type Plan, placeOf } from './plan.js'
import { type RunRow, rowWithoutAnswer } from './runRow.js'

enablePatches()

/**
 * Makes the function that computes any one run of a plan. It keeps the model of the last case, so runs of one case are
 * best asked for one after another. A run that throws gives a row that says why.
 */
export function runner(plan: Plan, library: Library): (run: number) => RunRow {
  const answer = compileAsk(plan.ask)
  const measures = measuresOf(plan.ask)
  let ready: { readonly case: number; readonly model: Model } | undefined
  return (run) => {
    const place = placeOf(plan, run)
    try {
      if (ready?.case !== place.case) {
        const document = applyPatches(plan.scenario, plan.cases[place.case])
        // Nobody reads what no question asks for.
        ready = { case: place.case, model: buildModel({ ...document, measures }, library) }
      }
      const { seed } = plan
      const finished = ready.model.run({ seed, replicate: place.replicate })
      return { run, status: 'done', message: '', ...answer(finished) }
    } catch (error) {
      // A model that has thrown may be left in any state.
      ready = undefined
      const message = error instanceof Error ? error.message : String(error)
      return rowWithoutAnswer(run, 'failed', message, plan.ask)
    }
  }
}

/** The measures that the questions are put to, in alphabetical order. */
function measuresOf({ numbers }: Ask): readonly string[] {
  const names = new Set<string>()
  for (const { expression } of numbers) seriesIn(expression, names)
  return [...names].sort()
}
