import type { Complain } from './complaint.js'

/** As much of a node of mathjs's syntax tree as is read here; `type` names its class. */
export interface ParsedNode {
  readonly type: string
  readonly op?: string
  readonly implicit?: boolean
  readonly name?: string
  readonly value?: unknown
  readonly fn?: ParsedNode | string
  readonly args?: readonly ParsedNode[]
  readonly content?: ParsedNode
  readonly condition?: ParsedNode
  readonly trueExpr?: ParsedNode
  readonly falseExpr?: ParsedNode
}

type Parse = (text: string) => ParsedNode

let loading: Promise<Parse> | undefined

/**
 * mathjs's parser, loaded at the first call: the import costs half a second (`mathjs/number`; all
 * of mathjs costs a whole one), which a program that reads no formula should not pay.
 */
export function loadMathParser(): Promise<Parse> {
  loading ??= import('mathjs/number').then(({ create, parseDependencies }) => {
    const { parse } = create({ parseDependencies })
    return (text) => parse(text) as unknown as ParsedNode
  })
  return loading
}

/**
 * Parses a formula that has passed the gate of `tokenize`.
 *
 * @throws InputError, mathjs's syntax errors in our words with their position
 */
export async function parseWithMath(formula: string, complain: Complain): Promise<ParsedNode> {
  const parse = await loadMathParser()
  try {
    // A line break would separate two statements; a folded formula is one.
    return parse(formula.replace(/[\t\r\n]/g, ' '))
  } catch (error) {
    throw translate(error, formula, complain)
  }
}

const translations: readonly (readonly [pattern: RegExp, message: string, expected?: string])[] = [
  [/^Parenthesis \) expected/, 'a parenthesis is not closed', ')'],
  [/^Unexpected end/, 'it ends where a value should follow', 'a number, a name or ('],
  [/^Value expected/, 'a value is missing', 'a number, a name or ('],
  [/^False part/, 'a choice lacks its second part', 'condition ? this : that'],
  [/^The true-expression/, 'a choice lacks its first part', 'condition ? this : that'],
]

function translate(error: unknown, formula: string, complain: Complain): Error {
  // The parser descends recursively; a long chain of ^ or ? may exhaust the stack.
  if (error instanceof RangeError) return complain(0, 'it is nested too deeply')
  if (!(error instanceof Error)) return complain(0, 'it cannot be read')
  const char = 'char' in error && typeof error.char === 'number' ? error.char : 1
  const at = Math.min(Math.max(char - 1, 0), formula.length)
  for (const [pattern, message, expected] of translations) {
    if (pattern.test(error.message)) return complain(at, message, { expected })
  }
  const part = /^Unexpected (?:operator|part) "?(.*?)"? \(char/.exec(error.message)?.[1]
  if (part === undefined) return complain(at, 'it cannot be read from here on')
  return complain(at, `${JSON.stringify(part || '"')} is not expected here`, {
    expected: 'an operator between two values, or the end of the formula',
  })
}
