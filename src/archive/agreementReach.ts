import { type Reach, reaches, type World } from '../world/index.js'

/**
 * How far ties reach in this world, after Duchacek.
 *
 * @returns for two rows of actors their reach; empty for others than units of two states, and where nobody knows
 *   whether their states touch
 */
export function reachIn({ contiguity }: World): (a: number, b: number) => Reach | '' {
  return (a, b) => {
    const type = contiguity.reach(a, b)
    return type < 0 ? '' : reaches[type]
  }
}
