import { type AnyMeasure, type AnyMechanism, grades } from './contract/index.js'
import { nearest, oneOf, type Problem, quote } from './diagnostics/index.js'

/** A part of a model that a user's file defines, once it has been found to be one. */
export type Definition =
  | { readonly kind: 'mechanism'; readonly mechanism: AnyMechanism }
  | { readonly kind: 'measure'; readonly measure: AnyMeasure }

/** Says that something is wrong at a place in the definition, such as `parameters.rate.default`. */
type Complain = (place: string, expected: string, nearest?: string) => void

type Fields = { readonly [key: string]: unknown }

const mechanismKeys =
  'name summary source parameters odd reads writes ties prepare setup step stepIn'.split(' ')
const measureKeys =
  'name title meaning unit of reads ties asks may mayTies whole every observe'.split(' ')
const rowSubjects =
  'actors states units issues gates instruments networks calls groups parties'.split(' ')
const parameterTypes = ['number', 'switch', 'choice']
const columnTypes = ['f64', 'i32', 'u8']

/**
 * Looks at what a user's file exports: plain JavaScript may hold anything, and a mistake should be said here rather
 * than show itself in the middle of a run.
 *
 * @returns the definition, or everything that is wrong with it
 */
export function examineDefinition(value: unknown): Definition | readonly Problem[] {
  if (!isFields(value) || !['step', 'stepIn', 'observe'].some((key) => key in value)) {
    return [
      {
        message: `it exports ${value === undefined ? 'nothing' : inWords(value)} where a mechanism or a measure should be`,
        expected: 'what defineMechanism or defineMeasure returns',
      },
    ]
  }
  const problems: Problem[] = []
  const kind = 'step' in value || 'stepIn' in value ? 'mechanism' : 'measure'
  const title = `${kind} ${typeof value.name === 'string' ? quote(value.name) : 'without a name'}`
  const complain: Complain = (place, expected, nearest) => {
    const found = inWords(place.split('.').reduce<unknown>(within, value))
    problems.push({ message: `${title}: ${quote(place)} is ${found}`, expected, nearest })
  }
  const known = kind === 'mechanism' ? mechanismKeys : measureKeys
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    const message = `${title}: unknown key ${quote(key)}`
    problems.push({ message, expected: oneOf(known, 12), nearest: nearest(key, known) })
  }
  if (!isName(value.name)) complain('name', 'a name in camelCase, such as "issueFatigue"')
  if (kind === 'mechanism') examineMechanism(value, complain)
  else examineMeasure(value, complain)
  if (problems.length > 0) return problems
  return kind === 'mechanism'
    ? { kind, mechanism: value as unknown as AnyMechanism }
    : { kind, measure: value as unknown as AnyMeasure }
}

function examineMechanism(value: Fields, complain: Complain): void {
  texts(value, ['summary', 'source'], '', complain)
  for (const key of ['step', 'stepIn', 'setup', 'prepare']) {
    if (key in value && typeof value[key] !== 'function') complain(key, 'a function')
  }
  if ('step' in value && 'stepIn' in value)
    complain('stepIn', 'nothing beside "step": one of the two')
  if (!isFields(value.parameters)) complain('parameters', 'an object, empty if there are none')
  else {
    for (const [name, parameter] of Object.entries(value.parameters)) {
      examineParameter(name, parameter, complain)
    }
  }
  for (const key of ['reads', 'writes']) examineColumns(key, value[key], complain)
  examineTies(value.ties, complain)
}

function examineMeasure(value: Fields, complain: Complain): void {
  texts(value, ['title', 'meaning', 'unit'], '', complain)
  if (typeof value.observe !== 'function') complain('observe', 'a function')
  if (!Array.isArray(value.of)) complain('of', 'a list of dimensions, empty for one number a tick')
  else {
    value.of.forEach((subject: unknown, at) => {
      const isClass = isFields(subject) && isName(subject.name) && Array.isArray(subject.ids)
      if (!isClass && !rowSubjects.includes(subject as string))
        complain(`of.${at}`, `${oneOf(rowSubjects)}, or { name, ids }`)
    })
  }
  for (const key of ['reads', 'asks', 'may']) examineColumns(key, value[key], complain)
  examineTies(value.ties, complain)
}

