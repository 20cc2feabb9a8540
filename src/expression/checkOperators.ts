import { asDate, type Checked, type Checker } from './checked.js'
import type { BinaryOperator, Expression } from './expression.js'
import type { Syntax } from './syntax.js'
import { describeType, isLogical, isNumeric, isPerTick, type ValueType } from './type.js'

/** A sign or a `not`. @throws InputError for the wrong type */
export function checkUnary(syntax: Syntax & { kind: 'unary' }, checker: Checker): Expression {
  const { at, operator } = syntax
  const part = checker.check(syntax.operand)
  const wants = operator === 'not' ? 'a condition' : 'a number or a series'
  const right = operator === 'not' ? isLogical(part.type) : isNumeric(part.type)
  if (!right || part.type === 'text') {
    throw checker.complain(at, `${operator} wants ${wants}, but got ${describeType(part.type)}`, {
      hint: operator === 'not' ? 'not binds tightly; put a comparison in parentheses' : undefined,
    })
  }
  if (operator === '+') return part.tree
  return { kind: 'unary', type: part.type, operator, operand: part.tree }
}

/**
 * Two sides and an operator. Numbers and series mix, the result being a series. Dates have a
 * difference, in days; days can be added to a date. Text beside a date is read as one.
 *
 * @throws InputError where the sides do not go together
 */
export function checkBinary(syntax: Syntax & { kind: 'binary' }, checker: Checker): Expression {
  const { operator, at } = syntax
  const sides = [checker.check(syntax.left), checker.check(syntax.right)] as const
  const [left, right] = beside(sides, checker)
  const type =
    left.type === 'text' || right.type === 'text'
      ? undefined
      : typeOfBinary(operator, left.type, right.type)
  if (type === undefined || left.type === 'text' || right.type === 'text') {
    const [a, b] = [describeType(left.type), describeType(right.type)]
    throw checker.complain(at, `${operator} cannot go between ${a} and ${b}`, {
      expected: expectation(operator),
    })
  }
  return { kind: 'binary', type, operator, left: left.tree, right: right.tree }
}

/**
 * `condition ? yes : no`. With a condition per tick, each tick chooses.
 *
 * @throws InputError if the condition is none, or the two choices are of different kinds
 */
export function checkChoice(syntax: Syntax & { kind: 'choice' }, checker: Checker): Expression {
  const { at } = syntax
  const condition = checker.check(syntax.condition)
  if (condition.type !== 'boolean' && condition.type !== 'booleanSeries') {
    throw checker.complain(
      condition.at,
      `? wants a condition before it, but got ${describeType(condition.type)}`,
    )
  }
  const [yes, no] = beside([checker.check(syntax.yes), checker.check(syntax.no)], checker)
  if (yes.type === 'text' || no.type === 'text') {
    const part = yes.type === 'text' ? yes : no
    throw checker.complain(part.at, 'text cannot be chosen', {
      hint: 'For a date, write date("…")',
    })
  }
  const type = typeOfChoice(condition.type, yes.type, no.type)
  if (type === undefined) {
    const [a, b] = [describeType(yes.type), describeType(no.type)]
    const each = condition.type === 'booleanSeries' ? ' in each tick' : ''
    throw checker.complain(at, `a choice${each} between ${a} and ${b} is not possible`)
  }
  return { kind: 'choice', type, condition: condition.tree, yes: yes.tree, no: no.tree }
}

/** Two parts, where text beside a date has become a date. */
function beside([left, right]: readonly [Checked, Checked], { complain }: Checker) {
  const read = (part: Checked, other: Checked): Checked => {
    if (part.type !== 'text' || other.type !== 'date') return part
    return { type: 'date', at: part.at, tree: asDate(part, complain)! }
  }
  return [read(left, right), read(right, left)] as const
}

function typeOfBinary(
  operator: BinaryOperator,
  left: ValueType,
  right: ValueType,
): ValueType | undefined {
  const perTick = isPerTick(left) || isPerTick(right)
  switch (operator) {
    case 'and':
    case 'or':
      if (!isLogical(left) || !isLogical(right)) return undefined
      return perTick ? 'booleanSeries' : 'boolean'
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
      if (left === 'date' && right === 'date') return 'boolean'
      if (!isNumeric(left) || !isNumeric(right)) return undefined
      return perTick ? 'booleanSeries' : 'boolean'
    default:
      if (isNumeric(left) && isNumeric(right)) return perTick ? 'series' : 'scalar'
      if (operator === '-' && left === 'date' && right === 'date') return 'scalar'
      if ((operator === '-' || operator === '+') && left === 'date' && right === 'scalar')
        return 'date'
      return operator === '+' && left === 'scalar' && right === 'date' ? 'date' : undefined
  }
}

function typeOfChoice(condition: ValueType, yes: ValueType, no: ValueType): ValueType | undefined {
  const perTick = [condition, yes, no].some(isPerTick)
  if (isNumeric(yes) && isNumeric(no)) return perTick ? 'series' : 'scalar'
  if (isLogical(yes) && isLogical(no)) return perTick ? 'booleanSeries' : 'boolean'
  return yes === 'date' && no === 'date' && !perTick ? 'date' : undefined
}

function expectation(operator: BinaryOperator): string {
  if (operator === 'and' || operator === 'or') return 'conditions on both sides'
  if (operator === '+') return 'numbers or series, or a date and a number of days'
  if (operator === '-') return 'numbers or series, two dates, or a date and a number of days'
  if ('*/^'.includes(operator)) return 'numbers or series'
  return 'numbers or series, or two dates'
}
