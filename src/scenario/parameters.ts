import {
  type AnyMechanism,
  limitsOf,
  type Parameter,
  type Parameters,
  type ParameterValue,
  type ParameterValues,
} from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { readNumber, readTruth } from './cell.js'
import type { Cell, MechanismSettings, ParameterSetting } from './document.js'
import type { Details, Findings } from './findings.js'

/** A parameter's value read from what somebody wrote, or what is wrong with it. */
export type ParameterReading =
  | { readonly value: ParameterValue }
  | ({ readonly message: string } & Omit<Details, 'at'>)

/** Reads the value of one parameter by its descriptor. */
export function readParameter(parameter: Parameter, written: Cell): ParameterReading {
  const shown = quote(String(written))
  const expected = expectedOfParameter(parameter)
  switch (parameter.type) {
    case 'switch': {
      const value = readTruth(written)
      return value === undefined
        ? { message: `${shown} is neither on nor off`, expected }
        : { value }
    }
    case 'choice': {
      const value = String(written)
      if (parameter.values.includes(value)) return { value }
      return {
        message: `${shown} is not a choice`,
        expected,
        nearest: nearest(value, parameter.values),
      }
    }
    case 'number': {
      const value = readNumber(written)
      const [low, high] = limitsOf(parameter)
      if (value === undefined) return { message: `${shown} is not a number`, expected }
      return value < low || value > high
        ? { message: `${shown} is out of range`, expected }
        : { value }
    }
  }
}

/** What a parameter takes, in words. */
export function expectedOfParameter(parameter: Parameter): string {
  const { meaning } = parameter
  switch (parameter.type) {
    case 'switch':
      return `yes or no (${meaning})`
    case 'choice':
      return `${oneOf(parameter.values, 12)} (${meaning})`
    case 'number': {
      const [low, high] = limitsOf(parameter)
      const unit = parameter.unit === '1' ? '' : `, in ${parameter.unit}`
      return `a number from ${low} to ${high} (${meaning}${unit})`
    }
  }
}

/** The bare value of a setting, which may come with a source and a grade. */
export function bareValue(setting: ParameterSetting): ParameterValue {
  return typeof setting === 'object' ? setting.value : setting
}

/**
 * All parameter values of a mechanism: those of the scenario, defaults for the rest, frozen.
 *
 * Reports unknown names and values that cannot be.
 */
export function fillParameters(
  { name, parameters }: AnyMechanism,
  settings: MechanismSettings,
  findings: Findings,
): ParameterValues<Parameters> {
  const known = Object.keys(parameters)
  const values: Record<string, ParameterValue> = {}
  for (const key of known) values[key] = parameters[key].default
  for (const [key, setting] of Object.entries(settings)) {
    if (key === 'enabled' || setting === undefined) continue
    const path = ['mechanisms', name, key]
    if (!Object.hasOwn(parameters, key)) {
      findings.add(path, `mechanism ${quote(name)} has no parameter ${quote(key)}`, {
        at: 'key',
        expected: oneOf(['enabled', ...known], 12),
        nearest: nearest(key, ['enabled', ...known]),
      })
      continue
    }
    const reading = readParameter(parameters[key], bareValue(setting))
    if ('message' in reading) {
      const { message, ...details } = reading
      findings.add(path, `${name}.${key}: ${message}`, details)
    } else {
      values[key] = reading.value
    }
  }
  return Object.freeze(values) as ParameterValues<Parameters>
}
