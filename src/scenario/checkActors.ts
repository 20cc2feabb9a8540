import { nearest, oneOf, quote } from '../diagnostics/index.js'
import type { ColumnArray, TablePlan } from '../world/index.js'
import type { ScenarioDocument } from './document.js'
import type { Findings } from './findings.js'
import type { Rows } from './rows.js'
import { positionOf } from './slot.js'

/** Reports states that belong to somebody, and actors that belong to what is no state: no circle is left then. */
export function checkStates(
  document: ScenarioDocument,
  actors: TablePlan,
  findings: Findings,
): void {
  const kind = actors.given.get('kind')
  const state = actors.given.get('state')
  const kinds = actors.columns.get('kind')?.values ?? []
  const stateKind = kinds.indexOf('state')
  if (!kind || !state) return
  // A kind that could not be read was reported as such.
  const known = (row: number) =>
    kinds.includes(String(document.tables.actors[actors.ids[row]].kind))
  // Synthetic actors follow the written ones and belong to states.
  Object.keys(document.tables.actors).forEach((id, row) => {
    const of = state[row]
    if (of < 0 || !known(row) || !known(of)) return
    const owner = actors.ids[of]
    const path = ['tables', 'actors', id, 'state']
    if (kind[row] === stateKind) {
      findings.add(path, `${quote(id)} is a state and cannot belong to ${quote(owner)}`, {
        hint: 'Leave the column "state" of states empty',
      })
    } else if (kind[of] !== stateKind) {
      findings.add(path, `${quote(id)} belongs to ${quote(owner)}, which is not a state`, {
        expected: oneOf(actors.ids.filter((_, at) => kind[at] === stateKind)),
        hint: `The kind of ${quote(owner)} is ${kinds[kind[of]]}`,
      })
    }
  })
}

/**
 * The column `member` of actors: 1 where an actor belongs to a group. Reports members that do not exist.
 *
 * @returns a value for each actor and group
 */
export function readMembers(
  document: ScenarioDocument,
  rows: Rows,
  findings: Findings,
): ColumnArray {
  const ids = rows.get('actors') ?? new Map<string, number>()
  const member = new Uint8Array(ids.size * (rows.get('groups')?.size ?? 0))
  Object.entries(document.groups ?? {}).forEach(([group, { members }], block) => {
    members.forEach((id, at) => {
      const row = ids.get(id)
      if (row !== undefined) {
        member[positionOf({ block }, row, ids.size)] = 1
        return
      }
      findings.add(
        ['groups', group, 'members', at],
        `${quote(id)} in group ${quote(group)} is not among the actors`,
        { expected: oneOf(ids.keys()), nearest: nearest(id, ids.keys()) },
      )
    })
  })
  return member
}
