import type { ValueType } from './type.js'

/** + - * / ^ on numbers, + and - on dates, comparisons, `and`, `or`. */
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | 'and'
  | 'or'

/** A minus sign or `not`. */
export type UnaryOperator = '-' | 'not'

/**
 * A checked formula: a typed tree of plain data. It survives JSON, so that it can be stored in a
 * plan and sent to a worker, which compiles it without mathjs.
 *
 * Literal dates are day numbers since 1970-01-01, literal booleans 0 or 1; a literal `null` is NaN
 * (a date that never comes), which JSON cannot hold.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly type: ValueType; readonly value: number | null }
  | { readonly kind: 'constant'; readonly type: ValueType; readonly name: string }
  | {
      readonly kind: 'series'
      readonly type: 'series'
      readonly name: string
      readonly args: readonly string[]
    }
  | {
      readonly kind: 'unary'
      readonly type: ValueType
      readonly operator: UnaryOperator
      readonly operand: Expression
    }
  | {
      readonly kind: 'binary'
      readonly type: ValueType
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'choice'
      readonly type: ValueType
      readonly condition: Expression
      readonly yes: Expression
      readonly no: Expression
    }
  | {
      readonly kind: 'call'
      readonly type: ValueType
      readonly name: string
      readonly args: readonly Expression[]
    }

/** The day that is written out, as text or by `date(…)`; undefined for one that is computed, and for never. */
export function literalDay(expression: Expression): number | undefined {
  if (expression.kind === 'call' && expression.name === 'date')
    return literalDay(expression.args[0])
  if (expression.kind !== 'literal' || expression.type !== 'date') return undefined
  return expression.value ?? undefined
}

/** Whether the number is a year of the calendar: it comes of `year(…)` and is told without a thousands separator. */
export function givesYear(expression: Expression): boolean {
  if (expression.type !== 'scalar') return false
  if (expression.kind === 'choice') return givesYear(expression.yes) && givesYear(expression.no)
  if (expression.kind !== 'call') return false
  const { name, args } = expression
  return name === 'year' || (/^(min|max)$/.test(name) && args.every(givesYear))
}

/** The series that a formula asks for, each once. */
export function seriesIn(expression: Expression, found = new Set<string>()): ReadonlySet<string> {
  if (expression.kind === 'series') found.add(expression.name)
  for (const part of Object.values(expression)) {
    for (const child of Array.isArray(part) ? part : [part]) {
      if (isExpression(child)) seriesIn(child, found)
    }
  }
  return found
}

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'kind' in value
}
