import { broadcast, broadcast1, broadcast2 } from './broadcast.js'
import type { Expression } from './expression.js'
import { formFor, type Value } from './functions/definition.js'
import { functions } from './functions/index.js'
import { binaryOperators, unaryOperators } from './operators.js'
import { constantOf, type Source } from './source.js'
import { isPerTick } from './type.js'

type Compiled = (source: Source) => Value

/**
 * Makes a function of a checked formula, out of closures: no code is generated, and mathjs is not
 * needed.
 *
 * @returns a function that gives a number (a date as its day number, yes as 1, no as 0), or for a
 *   series or a condition per tick a fresh array of the source's length
 * @throws Error for a tree that `parseExpression` would not have made
 */
export function compileExpression(expression: Expression): (source: Source) => Value {
  const run = compile(expression)
  if (!isPerTick(expression.type)) return run
  // A bare measure, or a choice of one, would hand out the source's own array.
  return expression.kind === 'series' || expression.kind === 'choice'
    ? (source) => (run(source) as Float64Array).slice()
    : run
}

/** The value of a checked formula, see `compileExpression`. */
export function evaluateExpression(expression: Expression, source: Source): Value {
  return compileExpression(expression)(source)
}

function compile(expression: Expression): Compiled {
  switch (expression.kind) {
    case 'literal': {
      const value = expression.value ?? NaN
      return () => value
    }
    case 'constant': {
      const { name } = expression
      return (source) => constantOf(source, name)
    }
    case 'series':
      return compileSeries(expression.name, expression.args)
    case 'unary': {
      const apply = unaryOperators[expression.operator]
      const operand = compile(expression.operand)
      return (source) => broadcast1(apply, operand(source))
    }
    case 'binary': {
      const apply = binaryOperators[expression.operator]
      const left = compile(expression.left)
      const right = compile(expression.right)
      return (source) => broadcast2(apply, left(source), right(source))
    }
    case 'choice':
      return compileChoice(expression)
    case 'call':
      return compileCall(expression.name, expression.args)
  }
}

function compileSeries(name: string, args: readonly string[]): Compiled {
  return (source) => {
    const values = source.series(name, args)
    if (values.length !== source.n) {
      throw new Error(`${name} has ${values.length} values, but there are ${source.n} ticks`)
    }
    return values
  }
}

function compileChoice(choice: Expression & { kind: 'choice' }): Compiled {
  const condition = compile(choice.condition)
  const yes = compile(choice.yes)
  const no = compile(choice.no)
  if (isPerTick(choice.condition.type)) {
    const pick = (chosen: number, a: number, b: number) => (chosen === 1 ? a : b)
    return (source) => broadcast(pick, [condition(source), yes(source), no(source)])
  }
  const chosen: Compiled = (source) => (condition(source) === 1 ? yes(source) : no(source))
  if (!isPerTick(choice.type)) return chosen
  return (source) => {
    const value = chosen(source)
    return typeof value === 'number' ? new Float64Array(source.n).fill(value) : value
  }
}

function compileCall(name: string, args: readonly Expression[]): Compiled {
  const definition = functions.get(name)
  const form = definition && formFor(definition, args)
  if (form === undefined) throw new Error(`no function ${name} takes these arguments`)
  const parts = args.map(compile)
  if ('run' in form)
    return (source) =>
      form.run(
        source,
        parts.map((part) => part(source)),
      )
  const { each } = form
  if (parts.length === 1) return (source) => broadcast1(each, parts[0](source))
  if (parts.length === 2) return (source) => broadcast2(each, parts[0](source), parts[1](source))
  return (source) =>
    broadcast(
      each,
      parts.map((part) => part(source)),
    )
}
