import type { ArchivedRun } from '../../archive/index.js'
import type { Grade, Library, Parameter, ParameterValue } from '../../contract/index.js'
import { grades } from '../../contract/index.js'
import type { ParameterSetting } from '../../scenario/document.js'
import { capital, counted, listed, spaced } from '../reading/words.js'
import { gradeMark } from './grade.js'
import { type Html, html } from './html.js'
import { table } from './table.js'

/** A parameter as a run had it, and what its value stands on. */
export interface UsedParameter {
  readonly mechanism: string
  readonly name: string
  readonly value: ParameterValue
  readonly descriptor: Parameter | undefined
  readonly grade: Grade
  readonly source: string
  readonly changed: boolean
}

/** Every parameter of a run, in the order of the tick. */
export function usedParameters(
  { manifest, document }: ArchivedRun,
  library: Library,
): readonly UsedParameter[] {
  return manifest.mechanisms.flatMap(({ name: mechanism, parameters }) => {
    const descriptors = library.mechanisms.find(({ name }) => name === mechanism)?.parameters ?? {}
    return Object.entries(parameters).map(([name, value]): UsedParameter => {
      const descriptor = Object.hasOwn(descriptors, name) ? descriptors[name] : undefined
      const setting: ParameterSetting | undefined = document.mechanisms[mechanism]?.[name]
      const changed = descriptor !== undefined && value !== descriptor.default
      const own = typeof setting === 'object' ? setting : undefined
      return {
        mechanism,
        name,
        value,
        descriptor,
        grade: own?.grade ?? (changed || descriptor === undefined ? 'assumed' : descriptor.grade),
        source: own?.source ?? (changed ? 'set for this run' : (descriptor?.source ?? '')),
        changed,
      }
    })
  })
}

/** The model in brief, and its parameters by how well they are known. */
export function model(run: ArchivedRun, library: Library): Html {
  const parameters = usedParameters(run, library)
  const counts = grades.map((grade) => ({
    grade,
    n: parameters.filter((p) => p.grade === grade).length,
  }))
  const known = listed(counts.filter(({ n }) => n > 0).map(({ grade, n }) => `${n} ${grade}`))
  return html`<section aria-labelledby="model"><h2 id="model">The model in brief</h2>
<p>In every step these mechanisms move the world, one after the other; each can be switched off.</p>
<ol>${run.manifest.mechanisms.map(({ name }) => {
    const mechanism = library.mechanisms.find((m) => m.name === name)
    return html`<li><strong>${capital(spaced(name))}</strong>: ${mechanism?.summary ?? "a mechanism of the user's own."} <span class="quiet">${mechanism?.source}</span></li>
`
  })}</ol>
<h3 id="parameters">Parameters</h3>
<p>${counted(parameters.length, 'parameter')}: ${known}. <em>Found</em> was read in its source, <em>inferred</em> computed from something read, <em>recalled</em> reported but not checked, <em>assumed</em> chosen by the authors. Parameters marked * differ from the default.</p>
<details class="print"><summary>All parameters, with ranges and sources</summary>
${table(
  ['Mechanism', 'Parameter', 'Meaning', 'Value', 'Range', 'Grade', 'Source'],
  parameters.map(({ mechanism, name, value, descriptor, grade, source, changed }) => [
    spaced(mechanism),
    html`<code>${name}</code>`,
    descriptor?.meaning ?? '',
    `${valueWords(value)}${descriptor?.type === 'number' && descriptor.unit !== '1' ? ` ${descriptor.unit}` : ''}${changed ? ' *' : ''}`,
    rangeWords(descriptor),
    gradeMark(grade),
    source,
  ]),
  { caption: 'Parameters of this run' },
)}</details></section>`
}

export function valueWords(value: ParameterValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

export function rangeWords(parameter: Parameter | undefined): string {
  if (parameter === undefined) return ''
  if (parameter.type === 'number') return `${parameter.range[0]} to ${parameter.range[1]}`
  return parameter.type === 'choice' ? parameter.values.join(', ') : 'yes, no'
}
