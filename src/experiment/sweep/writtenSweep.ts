import { z } from 'zod'
import { writtenFactor } from '../factors/writtenFactor.js'

/** The designs that a sweep can have. */
export const designKinds = [
  'grid',
  'list',
  'oneAtATime',
  'latinHypercube',
  'sobol',
  'morris',
  'saltelli',
] as const

export type DesignKind = (typeof designKinds)[number]

const design = z.strictObject({
  kind: z.enum(designKinds),
  points: z.number().int().min(1).optional().describe('points, trajectories or base points'),
  file: z.string().optional().describe('CSV file with a column for each factor (list)'),
  levels: z.number().int().min(2).optional().describe('levels of each factor (morris)'),
})

const id = z.string().regex(/^[A-Za-z][\w-]*$/)

/** A question that is put to each run, and when. Without `every` or `at` it is put to the whole run, at its end. */
export const writtenOutcome = z.strictObject({
  id,
  title: z.string().optional(),
  formula: z.string(),
  unit: z.string().optional(),
  every: z.number().int().min(1).optional().describe('keep a series: every so many ticks'),
  at: z.string().optional().describe('a day, or a formula that gives a date'),
})

export type WrittenOutcome = z.infer<typeof writtenOutcome>

/** What every file of a question about many runs begins with. */
export const questionHead = {
  format: z.literal(1),
  scenario: z.string().describe('name of a shipped scenario, or path from this file'),
  set: z
    .record(z.string(), z.union([z.number(), z.string(), z.boolean()]))
    .optional()
    .describe('values that hold in all runs'),
  seed: z.string().optional(),
}

/** A plan of a sweep, as a file has it. */
export const writtenSweep = z.strictObject({
  ...questionHead,
  replications: z.number().int().min(1).optional(),
  treatments: z.array(z.string()).min(1).optional(),
  factors: z.record(z.string(), writtenFactor).optional(),
  design: z.union([z.enum(designKinds), design]).optional(),
  outcomes: z.array(writtenOutcome).min(1).optional(),
  stop: z.string().optional().describe('a condition that ends a run early'),
  chunk: z.number().int().min(1).optional().describe('runs a chunk'),
})

export type WrittenSweep = z.infer<typeof writtenSweep>
export type WrittenDesign = z.infer<typeof design>
