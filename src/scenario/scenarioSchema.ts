import { z } from 'zod'
import {
  type AnyMechanism,
  grades,
  type Library,
  limitsOf,
  type Parameter,
} from '../contract/index.js'
import { actorHead, type Column, type TableColumns } from '../world/index.js'

const cell = z.union([z.string(), z.number(), z.boolean()])
const cellOrEmpty = z.union([z.string(), z.number(), z.boolean(), z.null()])
const text = z.string().trim().min(1)
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, such as 1985-07-08')
const looseDate = z
  .union([z.string(), z.number()])
  .describe('A day, a month or a year: 1985-07-08, 1985-07 or 1985')
const source = text.describe('Where it was read: author, year, title, page or address')
const grade = z.enum(grades).describe('How well it is known')
const cells = z.record(z.string(), z.record(z.string(), z.record(z.string(), cell)))
const fileName = text.describe('Name of a CSV file beside this file')

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
  })
}

function mechanismSchema({ summary, source: origin, parameters }: AnyMechanism) {
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

function tablesSchema(library: Library) {
  const columns = new Map<string, Map<string, Column>>([
    ['actors', new Map()],
    ['issues', new Map()],
  ])
  const add = (declared: TableColumns | undefined) => {
    for (const [table, own] of Object.entries(declared ?? {})) {
      for (const [name, column] of Object.entries(own)) {
        for (const of of [table, column.per, column.references])
          if (of && !columns.has(of)) columns.set(of, new Map())
        if (column.input && column.per === undefined) columns.get(table)?.set(name, column)
      }
    }
  }
  add({ actors: actorHead })
  for (const { reads, writes } of library.mechanisms) {
    add(reads)
    add(writes)
  }
  columns.delete('groups')
  return z
    .record(
      z.string(),
      z.union([fileName, z.record(z.string(), z.record(z.string(), cellOrEmpty).nullable())]),
    )
    .meta({
      description: 'Tables: each is the name of a CSV file, or rows by id',
      properties: Object.fromEntries([...columns].map(([name, own]) => [name, tableJson(own)])),
    })
}

/** For editors only: what rows of a table may hold. Cells are checked when the world is laid out. */
function tableJson(columns: ReadonlyMap<string, Column>) {
  const properties = Object.fromEntries(
    [...columns].map(([name, { meaning, unit, values }]) => [
      name,
      {
        description: unit === '1' ? meaning : `${meaning} (${unit})`,
        ...(values ? { enum: [...values] } : {}),
      },
    ]),
  )
  return {
    anyOf: [
      { type: 'string', description: 'Name of a CSV file beside this file' },
      { type: 'object', additionalProperties: { type: ['object', 'null'], properties } },
    ],
  }
}

/** The JSON Schema of the YAML file, for editors. */
export function jsonSchema(library: Library): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema(library), { target: 'draft-7', io: 'input' })
  return { title: 'Scenario of paradiplomacy', ...schema }
}
