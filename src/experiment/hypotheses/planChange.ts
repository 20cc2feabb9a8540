import type { Library } from '../../contract/index.js'
import {
  type Chosen,
  changeDocument,
  changesOf,
  type ScenarioDocument,
} from '../../scenario/index.js'
import { asItIs, type PlannedTreatment } from '../plan.js'
import type { WrittenChange } from './writtenHypotheses.js'

/**
 * Resolves a change of the scenario: treatments first, then values, then mechanisms that are switched off.
 *
 * @param label where it was written, for messages
 * @throws InputError if it finds nothing to change, or puts a value that cannot be
 */
export function planChange(
  { title, treatment, set = {}, disable }: WrittenChange,
  document: ScenarioDocument,
  library: Library,
  label: string,
): PlannedTreatment {
  const treatments = listOf(treatment).filter((id) => id !== asItIs.id)
  const disabled = listOf(disable)
  const chosen: Chosen[] = [
    ...treatments.flatMap((id) => changesOf(document, id)),
    ...Object.entries(set).map(([path, to]) => ({ label, change: { set: path, to } })),
    ...disabled.map((mechanism) => ({ label, change: { disable: mechanism } })),
  ]
  if (chosen.length === 0) return title === undefined ? asItIs : { ...asItIs, title }
  const { patches } = changeDocument(document, library, chosen)
  const settings = Object.entries(set).map(([path, to]) => `${path} = ${to}`)
  const titles = treatments.map((id) => document.treatments?.[id].title ?? id)
  const without = disabled.map((mechanism) => `without ${mechanism}`)
  return {
    id: [
      ...treatments,
      ...settings.map((s) => s.replaceAll(' ', '')),
      ...disabled.map((m) => `no-${m}`),
    ].join('+'),
    title: title ?? [...titles, ...settings, ...without].join(', '),
    patches,
  }
}

function listOf(one: string | readonly string[] | undefined): readonly string[] {
  return one === undefined ? [] : typeof one === 'string' ? [one] : one
}