function examineParameter(name: string, value: unknown, complain: Complain): void {
  const place = `parameters.${name}`
  if (!isName(name)) complain(place, 'a name in camelCase')
  if (!isFields(value)) {
    complain(place, 'what number, onOff or choice returns')
    return
  }
  const { type, range, limits } = value
  const start = value.default
  if (typeof type !== 'string' || !parameterTypes.includes(type)) {
    const near = typeof type === 'string' ? nearest(type, parameterTypes) : undefined
    complain(`${place}.type`, oneOf(parameterTypes), near)
    return
  }
  texts(value, ['meaning', 'source'], `${place}.`, complain)
  if (!grades.some((grade) => grade === value.grade)) complain(`${place}.grade`, oneOf(grades))
  if (type === 'switch' && typeof start !== 'boolean') complain(`${place}.default`, 'true or false')
  if (type === 'choice' && !(Array.isArray(value.values) && value.values.includes(start)))
    complain(`${place}.default`, 'one of its values')
  if (type !== 'number') return
  texts(value, ['unit'], `${place}.`, complain)
  if (!isRange(range)) {
    complain(`${place}.range`, 'two numbers, [least, most]')
    return
  }
  if (limits !== undefined && !isRange(limits)) {
    complain(`${place}.limits`, 'two numbers, [least, most]')
    return
  }
  const [low, high] = limits ?? range
  if (typeof start !== 'number' || !(start >= low && start <= high))
    complain(`${place}.default`, `a number from ${low} to ${high}`)
}

function examineColumns(key: string, tables: unknown, complain: Complain): void {
  if (tables === undefined) return
  if (!isFields(tables)) {
    complain(key, '{ table: { column: … } }')
    return
  }
  for (const [table, columns] of Object.entries(tables)) {
    if (!isFields(columns)) {
      complain(`${key}.${table}`, '{ column: … }')
      continue
    }
    for (const [name, column] of Object.entries(columns)) {
      const place = `${key}.${table}.${name}`
      if (!isFields(column)) complain(place, 'what real, whole or code returns')
      else if (!columnTypes.includes(column.type as string))
        complain(`${place}.type`, `${oneOf(columnTypes)}: take real, whole or code`)
      else texts(column, ['meaning', 'unit'], `${place}.`, complain)
    }
  }
}

function examineTies(ties: unknown, complain: Complain): void {
  if (ties === undefined) return
  if (!isFields(ties)) {
    complain('ties', '{ name: { shape, meaning, unit } }')
    return
  }
  for (const [name, tie] of Object.entries(ties)) {
    const place = `ties.${name}`
    if (!isFields(tie)) complain(place, '{ shape, meaning, unit }')
    else if (tie.shape !== 'matrix' && tie.shape !== 'list')
      complain(`${place}.shape`, 'one of matrix, list')
    else if (tie.shape === 'list' && !(Number.isInteger(tie.capacity) && Number(tie.capacity) > 0))
      complain(`${place}.capacity`, 'a whole number from 1')
    else texts(tie, ['meaning', 'unit'], `${place}.`, complain)
  }
}

function texts(value: Fields, keys: readonly string[], prefix: string, complain: Complain): void {
  for (const key of keys) {
    if (typeof value[key] !== 'string' || value[key] === '') complain(`${prefix}${key}`, 'a text')
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][A-Za-z0-9]*$/.test(value)
}

function isRange(value: unknown): value is readonly [number, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((bound) => typeof bound === 'number' && !Number.isNaN(bound)) &&
    value[0] <= value[1]
  )
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[key] : undefined
}

function inWords(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`
}
