import { compileExpression } from './compile.js'
import type { Expression } from './expression.js'
import { PastSource, type Source } from './source.js'

/**
 * Makes a stop condition of a checked formula, to be asked while a run goes on: at tick t it sees
 * ticks 0 … t only, so `final(x)` is the present value and a later date lies outside the run. A
 * condition per tick is asked for the present tick.
 *
 * The source may hold arrays for the whole run of which the part after t is not filled yet.
 *
 * @throws Error if the formula gives neither `boolean` nor `booleanSeries`; let `parseExpression`
 *   refuse it with `conditionTypes`
 */
export function compileCondition(
  expression: Expression,
): (source: Source, tick: number) => boolean {
  const { type } = expression
  if (type !== 'boolean' && type !== 'booleanSeries') {
    throw new Error(`a stop condition is yes or no, not ${type}`)
  }
  const run = compileExpression(expression)
  let past: PastSource | undefined
  return (source, tick) => {
    if (past === undefined) past = new PastSource(source, tick)
    else past.move(source, tick)
    const value = run(past)
    return (typeof value === 'number' ? value : value[tick]) === 1
  }
}

/** What a stop condition may give: the `expects` of `parseExpression`. */
export const conditionTypes = ['boolean', 'booleanSeries'] as const
