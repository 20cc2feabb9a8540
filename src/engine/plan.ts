import type { Timeline } from '../calendar/index.js'
import type { AnyMeasure, AnyMechanism, Parameters, ParameterValues } from '../contract/index.js'
import type { WorldPlan } from '../world/index.js'

/** A mechanism with the parameter values that the scenario gives it. */
export interface Instance {
  readonly mechanism: AnyMechanism
  readonly parameters: ParameterValues<Parameters>
}

/** What a model is made of: when, what, by which theories, and what is observed. */
export interface ModelPlan {
  readonly timeline: Timeline
  readonly world: WorldPlan
  readonly mechanisms: readonly Instance[]
  readonly measures: readonly AnyMeasure[]
}
