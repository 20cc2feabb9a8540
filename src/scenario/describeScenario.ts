import type { Grade, Library, ParameterValue } from '../contract/index.js'
import type { ParameterSetting, ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { takeInventory } from './inventory.js'
import { bareValue, fillParameters } from './parameters.js'
import { populationOf } from './population.js'
import { idsOf, rowsOf } from './rows.js'

/** One parameter of the scenario, as a table of a report or of a methods appendix shows it. */
export interface ParameterRow {
  readonly mechanism: string
  readonly enabled: boolean
  readonly parameter: string
  readonly value: ParameterValue
  readonly default: ParameterValue
  readonly unit: string
  /** Plausible range of a number; the values of a choice; nothing for a switch. */
  readonly range?: readonly [number, number] | readonly string[]
  readonly meaning: string
  readonly source: string
  readonly grade: Grade
  /** Whether the value differs from the default. */
  readonly changed: boolean
}

/** One column of a table, and what it stands on. */
export interface ColumnRow {
  readonly table: string
  readonly column: string
  readonly meaning: string
  readonly unit: string
  /** Mechanism that declares it first, or `every world`. */
  readonly by: string
  /** Whether the scenario gives it a value for any row. */
  readonly given: boolean
  readonly source?: string
  readonly grade?: Grade
}

/** A mechanism of the scenario. */
export interface MechanismRow {
  readonly name: string
  readonly summary: string
  readonly source: string
  readonly enabled: boolean
}

export interface ScenarioDescription {
  readonly mechanisms: readonly MechanismRow[]
  readonly parameters: readonly ParameterRow[]
  readonly treatments: readonly {
    readonly id: string
    readonly title: string
    readonly note: string
    /** Each change in words. */
    readonly changes: readonly string[]
  }[]
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  readonly columns: readonly ColumnRow[]
  /** Names of the measures that are recorded. */
  readonly measures: readonly string[]
}

/** The tables that describe a scenario: for its page, its report and its ODD document. */
export function describeScenario(
  document: ScenarioDocument,
  library: Library,
): ScenarioDescription {
  const inventory = takeInventory(document, library, new Findings())
  const enabled = (name: string) => document.mechanisms[name]?.enabled !== false
  return {
    mechanisms: inventory.mechanisms.map(({ name, summary, source }) => ({
      name,
      summary,
      source,
      enabled: enabled(name),
    })),
    parameters: parameterRows(document, library),
    treatments: Object.entries(document.treatments ?? {}).map(([id, { title, note, change }]) => ({
      id,
      title,
      note,
      changes: change.map((step) => {
        if ('enable' in step) return `switch on ${step.enable}`
        if ('disable' in step) return `switch off ${step.disable}`
        if ('to' in step) return `${step.set} = ${step.to}`
        return `${step.update} where ${pairs(step.where)}: ${pairs(step.set)}`
      }),
    })),
    tables: [...inventory.tables.keys()].map((name) => ({
      name,
      rows: idsOf(document, name).length,
    })),
    columns: columnRows(document, inventory.tables),
    measures: inventory.measures.map((m) => m.name),
  }
}

function pairs(cells: { readonly [column: string]: unknown }): string {
  return Object.entries(cells)
    .map(([column, cell]) => `${column} = ${cell}`)
    .join(', ')
}

function parameterRows(document: ScenarioDocument, library: Library): ParameterRow[] {
  const { mechanisms } = takeInventory(document, library, new Findings())
  return mechanisms.flatMap((mechanism) => {
    const settings = document.mechanisms[mechanism.name]
    const values: { readonly [name: string]: ParameterValue } = fillParameters(
      mechanism,
      settings,
      new Findings(),
    )
    return Object.entries(mechanism.parameters).map(([name, parameter]): ParameterRow => {
      const range =
        parameter.type === 'number'
          ? parameter.range
          : parameter.type === 'choice'
            ? parameter.values
            : undefined
      return {
        mechanism: mechanism.name,
        enabled: settings.enabled !== false,
        parameter: name,
        value: values[name],
        default: parameter.default,
        unit: parameter.type === 'number' ? parameter.unit : '1',
        ...(range && { range }),
        meaning: parameter.meaning,
        ...evidence(settings[name], parameter),
        changed: values[name] !== parameter.default,
      }
    })
  })
}

/** A value that is neither the default nor comes with a source stands on nothing but the scenario. */
function evidence(
  setting: ParameterSetting | undefined,
  { source, grade, default: usual }: { source: string; grade: Grade; default: ParameterValue },
): Pick<ParameterRow, 'source' | 'grade'> {
  if (typeof setting === 'object') return { source: setting.source, grade: setting.grade }
  if (setting === undefined || bareValue(setting) === usual) return { source, grade }
  return { source: 'set in the scenario', grade: 'assumed' }
}

function columnRows(
  document: ScenarioDocument,
  tables: ReturnType<typeof takeInventory>['tables'],
): ColumnRow[] {
  return [...tables].flatMap(([table, columns]) => {
    const rows = Object.values(rowsOf(document, table))
    const givenKeys = new Set(rows.flatMap((row) => Object.keys(row)))
    const given = new Set([...givenKeys].map((key) => key.split(':')[0]))
    if (table === 'actors')
      for (const name of Object.keys(populationOf(document).columns)) given.add(name)
    return [...columns.values()].map(({ name, column, by }): ColumnRow => {
      const stands = document.sources?.find(
        (s) => s.table === table && s.columns.some((c) => c.split(':')[0] === name),
      )
      return {
        table,
        column: name,
        meaning: column.meaning,
        unit: column.unit,
        by,
        given: given.has(name),
        ...(stands && { source: stands.source, grade: stands.grade }),
      }
    })
  })
}
