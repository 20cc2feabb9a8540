import type { Patch } from 'immer'
import type { Library } from '../../contract/index.js'
import { nearest, oneOf, quote } from '../../diagnostics/index.js'
import {
  type Cell,
  changeDocument,
  type Findings,
  type ScenarioDocument,
  settingsOf,
} from '../../scenario/index.js'
import type { PlannedTreatment } from '../plan.js'
import type { PlannedSetting } from './AttributionDesign.js'
import { located, refuse } from './located.js'
import { mustNotOverlap } from './mustNotOverlap.js'
import { chosenOf, type PlannedCause } from './planCauses.js'
import type { WrittenSetting } from './writtenCauses.js'

/** The world as the scenario has it, where no setting is named. */
const onlySetting: WrittenSetting = { id: 'as-it-is', title: 'As it is' }

/** A setting with what its runs are made with. */
export interface SettingToRun {
  readonly planned: Omit<PlannedSetting, 'subsets'>
  /** The change that makes it, and for each of its causes the change that switches it off. */
  readonly base: readonly Patch[]
  readonly offs: readonly (readonly Patch[])[]
}

/**
 * Works out every setting: what it changes, which causes can be switched off in it, and by what.
 *
 * @throws InputError if a setting names what is not there, a cause that is off already, or two changes overlap
 */
export function planSettings(
  written: readonly WrittenSetting[] | undefined,
  causes: readonly PlannedCause[],
  document: ScenarioDocument,
  library: Library,
  findings: Findings,
): readonly SettingToRun[] {
  const settings = written ?? [onlySetting]
  settings.forEach(({ id }, k) => {
    if (settings.findIndex((other) => other.id === id) !== k)
      refuse(findings, ['settings', k, 'id'], `two settings are called ${quote(id)}`)
  })
  return settings.map((setting, k) => {
    const path = ['settings', k]
    const { id, title = id, without = {} } = setting
    mustKnow(Object.keys(without), causes, [...path, 'without'], findings)
    const base = located(findings, path, () =>
      changeDocument(document, library, chosenOf(setting, document, `setting ${quote(id)}`)),
    )
    const rows = [...causes.keys()].filter((row) => without[causes[row].head.id] === undefined)
    if (rows.length === 0)
      refuse(findings, [...path, 'without'], `no cause is left in the setting ${quote(id)}`)
    const offs = rows.map((row) => offIn(base.document, row))
    mustNotOverlap(
      rows.map((row, at) => ({
        what: `the cause ${quote(causes[row].head.id)}`,
        path: ['causes', row, 'off'],
        patches: offs[at],
      })),
      { what: `the setting ${quote(id)}`, patches: base.patches },
      findings,
    )
    // Each change alone is sound; so must all together be, which the runs without any cause have.
    located(findings, path, () =>
      changeDocument(
        base.document,
        library,
        rows.flatMap((row) => causes[row].off),
      ),
    )
    const heads = Object.entries(without).map(([cause, why]) => ({ cause, why }))
    return { planned: { id, title, causes: rows, without: heads }, base: base.patches, offs }

    function offIn(changed: ScenarioDocument, row: number): readonly Patch[] {
      const { head, off } = causes[row]
      const at = ['causes', row, 'off']
      const { patches } = located(findings, at, () => changeDocument(changed, library, off))
      if (patches.every((patch) => isAlready(patch, changed, library))) {
        const where = written === undefined ? 'the scenario' : `the setting ${quote(id)}`
        refuse(findings, at, `${quote(head.id)} is off in ${where} as it stands`, {
          hint:
            written === undefined
              ? 'A cause must be on in the scenario, so that it can be switched off'
              : `Name it under "without:" of the setting, with the reason`,
        })
      }
      return patches
    }
  })
}

/** The treatments of a setting: one for each subset of its causes. */
export function treatmentsOf(
  { planned, base, offs }: SettingToRun,
  subsets: readonly number[],
  causes: readonly PlannedCause[],
  several: boolean,
): readonly PlannedTreatment[] {
  const heads = planned.causes.map((row) => causes[row].head)
  const all = (1 << heads.length) - 1
  return subsets.map((subset) => {
    const on = heads.filter((_, k) => subset & (1 << k))
    const off = heads.filter((_, k) => !(subset & (1 << k)))
    const name = subset === all ? 'all' : subset === 0 ? 'none' : on.map(({ id }) => id).join('+')
    const words =
      off.length === 0
        ? 'all causes'
        : on.length === 0
          ? 'no cause'
          : `without ${off.map(({ title }) => title).join(', ')}`
    return {
      id: several ? `${planned.id}/${name}` : name,
      title: several ? `${planned.title}: ${words}` : words,
      patches: [...base, ...offs.filter((_, k) => !(subset & (1 << k))).flat()],
    }
  })
}

/** Whether a change of a parameter puts there what it has by default. */
function isAlready({ path, value }: Patch, document: ScenarioDocument, library: Library): boolean {
  if (path[0] !== 'mechanisms') return false
  const { present } = settingsOf(document, library).read(path.join('.'), value as Cell, '')
  return present === value
}

function mustKnow(
  named: readonly string[],
  causes: readonly PlannedCause[],
  path: readonly (string | number)[],
  findings: Findings,
): void {
  const ids = causes.map(({ head }) => head.id)
  for (const id of named) {
    if (ids.includes(id)) continue
    refuse(findings, [...path, id], `there is no cause ${quote(id)}`, {
      expected: oneOf(ids),
      nearest: nearest(id, ids),
    })
  }
}
