import { z } from 'zod'
import { writtenFactor } from '../factors/writtenFactor.js'
import { questionHead } from '../sweep/writtenSweep.js'

const cell = z.union([z.number(), z.string(), z.boolean()])

/** A change of the scenario: any of its treatments, values, and mechanisms switched off, together. */
const change = z.strictObject({
  title: z.string().optional(),
  treatment: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  set: z.record(z.string(), cell).optional(),
  disable: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
})

const verdict = z.enum([
  'supported',
  'contradicted',
  'no effect of interest',
  'undecided',
  'strength of the assumption',
])

/**
 * What is drawn for each parameter set. By default every number parameter of the enabled mechanisms, evenly from its
 * plausible range.
 */
const parameters = z.strictObject({
  draw: z
    .union([z.enum(['all', 'none']), z.record(z.string(), writtenFactor)])
    .optional()
    .describe('all, none, or the paths of some with their ranges'),
  fix: z.array(z.string()).optional().describe('paths that keep their value'),
})

/** How many runs. The rule looks at the width of the interval, never at its sign. */
const precision = z.strictObject({
  first: z.number().int().min(10).optional().describe('parameter sets at the first look'),
  most: z.number().int().min(10).max(100_000).optional().describe('parameter sets at most'),
  replicates: z.number().int().min(1).optional().describe('pairs of runs in each set'),
  halfWidth: z
    .number()
    .positive()
    .optional()
    .describe('stop as soon as the interval reaches no further to either side'),
})

const hypothesis = z.strictObject({
  id: z.string().regex(/^[A-Za-z][\w-]*$/),
  statement: z.string(),
  source: z.string(),
  tag: z
    .enum(['emergent', 'assumed', 'confronted'])
    .describe('assumed: its sign is written into a rule of the model'),
  note: z.string().optional(),
  treatment: change,
  control: change.optional().describe('default: the scenario as it is'),
  outcome: z.strictObject({
    title: z.string(),
    formula: z.string(),
    unit: z.string().optional(),
  }),
  sign: z.enum(['+', '-']).describe('of treatment minus control; a later date is +'),
  smallest: z.number().min(0).describe('smallest effect of interest, in the unit of the effect'),
  over: z
    .record(z.string(), writtenFactor)
    .optional()
    .describe('one factor over which the effect is wanted as a curve'),
  parameters: parameters.optional(),
  precision: precision.optional(),
  expect: verdict.optional().describe('held against the verdict with --expect'),
})

/** A file of hypotheses. What stands at its head holds for each that does not say otherwise. */
export const writtenHypotheses = z.strictObject({
  ...questionHead,
  parameters: parameters.optional(),
  precision: precision.optional(),
  hypotheses: z.array(hypothesis).min(1),
})

export type WrittenHypotheses = z.infer<typeof writtenHypotheses>
export type WrittenHypothesis = z.infer<typeof hypothesis>
export type WrittenChange = z.infer<typeof change>
