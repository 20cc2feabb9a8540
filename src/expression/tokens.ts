import { quote } from '../diagnostics/index.js'
import type { Complain } from './complaint.js'

/** A piece of a formula and where it starts, in characters from 0. */
export interface Token {
  readonly kind: 'number' | 'text' | 'word' | 'operator'
  readonly text: string
  readonly at: number
}

/** Longest formula, in characters. */
export const maxLength = 2000
/** Deepest nesting of parentheses, and of the tree. */
export const maxDepth = 64

const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const word = /[A-Za-z_][A-Za-z0-9_]*/y
const text = /"[^"\\\p{Cc}]*"|'[^'\\\p{Cc}]*'/uy
const operator = /<=|>=|==|!=|[-+*/^<>(),?:]/y
const space = /[ \t\r\n]+/y

/** Words with a meaning in mathjs that formulas here do not use. */
const refusedWords = new Set([
  'mod',
  'to',
  'in',
  'xor',
  'end',
  'null',
  'undefined',
  'NaN',
  'Infinity',
])

const advice: Record<string, string> = {
  '=': 'To compare, write ==; a formula assigns nothing',
  '&': 'Write and',
  '|': 'Write or',
  '!': 'Write not, or != for "differs from"',
  '%': 'Write a share as a number: 0.5, not 50%',
  '“': 'Use straight quotes: "',
  '”': 'Use straight quotes: "',
  '‘': 'Use straight quotes: "',
  '’': 'Use straight quotes: "',
  '−': 'Use the hyphen as minus',
  '×': 'Write *',
  '·': 'Write *',
  '÷': 'Write /',
  '≥': 'Write >=',
  '≤': 'Write <=',
  '≠': 'Write !=',
  '.': 'Measures are asked for by their arguments, such as policy("US")',
  '[': 'There are no lists and indices; at(series, date) picks one value',
  '{': 'There are no objects in formulas',
  '\\': 'Text holds no backslash',
}

/**
 * Cuts a formula into tokens, and refuses every character and word that formulas have no use for.
 * It is the gate before mathjs: assignments, indices, objects, accessors, blocks and comments end
 * here, with an exact position, and mathjs keeps none of its own.
 *
 * @throws InputError by way of `complain`
 */
export function tokenize(formula: string, complain: Complain): Token[] {
  if (formula.trim() === '') {
    throw complain(0, 'it is empty', { expected: 'a formula such as mean(policy("US"))' })
  }
  if (formula.length > maxLength) {
    throw complain(maxLength, `it has ${formula.length} characters; at most ${maxLength} are read`)
  }
  const tokens: Token[] = []
  let depth = 0
  for (let at = 0; at < formula.length; ) {
    const token = tokenAt(formula, at, complain)
    at += token.text.length
    if (token.kind === 'space') continue
    if (token.text === '(' && ++depth > maxDepth) {
      throw complain(token.at, `parentheses are nested deeper than ${maxDepth}`)
    }
    if (token.text === ')') depth--
    tokens.push(token as Token)
  }
  return tokens
}

function tokenAt(
  formula: string,
  at: number,
  complain: Complain,
): { kind: Token['kind'] | 'space'; text: string; at: number } {
  const read = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(formula)?.[0]
  }
  let found = read(space)
  if (found !== undefined) return { kind: 'space', text: found, at }
  found = read(number)
  if (found !== undefined) {
    const end = at + found.length
    if (/[A-Za-z0-9_.]/.test(formula.charAt(end))) {
      throw complain(end, `the number ${quote(found, 12)} runs into ${nameOf(formula, end)}`, {
        expected: 'an operator, a comma or the end',
      })
    }
    if (!Number.isFinite(Number(found)))
      throw complain(at, `the number ${quote(found, 12)} is too large`)
    return { kind: 'number', text: found, at }
  }
  found = read(word)
  if (found !== undefined) {
    if (refusedWords.has(found)) throw complain(at, `"${found}" is not part of formulas`)
    return { kind: 'word', text: found, at }
  }
  found = read(text)
  if (found !== undefined) return { kind: 'text', text: found, at }
  found = read(operator)
  if (found !== undefined) return { kind: 'operator', text: found, at }
  const character = String.fromCodePoint(formula.codePointAt(at)!)
  if (character === '"' || character === "'") {
    throw complain(at, 'text in quotes is not closed, or holds a backslash or a control character')
  }
  const hint = Object.hasOwn(advice, character) ? advice[character] : undefined
  throw complain(at, `${nameOf(formula, at)} is not part of formulas`, { hint })
}

/** The character at a place, with its code point if it could be mistaken for another. */
function nameOf(formula: string, at: number): string {
  const code = formula.codePointAt(at)!
  const character = quote(String.fromCodePoint(code))
  if (code > 32 && code < 127) return character
  return `${character} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}
