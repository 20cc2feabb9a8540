import { calendarYear, type OutcomeHead } from '../archive/index.js'
import { parseDate, yearFraction } from '../calendar/index.js'
import { givesYear } from '../expression/index.js'
import type { ScenarioDocument } from '../scenario/index.js'
import type { AskedFormula } from './ask.js'
import type { Plan } from './plan.js'

/** A plan's question as results tell it. */
export function outcomeHead({ id, title, formula, unit, expression }: AskedFormula): OutcomeHead {
  const { type } = expression
  return {
    id,
    title,
    formula,
    unit: type === 'date' ? 'year' : unitOf({ unit, expression }),
    type: type === 'date' || type === 'boolean' ? type : 'number',
  }
}

/** The unit of a number; that of a year of the calendar is no duration. */
export function unitOf({ unit, expression }: Pick<AskedFormula, 'unit' | 'expression'>): string {
  return givesYear(expression) ? calendarYear : unit
}

/** The decimal year up to which dated outcomes are watched: the end of the scenario. */
export function endOf({ time }: ScenarioDocument): number {
  return yearFraction(parseDate(time.end) ?? NaN)
}

/**
 * The decimal year up to which all runs of a plan are watched: the earliest end of any of its cases. What came later in
 * some of them counts as never, lest the cases that run longer seem to bring it about.
 */
export function horizonOf(plan: Pick<Plan, 'scenario' | 'factors' | 'points' | 'treatments'>) {
  const { scenario, factors, points, treatments } = plan
  const isEnd = ({ path }: { readonly path: readonly (string | number)[] }) =>
    path.join('.') === 'time.end'
  const column = factors.findIndex(isEnd)
  const ends =
    column >= 0
      ? points.map(({ values }) => values[column])
      : treatments.map(({ patches }) => patches.filter(isEnd).at(-1)?.value ?? scenario.time.end)
  return [...new Set(ends)].reduce(
    (least: number, end) => Math.min(least, yearFraction(parseDate(String(end)) ?? NaN)),
    Infinity,
  )
}

/** A day number as a decimal year; what never came, or came later, is the horizon: censored, not dropped. */
export function restrictedYear(day: number, horizon: number): number {
  const year = yearFraction(day)
  return year <= horizon ? year : horizon
}
