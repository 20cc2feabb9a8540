import type { Expression } from '../expression.js'
import type { Source } from '../source.js'
import { isNumeric, isPerTick, type ValueType } from '../type.js'

/** A value while a formula runs: one number (dates are days, yes is 1) or one per tick. */
export type Value = number | Float64Array

/**
 * What an argument may be: `number` is a scalar or a series, and the result follows; `date` also
 * takes literal text such as "1990-11-15"; `count` is a whole number from 0, written out.
 */
export type ParameterKind = 'number' | 'series' | 'booleanSeries' | 'date' | 'count'

interface Form {
  readonly wants: readonly ParameterKind[]
}

/** A form applied to each tick: a series if any argument is one, else a number. */
export interface EachForm extends Form {
  /** Further arguments, as many as there are. */
  readonly rest?: ParameterKind
  readonly each: (...values: number[]) => number
}

/** A form applied to its arguments as they are. */
export interface WholeForm extends Form {
  /** There is no answer for a date outside of the run. */
  readonly withinRun?: boolean
  readonly gives: ValueType
  readonly run: (source: Source, args: readonly Value[]) => Value
}

export type FunctionForm = EachForm | WholeForm

/** A function of formulas. Its forms differ in what they take; the first that fits is used. */
export interface FunctionDefinition {
  readonly name: string
  /** How it is called, brackets around what may be left out: `mean(series [, from, to])`. */
  readonly signature: string
  /** One or two sentences, with what happens where there is no answer. */
  readonly summary: string
  readonly forms: readonly FunctionForm[]
}

/** Does a form take this many arguments? */
export function takes(form: FunctionForm, count: number): boolean {
  const rest = 'rest' in form && form.rest !== undefined
  return rest ? count >= form.wants.length : count === form.wants.length
}

/** What a form wants as its argument at `index`. */
export function wanted(form: FunctionForm, index: number): ParameterKind {
  return form.wants[index] ?? ('rest' in form && form.rest ? form.rest : 'number')
}

/** The type of a form's result, for arguments that fit. */
export function typeOfCall(form: FunctionForm, args: readonly { type: ValueType }[]): ValueType {
  if ('gives' in form) return form.gives
  return args.some(({ type }) => isPerTick(type)) ? 'series' : 'scalar'
}

/** Can this be an argument of that kind? */
export function accepts(kind: ParameterKind, argument: Expression): boolean {
  if (kind === 'number') return isNumeric(argument.type)
  if (kind !== 'count') return argument.type === kind
  const value = argument.kind === 'literal' ? argument.value : null
  return argument.type === 'scalar' && value !== null && Number.isInteger(value) && value >= 0
}

/** The first form of a function that takes these arguments; undefined if there is none. */
export function formFor(
  definition: FunctionDefinition,
  args: readonly Expression[],
): FunctionForm | undefined {
  return definition.forms.find(
    (form) => takes(form, args.length) && args.every((a, i) => accepts(wanted(form, i), a)),
  )
}
