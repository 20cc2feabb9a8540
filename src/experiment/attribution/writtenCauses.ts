import { z } from 'zod'
import { questionHead } from '../sweep/writtenSweep.js'

const id = z.string().regex(/^[A-Za-z][\w-]*$/)
const value = z.union([z.number(), z.string(), z.boolean()])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 1992-12-31')

/** A change of the scenario: one of its treatments, values, a mechanism that is left out, or several of these. */
const change = {
  treatment: z.string().optional().describe("one of the scenario's treatments"),
  set: z.record(z.string(), value).optional().describe('values by their paths'),
  disable: z.string().optional().describe('a mechanism that is left out'),
}

/** What takes a cause's place when it is off: exactly the counterfactual that its share is told against. */
const writtenOff = z.strictObject({
  title: z.string().optional().describe('what holds instead, in words'),
  ...change,
})

const writtenCause = z.strictObject({
  id,
  title: z.string().optional(),
  off: writtenOff,
  after: z.array(id).optional().describe('causes that work through this one'),
})

const writtenSetting = z.strictObject({
  id,
  title: z.string().optional(),
  ...change,
  without: z
    .record(z.string(), z.string())
    .optional()
    .describe('causes whose off-state means nothing here, each with the reason'),
})

const writtenAttributed = z.strictObject({
  id,
  title: z.string().optional(),
  formula: z.string(),
  unit: z.string().optional(),
  horizon: day
    .optional()
    .describe('up to when a date is watched (default: the end of the scenario)'),
  by: day.optional().describe('also ask whether the date had come by this day'),
})

/** Causes of an outcome, as a file has them. */
export const writtenCauses = z.strictObject({
  ...questionHead,
  replications: z.number().int().min(1).optional(),
  permutations: z
    .number()
    .int()
    .min(2)
    .multipleOf(2)
    .optional()
    .describe('orders that are sampled instead of running every subset'),
  causes: z.array(writtenCause).min(1),
  settings: z.array(writtenSetting).min(1).optional(),
  outcomes: z.array(writtenAttributed).min(1),
  chunk: z.number().int().min(1).optional().describe('runs a chunk'),
})

export type WrittenCauses = z.infer<typeof writtenCauses>
export type WrittenCause = z.infer<typeof writtenCause>
export type WrittenSetting = z.infer<typeof writtenSetting>
export type WrittenAttributed = z.infer<typeof writtenAttributed>
/** What changes a scenario, of a cause's off-state or of a setting. */
export type WrittenChange = Pick<WrittenSetting, 'treatment' | 'set' | 'disable'>
