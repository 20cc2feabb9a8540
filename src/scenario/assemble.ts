import type { AnyMechanism } from '../contract/index.js'
import { assembleChecks, assembleHistory } from './assembleComparisons.js'
import { assembleTables } from './assembleTables.js'
import { type Assembling, openCsv } from './assembling.js'
import { readTruth } from './cell.js'
import type { Cell, MechanismSettings, ScenarioDocument } from './document.js'
import { withDefaults } from './populationSettings.js'
import type { WrittenScenario, WrittenSetting } from './writtenForm.js'

/**
 * Makes one document out of the YAML file and the CSV files that it names. Everything that is wrong with the files
 * is reported; what can be read is in the document all the same.
 */
export async function assemble(
  written: WrittenScenario,
  context: Assembling,
): Promise<ScenarioDocument> {
  const { tables, population, groups, changes, history, checks, mechanisms, ...rest } = written
  return {
    ...rest,
    tables: await assembleTables(tables, context),
    ...(population && { population: withDefaults(population) }),
    mechanisms: Object.fromEntries(
      Object.entries(mechanisms).map(([name, settings]) => [
        name,
        plainSettings(
          settings ?? {},
          context.library.mechanisms.find((m) => m.name === name),
        ),
      ]),
    ),
    ...(groups && { groups: assembleGroups(groups) }),
    ...(changes && { changes: await readChanges(changes, context) }),
    ...(history && { history: await assembleHistory(history, context) }),
    ...(checks && { checks: await assembleChecks(checks, context) }),
  }
}

/** Yes and no become truths, here and within settings with a source. */
function plainSettings(
  written: { readonly [key: string]: WrittenSetting },
  mechanism: AnyMechanism | undefined,
): MechanismSettings {
  const plain = (key: string, value: Cell) =>
    key === 'enabled' || mechanism?.parameters[key]?.type === 'switch'
      ? (readTruth(value) ?? value)
      : value
  return Object.fromEntries(
    Object.entries(written).map(([key, setting]) => [
      key,
      typeof setting === 'object'
        ? { ...setting, value: plain(key, setting.value) }
        : plain(key, setting),
    ]),
  ) as MechanismSettings
}

function assembleGroups(written: NonNullable<WrittenScenario['groups']>) {
  return Object.fromEntries(
    Object.entries(written).map(([id, { title, members }]) => [
      id,
      { title, members: members.map(String) },
    ]),
  )
}

const changeColumns = ['date', 'table', 'id', 'column', 'value']
const changeExtras = ['source', 'grade', 'note']

async function readChanges(names: readonly string[], context: Assembling) {
  const changes: { date: string; table: string; id: string; column: string; value: string }[] = []
  for (const [at, name] of names.entries()) {
    const csv = await openCsv(name, ['changes', at], context)
    const columns = csv?.columns(changeColumns, changeExtras, context.findings)
    if (!csv || !columns) continue
    const [date, table, id, column, value] = columns
    for (let row = 0; row < csv.length; row++) {
      const path = ['changes', changes.length]
      context.places.mount(path, ([part]) =>
        csv.place(row, columns[changeColumns.indexOf(String(part))] ?? 0),
      )
      changes.push({
        date: csv.text(row, date),
        table: csv.text(row, table),
        id: csv.text(row, id),
        column: csv.text(row, column),
        value: csv.text(row, value),
      })
    }
  }
  return changes
}
