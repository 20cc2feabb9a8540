import { z } from 'zod'
import type { Library } from '../contract/index.js'
import { mechanismSchema } from './mechanismSchema.js'
import { populationSchema } from './populationSettings.js'
import { cell, date, fileName, grade, looseDate, source, text } from './schemaFields.js'
import { tablesSchema } from './tablesSchema.js'

const cells = z.record(z.string(), z.record(z.string(), z.record(z.string(), cell)))

const time = z
  .strictObject({
    start: date.describe('First day, such as 1985-07-08'),
    end: date.describe('Last day, such as 1985-07-08'),
    ticksPerYear: z.int().min(1).max(365).describe('Steps a year: 12 is a step a month'),
  })
  .describe('The time that a run covers')

const event = z.strictObject({
  date,
  title: text.describe('What happened, as a chart shows it'),
  set: cells.describe('Cells to write: table, id, column, value'),
  source,
  grade,
})

const change = z.union([
  z.strictObject({
    set: text.describe('What to set: mechanism.parameter, table.id.column, or time.end'),
    to: cell,
  }),
  z.strictObject({
    update: text.describe('Table whose rows are changed'),
    where: z.record(z.string(), cell).describe('Rows whose columns hold these values'),
    set: z.record(z.string(), cell).describe('New values of columns'),
  }),
  z.strictObject({ enable: text.describe('Mechanism to switch on') }),
  z.strictObject({ disable: text.describe('Mechanism to switch off') }),
])

const treatment = z.strictObject({
  title: text.describe('Name in charts'),
  note: text.describe('What is changed and why, in a sentence or two'),
  change: z.array(change).min(1),
})

const history = z
  .strictObject({
    events: z
      .array(
        z.strictObject({
          date: looseDate,
          title: text,
          model: text.optional().describe("Formula for the model's date of the same thing"),
          source,
          grade,
        }),
      )
      .optional(),
    series: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          unit: text,
          model: text.describe("Formula for the model's series"),
          chart: text,
          points: z.union([
            z.array(z.strictObject({ date: looseDate, value: z.number() })),
            z.strictObject({
              file: fileName,
              where: z.record(z.string(), cell).optional().describe('Rows to take'),
              date: text.describe('Column of dates or years'),
              value: text.describe('Column of values'),
            }),
          ]),
          source,
          grade,
        }),
      )
      .optional(),
    targets: z
      .array(
        z.strictObject({
          title: text,
          unit: text,
          chart: text,
          value: z.number(),
          from: looseDate.optional(),
          source,
          grade,
        }),
      )
      .optional(),
  })
  .describe('What really happened, to compare with; no mechanism reads it')

const checkHead = {
  id: text.describe('Short name, in letters, digits and hyphens'),
  title: text,
  role: z
    .enum(['calibration', 'input', 'validation'])
    .describe('Used to set parameters, an input in another shape, or held out'),
  band: z.tuple([z.number(), z.number()]).describe('Where the statistic should lie: low, high'),
  observed: z.union([z.number(), z.string()]).optional().describe('What history shows'),
  unit: text.optional(),
  source,
  grade,
  note: text.optional(),
}

const check = z.discriminatedUnion('kind', [
  z.strictObject({
    ...checkHead,
    kind: z.literal('value'),
    outcome: text.describe('Formula that gives one number'),
    statistic: z.enum(['mean', 'median']),
  }),
  z.strictObject({
    ...checkHead,
    kind: z.literal('incidence'),
    outcome: text.describe('Formula that gives a date'),
    from: date.optional(),
    to: date,
  }),
  z.strictObject({
    ...checkHead,
    kind: z.literal('pairs'),
    instrument: text,
    to: date,
    documented: z.union([
      z.array(z.tuple([cell, cell])).min(1),
      z.strictObject({ file: fileName, a: text, b: text }),
    ]),
  }),
])

const line = (most: number) => text.max(most)

const teaching = z
  .strictObject({
    question: line(400).describe('What the class is to find out, in a sentence or two'),
    look: z.array(line(300)).min(1).max(6).describe('What to look at in a run'),
    change: z
      .array(
        z.strictObject({
          do: line(200)
            .regex(/^\S+( \S+)*$/)
            .describe('A command on one line, such as paradiplomacy run my-world --seed 2'),
          why: line(300).describe('What it is to show'),
        }),
      )
      .min(1)
      .max(6)
      .describe('What to change, and why'),
    discuss: z.array(line(300)).min(1).max(6).describe('Questions to discuss'),
  })
  .describe('A teaching sheet of one page')

const sources = z.array(
  z.strictObject({ table: text, columns: z.array(text).min(1), source, grade }),
)

/**
 * The shape of a scenario's YAML file: strict, with an entry for each mechanism of the library and each of its
 * parameters. What depends on rows and columns (references, ranges of cells) is checked when the world is laid out.
 */
export function scenarioSchema(library: Library) {
  return z.strictObject({
    format: z.literal(1).describe('The only format so far'),
    name: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe('Small letters, digits and single hyphens, such as great-lakes'),
    title: text,
    question: text.describe('The question that the scenario asks'),
    summary: text.describe('What it is about, in a few sentences'),
    licence: text.describe('Licence of the data, such as CC-BY-4.0'),
    time,
    tables: tablesSchema(library),
    population: populationSchema.optional(),
    groups: z
      .record(z.string(), z.strictObject({ title: text, members: z.array(cell).min(1) }))
      .optional()
      .describe('Named sets of actors, for measures and checks'),
    changes: z
      .array(fileName)
      .optional()
      .describe('CSV files of dated changes: date, table, id, column, value'),
    events: z.array(event).optional().describe('Dated things from outside the model'),
    mechanisms: z
      .strictObject(Object.fromEntries(library.mechanisms.map((m) => [m.name, mechanismSchema(m)])))
      .describe('Theories that move the model; only those named here take part'),
    measures: z
      .array(text)
      .optional()
      .describe('What to record; without it, all that the mechanisms make possible'),
    history: history.optional(),
    checks: z.array(check).optional().describe('Patterns that many runs should show'),
    treatments: z.record(z.string(), treatment).optional().describe('Named changes'),
    sources: sources.optional().describe('What the columns of tables stand on'),
    teaching: teaching.optional(),
  })
}

/** The JSON Schema of the YAML file, for editors. */
export function jsonSchema(library: Library): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema(library), { target: 'draft-7', io: 'input' })
  return { title: 'Scenario of paradiplomacy', ...schema }
}
