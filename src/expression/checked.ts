import { parseDate } from '../calendar/index.js'
import { quote } from '../diagnostics/index.js'
import type { Complain } from './complaint.js'
import type { Expression } from './expression.js'
import type { SymbolTable } from './symbols.js'
import type { Syntax } from './syntax.js'
import type { ValueType } from './type.js'

/** A part of a formula whose type is known. Literal text is not yet a value: it may become a date. */
export type Checked =
  | { readonly type: 'text'; readonly at: number; readonly text: string }
  | { readonly type: ValueType; readonly at: number; readonly tree: Expression }

/** What the checks of the single kinds of node share. */
export interface Checker {
  readonly symbols: SymbolTable
  readonly complain: Complain
  check(syntax: Syntax): Checked
}

/**
 * A part as a date, text being read as one; undefined if it is of another type.
 *
 * @throws InputError for text that is not a date
 */
export function asDate(part: Checked, complain: Complain): Expression | undefined {
  if (part.type === 'date') return part.tree
  if (part.type !== 'text') return undefined
  const day = parseDate(part.text)
  if (day === undefined) {
    throw complain(part.at, `${quote(part.text)} is not a date`, {
      expected: 'a day that exists, such as "1990-11-15"',
    })
  }
  return { kind: 'literal', type: 'date', value: day }
}
