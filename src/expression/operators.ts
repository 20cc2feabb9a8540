import { pow } from '../numeric/index.js'
import type { BinaryOperator, UnaryOperator } from './expression.js'

/**
 * What the operators do with two numbers. Yes is 1 and no is 0; dates are days. As in IEEE 754, a
 * comparison with NaN (never) is no, except that != is yes.
 */
export const binaryOperators: Readonly<
  Record<BinaryOperator, (left: number, right: number) => number>
> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': pow,
  '<': (a, b) => (a < b ? 1 : 0),
  '<=': (a, b) => (a <= b ? 1 : 0),
  '>': (a, b) => (a > b ? 1 : 0),
  '>=': (a, b) => (a >= b ? 1 : 0),
  '==': (a, b) => (a === b ? 1 : 0),
  '!=': (a, b) => (a !== b ? 1 : 0),
  and: (a, b) => a * b,
  or: (a, b) => (a + b > 0 ? 1 : 0),
}

/** What a minus sign and `not` do with a number. */
export const unaryOperators: Readonly<Record<UnaryOperator, (x: number) => number>> = {
  '-': (x) => -x,
  not: (x) => 1 - x,
}
