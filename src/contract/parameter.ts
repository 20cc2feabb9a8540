/** How well a figure is known: read in its source, computed from something read, reported but not checked, assumed. */
export const grades = ['found', 'inferred', 'recalled', 'assumed'] as const

export type Grade = (typeof grades)[number]

interface Described {
  readonly meaning: string
  /** Where the form or the figure comes from. */
  readonly source: string
  readonly grade: Grade
}

export interface NumberParameter extends Described {
  readonly type: 'number'
  readonly default: number
  /** Plausible range: what sweeps and parameter draws take. */
  readonly range: readonly [number, number]
  /** Values outside make no sense and are refused. Default: the plausible range. */
  readonly limits?: readonly [number, number]
  readonly unit: string
}

export interface SwitchParameter extends Described {
  readonly type: 'switch'
  readonly default: boolean
}

export interface ChoiceParameter<V extends string = string> extends Described {
  readonly type: 'choice'
  readonly default: V
  readonly values: readonly V[]
}

export type Parameter = NumberParameter | SwitchParameter | ChoiceParameter

export interface Parameters {
  readonly [name: string]: Parameter
}

export type ParameterValue = number | boolean | string

/** The type of a parameter's values. */
type ValueOf<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends SwitchParameter
    ? boolean
    : P extends ChoiceParameter<infer V>
      ? V
      : never

/** The values that a mechanism's step sees. */
export type ParameterValues<P extends Parameters> = { readonly [K in keyof P]: ValueOf<P[K]> }

export function number<const D extends Omit<NumberParameter, 'type'>>(
  descriptor: D,
): NumberParameter {
  return { ...descriptor, type: 'number' }
}

export function onOff<const D extends Omit<SwitchParameter, 'type'>>(
  descriptor: D,
): SwitchParameter {
  return { ...descriptor, type: 'switch' }
}

export function choice<const V extends string>(
  descriptor: Omit<ChoiceParameter<V>, 'type'>,
): ChoiceParameter<V> {
  return { ...descriptor, type: 'choice' }
}

export function limitsOf(parameter: NumberParameter): readonly [number, number] {
  return parameter.limits ?? parameter.range
}
