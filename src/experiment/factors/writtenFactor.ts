import { z } from 'zod'

const value = z.union([z.number(), z.string(), z.boolean()])

/** What a factor of a plan may say of itself. Nothing at all means: the parameter's own plausible range, or its choices. */
export const writtenFactor = z.strictObject({
  from: z.number().optional().describe('lower end of a range'),
  to: z.number().optional().describe('upper end of a range'),
  steps: z.number().int().min(2).max(10_000).optional().describe('values that a grid takes of it'),
  scale: z.enum(['linear', 'log']).optional(),
  whole: z.boolean().optional().describe('whole numbers only'),
  values: z.array(value).min(1).optional().describe('a list of values instead of a range'),
  formula: z.string().optional().describe('computed from other factors, by their names'),
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*$/)
    .optional()
    .describe('what formulas call it'),
})

export type WrittenFactor = z.infer<typeof writtenFactor>
