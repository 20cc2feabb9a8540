import type { OutcomeHead } from '../archive/index.js'
import { parseDate, yearFraction } from '../calendar/index.js'
import type { ScenarioDocument } from '../scenario/index.js'
import type { AskedFormula } from './ask.js'

/** A plan's question as results tell it. */
export function outcomeHead({ id, title, formula, unit, expression }: AskedFormula): OutcomeHead {
  const { type } = expression
  return {
    id,
    title,
    formula,
    unit: type === 'date' ? 'year' : unit,
    type: type === 'date' || type === 'boolean' ? type : 'number',
  }
}

/** The decimal year up to which dated outcomes are watched: the end of the scenario. */
export function horizonOf({ time }: ScenarioDocument): number {
  return yearFraction(parseDate(time.end) ?? NaN)
}

/** A day number as a decimal year; what never came, or came later, is the horizon: censored, not dropped. */
export function restrictedYear(day: number, horizon: number): number {
  const year = yearFraction(day)
  return year <= horizon ? year : horizon
}
