import type { Library } from '../contract/index.js'
import type { Model, Run, RunOptions } from '../engine/index.js'
import { compileCondition, type Expression, seriesIn } from '../expression/index.js'
import { compileAsk } from './ask.js'
import { caseModels } from './caseModels.js'
import { type Plan, placeOf } from './plan.js'
import { type RunRow, rowWithoutAnswer } from './runRow.js'
import { runSource } from './runSource.js'

/** Makes the function that computes any one run of a plan. A run that throws gives a row that says why. */
export function runner(plan: Plan, library: Library): (run: number) => RunRow {
  const answer = compileAsk(plan.ask)
  const models = caseModels(plan, library, measuresOf(plan))
  const carryOut = plan.stop === undefined ? wholeRun : runUntil(plan.stop.expression)
  return (run) => {
    const place = placeOf(plan, run)
    try {
      const { seed } = plan
      const finished = carryOut(models.of(place), { seed, replicate: place.replicate })
      return { run, status: 'done', message: '', ...answer(finished) }
    } catch (error) {
      models.forget()
      const message = error instanceof Error ? error.message : String(error)
      return rowWithoutAnswer(run, 'failed', message, plan.ask)
    }
  }
}

function wholeRun(model: Model, options: RunOptions): Run {
  return model.run(options)
}

/** A run that ends with the first tick at which a condition holds. */
export function runUntil(condition: Expression): (model: Model, options: RunOptions) => Run {
  const holds = compileCondition(condition)
  return (model, options) => {
    const simulation = model.start(options)
    while (simulation.tick < simulation.ticks) {
      simulation.step()
      if (holds(runSource(simulation.end()), simulation.tick - 1)) break
    }
    return simulation.end()
  }
}

/** The measures that the questions are put to, in alphabetical order. */
function measuresOf({ ask, stop }: Plan): readonly string[] {
  const names = new Set<string>()
  for (const { expression } of [...ask.numbers, ...ask.series]) seriesIn(expression, names)
  if (stop !== undefined) seriesIn(stop.expression, names)
  return [...names].sort()
}
