import { checkTypes } from './checkTypes.js'
import { type Complain, complaintsAbout, type FormulaOrigin } from './complaint.js'
import type { Expression } from './expression.js'
import { parseWithMath } from './mathParser.js'
import { readSyntax } from './readSyntax.js'
import type { SymbolTable } from './symbols.js'
import { tokenize } from './tokens.js'
import { describeType, type ValueType } from './type.js'

/** Where a formula stands, and what it must give. */
export interface ParseOptions extends FormulaOrigin {
  /** The types that the caller can use; any, if absent. */
  readonly expects?: readonly ValueType[]
}

/**
 * Reads a formula of a user's: text → tokens (a gate that lets only formulas' characters pass) →
 * mathjs's parser, loaded at the first call → our syntax (an allow-list) → types. Nothing of the
 * text is ever executed.
 *
 * @param formula at most 2,000 characters, nested at most 64 deep
 * @param symbols the names it may use
 * @returns a typed tree of plain data, to be compiled by `compileExpression`
 * @throws InputError (rejects) with one problem: the formula, the column within it, what is wrong
 *   and what would be right
 */
export async function parseExpression(
  formula: string,
  symbols: SymbolTable,
  options: ParseOptions = {},
): Promise<Expression> {
  const complain = complaintsAbout(formula, options)
  const tokens = tokenize(formula, complain)
  const syntax = readSyntax(await parseWithMath(formula, complain), tokens, complain)
  const expression = checkTypes(syntax, symbols, complain)
  mustGive(expression, options.expects, complain, tokens[0].at)
  return expression
}

const remedies: Partial<Record<ValueType, string>> = {
  series: 'Make one number of it: mean(…), final(…) or at(…, "1990-12-31")',
  booleanSeries: 'Make one answer of it: first(…), count(…), any(…) or all(…)',
}

function mustGive(
  { type }: Expression,
  expects: readonly ValueType[] | undefined,
  complain: Complain,
  at: number,
): void {
  if (expects === undefined || expects.includes(type)) return
  throw complain(at, `it gives ${describeType(type)}`, {
    expected: expects.map(describeType).join(' or '),
    hint: remedies[type],
  })
}
