import type { AnyMeasure } from './measure.js'
import type { AnyMechanism } from './mechanism.js'

/** The mechanisms, in the order of a tick, and the measures that a scenario can name. */
export interface Library {
  readonly mechanisms: readonly AnyMechanism[]
  readonly measures: readonly AnyMeasure[]
}
