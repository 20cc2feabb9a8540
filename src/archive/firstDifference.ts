import type { Model, RunOptions } from '../engine/index.js'
import type { World } from '../world/index.js'
import { type SharedColumn, sharedColumns, valuesIn } from './sharedColumns.js'

/** Where two models part when they are run side by side. */
export interface ModelDifference {
  /** −1 if they differ before the first tick. */
  readonly tick: number
  /** The mechanism after whose step they differ; empty before the first tick. */
  readonly mechanism: string
  /** Mechanisms that only one of the two has run since they last agreed: likelier causes. */
  readonly onlyInOne: readonly string[]
  /** `actors.salience`; `agreements` or `events` where nothing but those differs. */
  readonly column: string
  /** Id of the row, with that of the second dimension behind a comma; empty for agreements and events. */
  readonly subject: string
  readonly a: number
  readonly b: number
}

/** What both worlds have, as one of them stands after a step. */
interface Moment {
  readonly mechanism: string
  /** Values of each shared column, then of the agreements and of the events. */
  readonly values: readonly Float64Array[]
}

/**
 * Runs two models side by side, comparing what both have after every mechanism that both have.
 *
 * @param a, b two models, not one and the same: a model has one world
 * @returns undefined if they agree to the end of the shorter
 * @throws ModelError as `Model.run`
 */
export function firstDifference(
  a: Model,
  b: Model,
  optionsA: RunOptions,
  optionsB: RunOptions,
): ModelDifference | undefined {
  const shared = sharedColumns(a.world, b.world)
  a.world.reset()
  b.world.reset()
  const before = compare(shared, look('', a.world, shared, 'a'), look('', b.world, shared, 'b'))
  if (before) return { ...before, tick: -1, mechanism: '', onlyInOne: [] }

  const momentsA: Moment[] = []
  const momentsB: Moment[] = []
  const runA = a.start({
    ...optionsA,
    afterStep: (world, name) => momentsA.push(look(name, world, shared, 'a')),
  })
  const runB = b.start({
    ...optionsB,
    afterStep: (world, name) => momentsB.push(look(name, world, shared, 'b')),
  })
  const inB = new Set(b.plan.mechanisms.map(({ mechanism }) => mechanism.name))
  const ticks = Math.min(runA.ticks, runB.ticks)
  let onlyInOne: string[] = []
  for (let tick = 0; tick < ticks; tick++) {
    runA.step()
    runB.step()
    for (const moment of momentsA.splice(0)) {
      const { mechanism } = moment
      if (!inB.has(mechanism)) {
        onlyInOne.push(mechanism)
        continue
      }
      const at = momentsB.findIndex((other) => other.mechanism === mechanism)
      const passed = momentsB.splice(0, at + 1)
      onlyInOne.push(...passed.slice(0, -1).map((other) => other.mechanism))
      const found = compare(shared, moment, passed[passed.length - 1])
      if (found) return { ...found, tick, mechanism, onlyInOne }
      onlyInOne = []
    }
    // Their effect, if any, shows after the first common mechanism of the next tick.
    onlyInOne.push(...momentsB.splice(0).map((other) => other.mechanism))
  }
  return undefined
}

function look(
  mechanism: string,
  { agreements, events }: World,
  shared: readonly SharedColumn[],
  side: 'a' | 'b',
): Moment {
  const values = shared.map((column) => valuesIn(column, side))
  // Their number and states: enough to see that they differ, whatever rows the actors have.
  const { status } = agreements.columns
  values.push(Float64Array.of(agreements.n, ...status.subarray(0, agreements.n)))
  values.push(Float64Array.of(events.rows.length))
  return { mechanism, values }
}

function compare(
  shared: readonly SharedColumn[],
  a: Moment,
  b: Moment,
): Pick<ModelDifference, 'column' | 'subject' | 'a' | 'b'> | undefined {
  for (let c = 0; c < a.values.length; c++) {
    const left = a.values[c]
    const right = b.values[c]
    for (let k = 0; k < Math.max(left.length, right.length); k++) {
      // +0 and −0 are one number, and so are all NaN.
      if (left[k] === right[k] || (Number.isNaN(left[k]) && Number.isNaN(right[k]))) continue
      const column = shared[c]?.name ?? (c === shared.length ? 'agreements' : 'events')
      const subject = shared[c]?.places[k].subject ?? ''
      return { column, subject, a: left[k], b: right[k] }
    }
  }
  return undefined
}
