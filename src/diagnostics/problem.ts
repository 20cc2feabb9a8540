import { printable, quote } from './printable.js'

/** One thing wrong with what a person gave us. */
export interface Problem {
  /** What is wrong, without the place and without a full stop: `unknown mechanism "presure"`. */
  readonly message: string
  /** The file, as the user named it. */
  readonly file?: string | undefined
  /** Line in the file, from 1. */
  readonly line?: number | undefined
  /** Column in the line, from 1. */
  readonly column?: number | undefined
  /** What would have been right: `one of the mechanisms of the library`. */
  readonly expected?: string | undefined
  /** The valid name closest to what was written, see `nearest`. */
  readonly nearest?: string | undefined
  /** What to do about it, a whole sentence. */
  readonly hint?: string | undefined
}

/**
 * A problem in one line of text:
 * `scenarios/x.yaml:12:5: unknown mechanism "presure". Expected one of the mechanisms of the library.
 * Did you mean "pressure"?`
 *
 * Safe to print: control characters in any part come out as escapes.
 */
export function describeProblem(problem: Problem): string {
  const sentences = [closed(problem.message)]
  if (problem.expected) sentences.push(closed(`Expected ${problem.expected}`))
  if (problem.nearest) sentences.push(`Did you mean ${quote(problem.nearest)}?`)
  if (problem.hint) sentences.push(closed(problem.hint))
  const place = placeOf(problem)
  return printable(place === '' ? sentences.join(' ') : `${place}: ${sentences.join(' ')}`)
}

function placeOf({ file, line, column }: Problem): string {
  if (line === undefined) return file ?? ''
  const position = column === undefined ? `${line}` : `${line}:${column}`
  return file === undefined ? `line ${position}` : `${file}:${position}`
}

/** The text with a full stop, unless it ends a sentence already. */
function closed(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`
}
