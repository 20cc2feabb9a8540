import { z } from 'zod'
import {
  competences,
  evasions,
  evidenceGrades,
  formNames,
  partnerClasses,
  partyKinds,
  sequelKinds,
  silences,
  stepKinds,
  subjectNames,
  subjects,
} from './vocabulary.js'

const text = z.string().trim().min(1)
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, such as 1995-02-04')
const source = text.describe('Where it was read: author, year, title, page or address')
const grade = z.enum(evidenceGrades).describe('How well it is known')
const share = z.number().min(0).max(1)

const practice = z
  .strictObject({
    compliance: share.describe('Share of acts that go as the law says, 0 to 1'),
    enforcement: share.describe('Share of breaches that the state acts upon, 0 to 1'),
    otherwise: z
      .enum(evasions)
      .optional()
      .describe(
        'What becomes of the others: a form that binds nobody, a breach, or they are blocked',
      ),
    source,
    grade,
  })
  .describe('How far practice follows the law')

const step = z.strictObject({
  step: z.enum(stepKinds).describe('The kind of step'),
  organ: text.describe('Who takes it, such as "the federal government"'),
  days: z.int().min(1).max(36500).optional().describe('Deadline in days'),
  silence: z.enum(silences).optional().describe('What no answer by the deadline means'),
})

const sequel = z.strictObject({
  sequel: z.enum(sequelKinds).describe('What may follow'),
  organ: text.describe('Who may set it off'),
  days: z
    .int()
    .min(1)
    .max(36500)
    .optional()
    .describe('Days to ask for a referendum, or until a lapse'),
  units: z.int().min(1).max(1000).optional().describe('How many units must ask'),
})

const rule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe('Small letters, digits and single hyphens, such as art-16'),
  title: text.describe('What it says, in one sentence'),
  article: text.describe('Article, statute or practice'),
  from: date.describe('First day on which it holds'),
  fromGrade: grade.optional().describe('How well that day is known, if not as well as the rule'),
  until: date.optional().describe('First day on which it no longer holds'),
  by: z
    .array(z.enum(partyKinds))
    .min(1)
    .optional()
    .describe('Whose acts; without it, of all units'),
  with: z
    .array(z.enum(partnerClasses))
    .min(1)
    .optional()
    .describe('With whom; without it, anybody'),
  forms: z.array(z.enum(formNames)).min(1).optional().describe('By what; without it, any form'),
  subjects: z
    .array(z.enum(subjectNames))
    .min(1)
    .optional()
    .describe('About what; without it, anything'),
  barred: z.boolean().optional().describe('Such acts may not be done'),
  steps: z.array(step).min(1).optional().describe('What it takes, in order; without it, nothing'),
  sequels: z.array(sequel).min(1).optional().describe('What may follow'),
  practice: practice.optional(),
  source,
  grade,
})

const classing = z.strictObject({
  from: date.describe('First day on which this holds'),
  fromGrade: grade.optional(),
  ...Object.fromEntries(
    competences.map((c) => [
      c,
      z.array(z.enum(subjects)).optional().describe(`Subjects that are ${c}`),
    ]),
  ),
  source,
  grade,
}) as unknown as z.ZodType<WrittenClassing>

const note = z.strictObject({
  on: date.describe('The day'),
  text: text.describe('What changed, in a sentence'),
  source,
  grade,
})

const localOrgan = z.strictObject({
  organ: text.describe('Its name, as steps have it'),
  source,
  grade,
})

const member = z.strictObject({
  from: date.describe('First day of membership'),
  until: date.optional().describe('First day without'),
})

/** The shape of a regime's YAML file. What its parts say about each other is checked by `readRegime`. */
export const regimeSchema = z.strictObject({
  format: z.literal(1).describe('The only format so far'),
  id: z
    .string()
    .regex(/^[A-Z]{2,8}$/)
    .describe('ISO 3166 code of the state, in capitals, such as AT'),
  title: text.describe('Name of the state'),
  from: date.describe('First day that the file speaks of'),
  until: date.optional().describe('First day that it no longer speaks of'),
  practice,
  subjects: z.array(classing).min(1).optional().describe('Whose each subject is, from a day on'),
  rules: z.array(rule).min(1).describe('In order of precedence: the first that fits counts'),
  notes: z.array(note).optional().describe('Dated facts that change no rule'),
  local: z
    .array(localOrgan)
    .min(1)
    .optional()
    .describe('Organs of which each unit has its own, beside its assembly or parliament'),
  members: z
    .record(z.string(), member)
    .optional()
    .describe('For law above states: who belongs to it, and since when'),
})

export interface WrittenClassing {
  readonly from: string
  readonly fromGrade?: (typeof evidenceGrades)[number]
  readonly exclusive?: readonly (typeof subjects)[number][]
  readonly shared?: readonly (typeof subjects)[number][]
  readonly national?: readonly (typeof subjects)[number][]
  readonly source: string
  readonly grade: (typeof evidenceGrades)[number]
}

/** A regime as it stands in its file, once the schema has found it in order. */
export type WrittenRegime = z.infer<typeof regimeSchema>

/** The JSON Schema of a regime's file, for editors. */
export function regimeJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(regimeSchema, { target: 'draft-7', io: 'input' })
  return { title: 'Regime of paradiplomacy', ...schema }
}
