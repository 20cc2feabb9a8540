import { InputError, quote } from '../../diagnostics/index.js'
import {
  type Expression,
  literalDay,
  outsideOf,
  parseExpression,
  type SymbolTable,
} from '../../expression/index.js'
import type { ScenarioDocument } from '../../scenario/index.js'
import type { Ask, AskedFormula } from '../ask.js'
import type { WrittenOutcome } from './writtenSweep.js'

/**
 * Reads what each run is asked: formulas are parsed here, once, and travel as trees.
 *
 * @param file where the outcomes were written, for messages
 * @throws InputError if a formula is wrong, with the position in it, or two outcomes have one id
 */
export async function readOutcomes(
  written: readonly WrittenOutcome[],
  symbols: SymbolTable,
  file?: string,
): Promise<Ask> {
  const numbers: AskedFormula[] = []
  const series: (AskedFormula & { every: number })[] = []
  const seen = new Set<string>()
  for (const { id, title = id, formula, unit, every, at } of written) {
    const origin = { name: `outcome "${id}"`, ...(file === undefined ? {} : { file }) }
    if (seen.has(id))
      throw new InputError({ file, message: `two outcomes are called ${quote(id)}` })
    seen.add(id)
    if (every !== undefined && at !== undefined) {
      throw new InputError({
        file,
        message: `outcome ${quote(id)} is kept both every ${every} ticks and at a date`,
        expected: 'one of the two',
      })
    }
    const perTick = every !== undefined || at !== undefined
    let expression = await parseExpression(formula, symbols, {
      ...origin,
      expects: perTick ? ['series'] : ['scalar', 'boolean', 'date'],
    })
    if (at !== undefined) expression = valueAtDate(expression, await dateOf(at, symbols, origin))
    const asked = {
      id,
      title,
      formula: at === undefined ? formula : `at(${formula}, ${at})`,
      unit: unit ?? (expression.type === 'date' ? '' : '1'),
      expression,
    }
    if (every === undefined) numbers.push(asked)
    else series.push({ ...asked, every })
  }
  return { numbers, ties: [], series }
}

async function dateOf(
  at: string,
  symbols: SymbolTable,
  origin: { readonly name: string; readonly file?: string },
): Promise<Expression> {
  const formula = /^\d{4}-\d{2}-\d{2}$/.test(at) ? `date("${at}")` : at
  const date = await parseExpression(formula, symbols, { ...origin, expects: ['date'] })
  const day = literalDay(date)
  const outside = day === undefined || !symbols.span ? undefined : outsideOf(symbols.span, day)
  if (outside === undefined) return date
  const { name, file } = origin
  throw new InputError({ ...outside, file, message: `${name}: ${outside.message}` })
}

/** The same names, whatever the days: a scenario's own questions may be put to runs that end early. */
export function anyDay(symbols: SymbolTable): SymbolTable {
  return { ...symbols, span: undefined }
}

function valueAtDate(series: Expression, date: Expression): Expression {
  return { kind: 'call', type: 'scalar', name: 'at', args: [series, date] }
}

/** What a scenario's own checks ask of a run: the outcomes where nobody names any. */
export function outcomesOfChecks({ checks = [] }: ScenarioDocument): WrittenOutcome[] {
  return checks.flatMap((check) =>
    check.kind === 'pairs'
      ? []
      : [
          {
            id: check.id,
            title: check.title,
            formula: check.outcome,
            ...(check.unit === undefined ? {} : { unit: check.unit }),
          },
        ],
  )
}
