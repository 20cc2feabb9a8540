import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { checkCall } from './checkCall.js'
import type { Checked, Checker } from './checked.js'
import { checkBinary, checkChoice, checkUnary } from './checkOperators.js'
import { checkSeries } from './checkSeries.js'
import type { Complain } from './complaint.js'
import type { Expression } from './expression.js'
import { functions } from './functions/index.js'
import { lookUp, type SymbolTable } from './symbols.js'
import type { Syntax } from './syntax.js'

/**
 * Gives every part of a formula its type, and every name its meaning.
 *
 * @throws InputError for an unknown name, a wrong number of arguments or a wrong type
 */
export function checkTypes(syntax: Syntax, symbols: SymbolTable, complain: Complain): Expression {
  const checker: Checker = { symbols, complain, check: (node) => check(node, checker) }
  const result = checker.check(syntax)
  if (result.type === 'text') {
    throw complain(result.at, 'text is no answer', {
      hint: `For a date, write date(${quote(result.text)})`,
    })
  }
  return result.tree
}

function check(syntax: Syntax, checker: Checker): Checked {
  const { at } = syntax
  switch (syntax.kind) {
    case 'number':
      return checked(at, { kind: 'literal', type: 'scalar', value: syntax.value })
    case 'truth':
      return checked(at, { kind: 'literal', type: 'boolean', value: Number(syntax.value) })
    case 'text':
      return { type: 'text', at, text: syntax.value }
    case 'name':
      return checkName(syntax.name, at, checker)
    case 'call': {
      const definition = functions.get(syntax.name)
      const symbol = definition ? undefined : lookUp(checker.symbols.series, syntax.name)
      if (definition) return checked(at, checkCall(definition, syntax, checker))
      if (symbol) return checked(at, checkSeries(syntax.name, symbol, at, syntax.args, checker))
      throw unknown('function or measure', syntax.name, at, checker)
    }
    case 'unary':
      return checked(at, checkUnary(syntax, checker))
    case 'binary':
      return checked(at, checkBinary(syntax, checker))
    case 'choice':
      return checked(at, checkChoice(syntax, checker))
  }
}

/** A checked part that has a value. */
function checked(at: number, tree: Expression): Checked {
  return { type: tree.type, at, tree }
}

function checkName(name: string, at: number, checker: Checker): Checked {
  const constant = lookUp(checker.symbols.constants, name)
  if (constant) {
    const { type, value } = constant
    if (value === undefined) return checked(at, { kind: 'constant', type, name })
    const number = type === 'boolean' ? Number(Boolean(value)) : Number(value)
    if (number === Infinity || number === -Infinity) {
      throw checker.complain(at, `the constant ${name} is infinite`)
    }
    return checked(at, { kind: 'literal', type, value: Number.isNaN(number) ? null : number + 0 })
  }
  const symbol = lookUp(checker.symbols.series, name)
  if (symbol) return checked(at, checkSeries(name, symbol, at, [], checker))
  const definition = functions.get(name)
  if (definition) {
    throw checker.complain(at, `the function ${name} stands without arguments`, {
      expected: definition.signature,
    })
  }
  throw unknown('name', name, at, checker)
}

function unknown(what: string, name: string, at: number, { symbols, complain }: Checker): Error {
  const measures = Object.keys(symbols.series)
  const constants = Object.keys(symbols.constants)
  const subject = Object.values(symbols.series).some((s) => s.subjects.flat().includes(name))
  return complain(at, `unknown ${what} ${quote(name)}`, {
    nearest: nearest(name, [...measures, ...constants, ...functions.keys()]),
    expected:
      measures.length > 0
        ? `a function, or a measure: ${oneOf(measures)}`
        : 'a function such as mean()',
    hint: subject ? `Write it in quotes: ${quote(name)}` : undefined,
  })
}
