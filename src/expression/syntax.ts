import type { BinaryOperator, UnaryOperator } from './expression.js'

/**
 * A formula as written, before names and types are looked at. `at` is the character (from 0) to
 * point at when the node is wrong: the start of a value, the sign of an operator.
 */
export type Syntax =
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'truth'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | {
      readonly kind: 'call'
      readonly at: number
      readonly name: string
      readonly args: readonly Syntax[]
    }
  | {
      readonly kind: 'unary'
      readonly at: number
      readonly operator: UnaryOperator | '+'
      readonly operand: Syntax
    }
  | {
      readonly kind: 'binary'
      readonly at: number
      readonly operator: BinaryOperator
      readonly left: Syntax
      readonly right: Syntax
    }
  | {
      readonly kind: 'choice'
      readonly at: number
      readonly condition: Syntax
      readonly yes: Syntax
      readonly no: Syntax
    }
