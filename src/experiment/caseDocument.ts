import { applyPatches, enablePatches, type Patch } from 'immer'
import type { ScenarioDocument } from '../scenario/index.js'
import type { Plan, RunPlace } from './plan.js'

enablePatches()

/** The scenario as one case has it: its treatment applied, then the values of its point put in. */
export function caseDocument(
  { scenario, treatments, factors, points }: Plan,
  { treatment, point }: Pick<RunPlace, 'treatment' | 'point'>,
): ScenarioDocument {
  const { values } = points[point]
  const settings = factors.map(
    ({ path }, k): Patch => ({ op: 'add', path: [...path], value: values[k] }),
  )
  return applyPatches(scenario, [...treatments[treatment].patches, ...settings])
}
