import { z } from 'zod'
import { writtenCauses } from './attribution/writtenCauses.js'
import { writtenHypotheses } from './hypotheses/writtenHypotheses.js'
import { writtenSensitivity } from './sensitivity/writtenSensitivity.js'
import { writtenSweep } from './sweep/writtenSweep.js'

/** The files that ask something of many runs, by what they hold. */
const questions = {
  sweep: writtenSweep,
  hypotheses: writtenHypotheses,
  sensitivity: writtenSensitivity,
  causes: writtenCauses,
} as const

export type QuestionKind = keyof typeof questions

export const questionKinds = Object.keys(questions) as readonly QuestionKind[]

/** The JSON Schema of such a file, for editors. */
export function questionSchema(kind: QuestionKind): Record<string, unknown> {
  const schema = z.toJSONSchema(questions[kind], { target: 'draft-7', io: 'input' })
  return { title: `Paradiplomacy: ${kind}`, ...schema }
}
