import { InputError, type Problem, quote } from '../diagnostics/index.js'

/** Where a formula stands, so that a mistake in it can be found. */
export interface FormulaOrigin {
  /** What the formula is for, such as `outcome of check "delay"`; its text is shown in any case. */
  readonly name?: string | undefined
  readonly file?: string | undefined
  /** Line of the formula in its file, from 1. */
  readonly line?: number | undefined
  /** Column of the formula in its file, from 1. Without it, problems carry the formula's column. */
  readonly column?: number | undefined
}

/** What may be said besides the message. */
export interface ComplaintDetails {
  readonly expected?: string | undefined
  readonly nearest?: string | undefined
  /** What to do about it, a sentence. */
  readonly hint?: string | undefined
}

/** Makes the error for a mistake `at` characters (from 0) into the formula; the caller throws it. */
export type Complain = (at: number, message: string, details?: ComplaintDetails) => InputError

/**
 * The complaints about one formula. Each has one problem, whose message shows the formula (a long
 * one: the part around the mistake) and the column within it, from 1.
 */
export function complaintsAbout(formula: string, origin: FormulaOrigin = {}): Complain {
  return (at, message, details = {}) => {
    const subject = origin.name === undefined ? 'formula' : `${origin.name}: formula`
    const problem: Problem = {
      ...details,
      file: origin.file,
      line: origin.line,
      column: origin.column ?? at + 1,
      message: `${subject} ${quote(excerpt(formula, at))}, column ${at + 1}: ${message}`,
    }
    return new InputError([problem])
  }
}

/** At most some 60 characters around a place, and the whole of a formula that is not longer. */
function excerpt(formula: string, at: number): string {
  if (formula.length <= 58) return formula
  const from = Math.max(0, Math.min(at - 29, formula.length - 58))
  const part = formula.slice(from, from + 58)
  return `${from > 0 ? '…' : ''}${part}${from + 58 < formula.length ? '…' : ''}`
}
