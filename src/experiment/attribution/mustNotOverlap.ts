import type { Patch } from 'immer'
import type { Findings } from '../../scenario/index.js'
import { refuse } from './located.js'

/** A change, and what it is called. */
interface Changing {
  readonly what: string
  readonly patches: readonly Patch[]
}

/**
 * Makes sure that no two changes touch the same part of the scenario: which one came last would decide, and neither
 * would be what it says.
 *
 * @param offs off-states of causes, with their places in the user's file
 * @param setting the world that they are switched off in
 * @throws InputError naming both, at the place of the later one
 */
export function mustNotOverlap(
  offs: readonly (Changing & { readonly path: readonly (string | number)[] })[],
  setting: Changing,
  findings: Findings,
): void {
  offs.forEach((off, k) => {
    for (const other of [setting, ...offs.slice(0, k)]) {
      const shared = sharedPath(other.patches, off.patches)
      if (shared === undefined) continue
      refuse(findings, off.path, `${other.what} and ${off.what} both change ${shared}`, {
        hint: 'Give one of them another off-state, or make the two one cause',
      })
    }
  })
}

/** The first part that both change, one inside the other included. */
function sharedPath(a: readonly Patch[], b: readonly Patch[]): string | undefined {
  for (const { path: one } of a) {
    for (const { path: other } of b) {
      const [short, long] = one.length <= other.length ? [one, other] : [other, one]
      if (short.every((part, at) => part === long[at])) return long.join('.')
    }
  }
  return undefined
}
