import type { Model } from '../engine/index.js'
import { pairKey } from './ask.js'

/** All pairs of active units of different states, in the order of rows: what a check of pairs ranks. */
export interface PairField {
  readonly size: number
  /** Rows of actors of each pair. */
  readonly first: Int32Array
  readonly second: Int32Array
  /** Position of a pair `a|b`, if it is one of the field. */
  position(pair: string): number | undefined
  ids(position: number): readonly [string, string]
}

/** The pairs of a model's world as it stands on the first day. */
export function pairField({ world }: Model): PairField {
  world.reset()
  const { state, active, ids } = world.actors
  const units = Array.from(world.units).filter((i) => active[i] !== 0 && state[i] >= 0)
  const first: number[] = []
  const second: number[] = []
  const positions = new Map<string, number>()
  units.forEach((i, k) => {
    for (const j of units.slice(k + 1)) {
      if (state[i] === state[j]) continue
      positions.set(pairKey(ids[i], ids[j]), first.length)
      first.push(i)
      second.push(j)
    }
  })
  return {
    size: first.length,
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    position: (pair) => positions.get(pair),
    ids: (position) => [ids[first[position]], ids[second[position]]],
  }
}
