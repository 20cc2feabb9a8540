import { columnNames, type DataTable, textColumn } from '../../archive/index.js'
import { type Plan, placeOf } from '../plan.js'
import type { RunRow } from '../runRow.js'
import { runsTable } from '../runsTable.js'
import { type AttributionDesign, firstTreatments } from './AttributionDesign.js'

/** Runs of an attribution, one row each, with their setting and which of the causes were on. */
export function causeRunsTable(
  plan: Plan,
  design: AttributionDesign,
  rows: readonly RunRow[],
): DataTable {
  const { columns, ...table } = runsTable(plan, rows)
  const nameOf = columnNames(columns.map(({ name }) => name))
  const firsts = firstTreatments(design)
  const places = rows.map(({ run }) => {
    const { treatment } = placeOf(plan, run)
    const at = firsts.findLastIndex((first) => first <= treatment)
    const setting = design.settings[at]
    return { setting, subset: setting.subsets[treatment - firsts[at]] }
  })
  const text = (id: string, title: string, meaning: string, values: readonly string[]) =>
    textColumn('string', { name: nameOf(id), title, meaning, unit: '' }, values)
  const added = [
    text(
      'setting',
      'Setting',
      'Id of the setting.',
      places.map(({ setting }) => setting.id),
    ),
    ...design.causes.map(({ id, title, off }, row) =>
      text(
        `on_${id}`,
        title,
        `Whether this cause is on; when it is off: ${off}. Empty where the setting leaves it out.`,
        places.map(({ setting, subset }) => {
          const bit = setting.causes.indexOf(row)
          return bit < 0 ? '' : String((subset & (1 << bit)) !== 0)
        }),
      ),
    ),
  ]
  const at = columns.findIndex(({ name }) => name === 'replicate')
  return { ...table, columns: [...columns.slice(0, at), ...added, ...columns.slice(at)] }
}
