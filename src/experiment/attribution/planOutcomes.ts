import { parseDate, yearFraction } from '../../calendar/index.js'
import { quote } from '../../diagnostics/index.js'
import type { SymbolTable } from '../../expression/index.js'
import type { Findings, ScenarioDocument } from '../../scenario/index.js'
import type { Ask } from '../ask.js'
import { endOf, unitOf } from '../outcomeHeads.js'
import { readOutcomes } from '../sweep/outcomes.js'
import type { PlannedOutcome } from './AttributionDesign.js'
import { refuse } from './located.js'
import type { WrittenAttributed } from './writtenCauses.js'

/**
 * Reads what is attributed. A dated outcome gives its restricted mean date and, if a day is named, also whether it had
 * come by then: both from the same answer of a run.
 *
 * @throws InputError if a formula is wrong, a day lies outside the scenario, or days are named where there is no date
 */
export async function planOutcomes(
  written: readonly WrittenAttributed[],
  symbols: SymbolTable,
  document: ScenarioDocument,
  findings: Findings,
  file?: string,
): Promise<{ readonly ask: Ask; readonly outcomes: readonly PlannedOutcome[] }> {
  const asked = written.map(({ id, title, formula, unit }) => ({ id, title, formula, unit }))
  const ask = await readOutcomes(asked, symbols, file)
  const outcomes = ask.numbers.flatMap(
    ({ id, title, formula, unit, expression }, question): PlannedOutcome[] => {
      const { type } = expression
      const head = { id, title, formula, question }
      const days = daysOf(question)
      if (type === 'date') {
        const { horizon = endOf(document), by } = days
        const date: PlannedOutcome = { ...head, take: { kind: 'date', horizon } }
        if (by === undefined) return [date]
        const until = written[question].by
        return [
          {
            ...head,
            id: `${id}-by`,
            title: `${title}, by ${until}`,
            formula: `${formula} <= ${until}`,
            take: { kind: 'by', day: by },
          },
          date,
        ]
      }
      for (const key of ['by', 'horizon'] as const) {
        if (written[question][key] === undefined) continue
        refuse(findings, ['outcomes', question, key], `${quote(id)} is no date`, {
          expected: `no ${quote(key)}, or a formula that gives a date`,
        })
      }
      return [
        {
          ...head,
          take:
            type === 'boolean'
              ? { kind: 'boolean' }
              : { kind: 'number', unit: unitOf({ unit, expression }) },
        },
      ]
    },
  )
  return { ask, outcomes }

  function daysOf(question: number): { readonly horizon?: number; readonly by?: number } {
    const { horizon, by } = written[question]
    const horizonDay = horizon === undefined ? undefined : dayWithin(horizon, question, 'horizon')
    return {
      ...(horizonDay === undefined ? {} : { horizon: yearFraction(horizonDay) }),
      ...(by === undefined ? {} : { by: dayWithin(by, question, 'by') }),
    }
  }

  /** What runs did not live to see, nobody can ask them. */
  function dayWithin(text: string, question: number, key: 'by' | 'horizon'): number {
    const { start, end } = document.time
    const [first, last, day] = [start, end, text].map((date) => parseDate(date) ?? NaN)
    if (!(day >= first && day <= last)) {
      refuse(findings, ['outcomes', question, key], `${quote(text)} is no day of the scenario`, {
        expected: `a day from ${start} to ${end}`,
      })
    }
    return day
  }
}
