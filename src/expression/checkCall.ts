import { asDate, type Checked, type Checker } from './checked.js'
import { type Expression, literalDay } from './expression.js'
import {
  accepts,
  type FunctionDefinition,
  type FunctionForm,
  type ParameterKind,
  takes,
  typeOfCall,
  wanted,
} from './functions/definition.js'
import { exampleSeries, outsideOf, type SymbolTable } from './symbols.js'
import type { Syntax } from './syntax.js'
import { describeType } from './type.js'

/**
 * A call of a function: the first of its forms that takes these arguments.
 *
 * @throws InputError for a wrong number of arguments, or for the first one that does not fit
 */
export function checkCall(
  definition: FunctionDefinition,
  syntax: Syntax & { kind: 'call' },
  checker: Checker,
): Expression {
  const { name, signature, forms } = definition
  const args = syntax.args.map(checker.check)
  const candidates = forms.filter((form) => takes(form, args.length))
  if (candidates.length === 0) {
    const given = args.length === 1 ? 'one argument' : `${args.length || 'no'} arguments`
    throw checker.complain(syntax.at, `${name}() cannot take ${given}`, { expected: signature })
  }
  let closest = { form: candidates[0], misfit: -1 }
  for (const form of candidates) {
    const misfit = args.findIndex((part, i) => !fits(part, wanted(form, i)))
    if (misfit < 0) return callOf(name, form, args, checker)
    if (misfit > closest.misfit) closest = { form, misfit }
  }
  const kind = wanted(closest.form, closest.misfit)
  const part = args[closest.misfit]
  const order = args.length > 1 ? ` as argument ${closest.misfit + 1}` : ''
  throw checker.complain(
    part.at,
    `${name}() wants ${describeKind(kind, checker.symbols)}${order}, but got ${describeType(part.type)}`,
    { expected: signature, hint: remedy(kind, part, checker.symbols) },
  )
}

function fits(part: Checked, kind: ParameterKind): boolean {
  if (part.type === 'text') return kind === 'date'
  return accepts(kind, part.tree)
}

function callOf(name: string, form: FunctionForm, parts: Checked[], checker: Checker): Expression {
  const args = parts.map((part) => {
    const tree = part.type === 'text' ? asDate(part, checker.complain) : part.tree
    return tree!
  })
  refuseBackwards(form, parts, args, checker)
  refuseOutside(form, parts, args, checker)
  return { kind: 'call', type: typeOfCall(form, args), name, args }
}

/** A window written from a later to an earlier date can only be a slip. */
function refuseBackwards(
  form: FunctionForm,
  parts: Checked[],
  args: Expression[],
  { complain }: Checker,
): void {
  if (form.wants[1] !== 'date' || form.wants[2] !== 'date') return
  const [, from, to] = args
  if (from.kind !== 'literal' || to.kind !== 'literal') return
  if (from.value !== null && to.value !== null && from.value > to.value) {
    throw complain(parts[2].at, 'the second date is before the first', {
      expected: 'the earlier date first',
    })
  }
}

/** A date at which no run can be looked at would leave every run without an answer. */
function refuseOutside(
  form: FunctionForm,
  parts: Checked[],
  args: Expression[],
  { symbols, complain }: Checker,
): void {
  if (symbols.span === undefined || !('withinRun' in form) || !form.withinRun) return
  for (const [k, part] of parts.entries()) {
    if (wanted(form, k) !== 'date') continue
    const day = literalDay(args[k])
    const outside = day === undefined ? undefined : outsideOf(symbols.span, day)
    if (outside === undefined) continue
    const { message, ...details } = outside
    throw complain(part.at, message, details)
  }
}

function describeKind(kind: ParameterKind, symbols: SymbolTable): string {
  switch (kind) {
    case 'number':
      return 'a number or a series'
    case 'series':
      return `a series such as ${exampleSeries(symbols)}`
    case 'booleanSeries':
      return `a condition such as ${exampleSeries(symbols)} >= 0.5`
    case 'date':
      return 'a date such as "1990-11-15"'
    case 'count':
      return 'a whole number written out, 0 or more'
  }
}

function remedy(kind: ParameterKind, part: Checked, symbols: SymbolTable): string | undefined {
  if (kind === 'booleanSeries' && part.type === 'series') {
    return 'Compare the series with something; for a total write sum(…), for the last value final(…)'
  }
  if (kind === 'series' && part.type === 'booleanSeries') {
    return 'To know in how many ticks a condition holds, write count(…)'
  }
  if (kind === 'series' && part.type === 'text' && symbols.series) {
    return `Name the measure without quotes: ${exampleSeries(symbols)}`
  }
  return undefined
}
