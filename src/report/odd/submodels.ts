import type { AnyMechanism, Parameter, ParameterValue } from '../../contract/index.js'
import type { ModelPlan } from '../../engine/index.js'
import type { ScenarioDocument } from '../../scenario/document.js'
import { capital, spaced } from '../reading/words.js'
import { blocks, code, md, mdTable } from './markdown.js'

/** Element 7: every mechanism with what it reads and writes, and its parameters. */
export function submodels(document: ScenarioDocument, { mechanisms }: ModelPlan): string {
  return blocks(
    '## 7. Submodels',
    'In the order of a tick. Grades: *found* was read in its source; *inferred* computed from something read; *recalled* reported but not checked; *assumed* chosen by the authors. The range is what sweeps and sensitivity analyses take.',
    ...mechanisms.map(({ mechanism, parameters }, k) =>
      submodel(document, mechanism, parameters, k + 1),
    ),
  )
}

function submodel(
  document: ScenarioDocument,
  mechanism: AnyMechanism,
  values: { readonly [name: string]: ParameterValue },
  place: number,
): string {
  const { name, summary, source, parameters, reads = {}, writes = {}, ties = {} } = mechanism
  const rows = Object.entries(parameters).map(([id, parameter]) =>
    parameterRow(document, name, id, parameter, values[id]),
  )
  const columns = (tables: typeof reads) =>
    Object.entries(tables).flatMap(([table, of]) =>
      Object.keys(of).map((column) => code(`${table}.${column}`)),
    )
  return blocks(
    `### 7.${place} ${capital(spaced(name))} (${code(name)})`,
    `${md(summary)} *Source:* ${md(source)}`,
    [
      ...line('Reads', columns(reads)),
      ...line('Writes', columns(writes)),
      ...line('Ties', Object.keys(ties).map(code)),
    ].join('\n'),
    rows.length === 0
      ? 'It has no parameters.'
      : mdTable(
          ['Parameter', 'Meaning', 'Value', 'Default', 'Range', 'Unit', 'Grade', 'Source'],
          rows,
        ),
  )
}

function line(head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`- ${head}: ${items.join(', ')}`]
}

function parameterRow(
  document: ScenarioDocument,
  mechanism: string,
  id: string,
  parameter: Parameter,
  value: ParameterValue,
): string[] {
  const setting = document.mechanisms[mechanism]?.[id]
  const own = typeof setting === 'object' ? setting : undefined
  const changed = value !== parameter.default
  return [
    code(id),
    md(parameter.meaning),
    changed ? `**${write(value)}**` : write(value),
    write(parameter.default),
    md(rangeOf(parameter)),
    parameter.type === 'number' ? md(parameter.unit) : '',
    own?.grade ?? (changed ? 'assumed' : parameter.grade),
    md(
      own?.source ??
        (changed ? `set by the scenario; default: ${parameter.source}` : parameter.source),
    ),
  ]
}

function write(value: ParameterValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : md(String(value))
}

function rangeOf(parameter: Parameter): string {
  if (parameter.type === 'switch') return 'yes, no'
  if (parameter.type === 'choice') return parameter.values.join(', ')
  return `${parameter.range[0]} to ${parameter.range[1]}`
}
