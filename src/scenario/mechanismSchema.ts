import { z } from 'zod'
import { type AnyMechanism, limitsOf, type Parameter } from '../contract/index.js'
import { grade, source } from './schemaFields.js'

/** The entry of one mechanism: an object with its parameters, or nothing for all defaults. */
export function mechanismSchema({ summary, source: origin, parameters }: AnyMechanism) {
  const entries = Object.entries(parameters).map(([name, parameter]) => [
    name,
    settingSchema(parameter).optional().describe(describeParameter(parameter)),
  ])
  return z
    .strictObject({
      enabled: truth.optional().describe('Whether it takes part; its columns stay in any case'),
      ...(Object.fromEntries(entries) as Record<string, z.ZodType>),
    })
    .nullable()
    .optional()
    .describe(`${summary} (${origin})`)
}

/** In YAML 1.2 `yes` and `off` are words; people write them all the same. */
const truth = z.union([
  z.boolean(),
  z.enum(['yes', 'no', 'on', 'off', 'Yes', 'No', 'On', 'Off', 'YES', 'NO', 'ON', 'OFF']),
])

function settingSchema(parameter: Parameter) {
  const value = valueSchema(parameter)
  return z.union([value, z.strictObject({ value, source, grade })])
}

function valueSchema(parameter: Parameter): z.ZodType {
  if (parameter.type === 'switch') return truth
  if (parameter.type === 'choice') return z.enum(parameter.values)
  const [low, high] = limitsOf(parameter)
  return z.number().min(low).max(high)
}

function describeParameter(parameter: Parameter): string {
  const range = parameter.type === 'number' ? ` Plausible: ${parameter.range.join(' to ')}.` : ''
  const unit = parameter.type === 'number' && parameter.unit !== '1' ? ` ${parameter.unit}` : ''
  return `${parameter.meaning}. Default ${parameter.default}${unit}.${range} ${parameter.source}`
}
