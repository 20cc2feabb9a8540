import { type Reach, reachOf, type World } from '../world/index.js'

/**
 * How far ties reach in this world, after Duchacek.
 *
 * @returns for two rows of actors their reach; empty for others than units of two states, and throughout in a world
 *   that does not know its borders
 */
export function reachIn(world: World): (a: number, b: number) => Reach | '' {
  const borders = world.tables.get('borders')?.arrays
  const first = borders?.get('first')
  const second = borders?.get('second')
  if (!first || !second) return () => ''
  const { state } = world.actors
  const touching = new Set<string>()
  const statesTouching = new Set<string>()
  for (let k = 0; k < first.length; k++) {
    for (const [i, j] of [
      [first[k], second[k]],
      [second[k], first[k]],
    ]) {
      touching.add(`${i} ${j}`)
      statesTouching.add(`${state[i]} ${state[j]}`)
    }
  }
  return (a, b) => {
    if (state[a] < 0 || state[b] < 0 || state[a] === state[b]) return ''
    return reachOf(touching.has(`${a} ${b}`), statesTouching.has(`${state[a]} ${state[b]}`))
  }
}
