import {
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { InputError, type Problem, quote } from '../diagnostics/index.js'
import { Places } from './places.js'

/** A YAML file as plain data, with the places of its parts. */
export interface YamlSource {
  readonly value: unknown
  readonly places: Places
}

/** Names that would reach into the machinery of objects. */
export const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

/** Uses of an anchor that a file may have; each can multiply those inside it. */
const maxAliasCount = 50

/**
 * Reads YAML 1.2 with the core schema: `NO` is text, keys are text as written (`01` stays `01`), a date is text.
 * Merge keys, tags of other schemas, duplicate keys and aliases beyond a few are refused.
 *
 * @param file the file as the user named it
 * @throws {InputError} with line and column
 */
export function readYaml(text: string, file: string): YamlSource {
  if (text.trim() === '') {
    throw new InputError({
      file,
      message: 'the file is empty',
      hint: 'A scenario starts with "format: 1"; copy one that ships to begin with',
    })
  }
  const lineCounter = new LineCounter()
  const document = parse(text, file, lineCounter)
  const places = new Places(document, lineCounter, file)
  const problems = syntaxProblems(document, text, places)
  if (problems.length === 0) problems.push(...refusals(document, places))
  if (problems.length > 0) throw new InputError(problems)
  return { value: toPlain(document, places), places }
}

function parse(text: string, file: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      prettyErrors: false,
      lineCounter,
    })
  } catch (error) {
    if (error instanceof RangeError) {
      throw new InputError({ file, message: 'brackets or lists are nested too deeply' })
    }
    throw error
  }
}

function syntaxProblems(document: Document, text: string, places: Places): Problem[] {
  const errors: YAMLError[] = [...document.errors, ...document.warnings]
  const doubled = errors.filter((e) => e.code === 'DUPLICATE_KEY')
  // One mistake of syntax makes the parser stumble over all that follows.
  const first = errors.find((e) => e.code !== 'DUPLICATE_KEY')
  return (first ? [first] : doubled).map((error) => ({
    ...places.placeOf(error.pos[0]),
    ...inPlainWords(error, text),
  }))
}

function inPlainWords({ code, message, pos }: YAMLError, text: string): Problem {
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        message: `the key ${quote(/^[^:\n]*/.exec(text.slice(pos[0]))?.[0].trim() ?? '')} is there twice`,
        hint: 'Keep one of the two',
      }
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line', expected: 'spaces' }
    case 'MULTIPLE_DOCS':
      return { message: 'a second document starts here ("---")', expected: 'one scenario a file' }
    case 'TAG_RESOLVE_FAILED':
      return { message: 'tags ("!…") are not used in scenarios' }
    default:
      // Where the parser gives up depends on the machine: the line is the same, the column is not.
      if (message.includes('call stack'))
        return { message: 'brackets or lists are nested too deeply', column: undefined }
      if (message.includes('compact mappings'))
        return {
          message: 'there are two colons in this line',
          hint: 'Put text with a colon in quotes',
        }
      return {
        message: `this is not YAML: ${lowerFirst(message)}`,
        hint: 'Look at the indentation, and put text with a colon in it in quotes',
      }
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function refusals(document: Document, places: Places): Problem[] {
  const problems: Problem[] = []
  const add = (offset: number, problem: Problem) =>
    problems.push({ ...places.placeOf(offset), ...problem })
  if (document.directives?.yaml.version !== '1.2') {
    add(0, { message: 'scenarios are YAML 1.2', hint: 'Remove the line that starts with "%YAML"' })
  }
  visit(document, {
    Pair(_, { key }) {
      const offset = isScalar(key) || isAlias(key) ? (key.range?.[0] ?? 0) : 0
      if (!isScalar(key)) {
        add(offset, { message: 'a key must be a name' })
        return
      }
      // As written: an id such as 01 or NO must not become a number or a truth.
      if (typeof key.value !== 'string') key.value = key.source ?? String(key.value)
      const name = String(key.value)
      if (forbiddenNames.has(name))
        add(offset, { message: `${quote(name)} cannot be used as a name` })
      if (name === '<<') add(offset, { message: 'merge keys ("<<") are not used in scenarios' })
      if (name === '') add(offset, { message: 'a key is empty', expected: 'a name' })
    },
    Scalar(_, node) {
      // A number with a leading zero is an id (of a county, of a municipality).
      if (typeof node.value === 'number' && /^0\d/.test(node.source ?? '')) node.value = node.source
    },
  })
  return problems
}

function toPlain(document: Document, places: Places): unknown {
  try {
    return document.toJS({ maxAliasCount })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    let offset = 0
    let name = ''
    visit(document, {
      Alias(_, alias) {
        offset = alias.range?.[0] ?? offset
        name = alias.source
      },
    })
    throw new InputError({
      ...places.placeOf(offset),
      message: `aliases such as ${quote(`*${name}`)} repeat too much`,
      expected: `at most ${maxAliasCount} of them`,
    })
  }
}
