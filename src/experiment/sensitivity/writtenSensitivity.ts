import { z } from 'zod'
import { writtenFactor } from '../factors/writtenFactor.js'
import { questionHead, writtenOutcome } from '../sweep/writtenSweep.js'

/** Ways to tell which factors matter. */
export const sensitivityMethods = ['morris', 'sobol'] as const

export type SensitivityMethod = (typeof sensitivityMethods)[number]

/** A plan of a sensitivity analysis, as a file has it. */
export const writtenSensitivity = z.strictObject({
  ...questionHead,
  method: z.enum(sensitivityMethods).optional().describe('default: morris'),
  points: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('trajectories (morris, default 10) or base points (sobol, default 64)'),
  levels: z
    .number()
    .int()
    .min(2)
    .multipleOf(2)
    .optional()
    .describe('levels of each factor (morris)'),
  second: z.boolean().optional().describe('indices of pairs as well (sobol)'),
  replications: z.number().int().min(1).optional().describe('runs of each point'),
  factors: z
    .record(z.string(), writtenFactor.omit({ formula: true, name: true, steps: true }))
    .optional()
    .describe("default: every number of the scenario's mechanisms, over its plausible range"),
  outcomes: z
    .array(writtenOutcome.omit({ every: true }))
    .min(1)
    .optional(),
  chunk: z.number().int().min(1).optional().describe('runs a chunk'),
})

export type WrittenSensitivity = z.infer<typeof writtenSensitivity>
