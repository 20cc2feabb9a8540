import type { ScenarioOptions } from './scenarioOptions.js'

/** What `check` may be told. */
export interface CheckFlags extends ScenarioOptions {
  readonly runs?: string
  readonly seed?: string
  readonly workers?: string
  readonly out?: string
  readonly force?: boolean
  readonly resume?: string
  readonly determinism?: boolean
  readonly report: boolean
  readonly json?: boolean
}
