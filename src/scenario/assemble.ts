import { parseDate } from '../calendar/index.js'
import type { AnyMechanism, Library } from '../contract/index.js'
import { InputError, quote } from '../diagnostics/index.js'
import { Csv } from './Csv.js'
import { readTruth } from './cell.js'
import type {
  Cell,
  Check,
  DocumentTable,
  History,
  MechanismSettings,
  ScenarioDocument,
} from './document.js'
import type { Findings, Path } from './findings.js'
import type { Places } from './places.js'
import { forbiddenNames } from './readYaml.js'
import type { ScenarioFolder } from './ScenarioFolder.js'
import type {
  PairsFile,
  PointsFile,
  WrittenRow,
  WrittenScenario,
  WrittenSetting,
} from './writtenForm.js'

interface Context {
  readonly library: Library
  readonly folder: ScenarioFolder
  readonly places: Places
  readonly findings: Findings
}

/**
 * Makes one document out of the YAML file and the CSV files that it names. Everything that is wrong with the files
 * is reported; what can be read is in the document all the same.
 */
export async function assemble(
  written: WrittenScenario,
  context: Context,
): Promise<ScenarioDocument> {
  const { tables, groups, changes, history, checks, mechanisms, ...rest } = written
  return {
    ...rest,
    tables: await assembleTables(tables, context),
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

async function assembleTables(written: WrittenScenario['tables'], context: Context) {
  const tables: Record<string, DocumentTable> = {}
  for (const [name, table] of Object.entries(written)) {
    const path = ['tables', name]
    if (typeof table !== 'string') {
      tables[name] = inlineTable(table, path, context)
      continue
    }
    const csv = await open(table, path, context)
    tables[name] = csv ? csvTable(csv, path, context) : {}
  }
  return tables
}

function inlineTable(
  rows: { readonly [id: string]: WrittenRow | null },
  path: Path,
  { findings }: Context,
): DocumentTable {
  return Object.fromEntries(
    Object.entries(rows).map(([id, row]) => {
      reportId(id, [...path, id], findings)
      const cells = Object.entries(row ?? {}).filter(([, cell]) => cell !== null && cell !== '')
      return [id, Object.fromEntries(cells) as DocumentTable[string]]
    }),
  )
}

function csvTable(csv: Csv, path: Path, { places, findings }: Context): DocumentTable {
  const table: Record<string, Record<string, string>> = {}
  if (csv.names[0] !== 'id') {
    findings.problems.push({
      ...csv.headerPlace(0),
      message: `the first column is ${quote(csv.names[0])}`,
      expected: 'a first column "id" that names the rows',
    })
    return {}
  }
  const lines = new Map<string, number>()
  for (let row = 0; row < csv.length; row++) {
    const id = csv.text(row, 0)
    const earlier = lines.get(id)
    if (earlier === undefined) lines.set(id, row)
    else {
      findings.problems.push({
        ...csv.place(row, 0),
        message: `id ${quote(id)} is there twice, first in line ${csv.place(earlier, 0).line}`,
        expected: 'an id of its own for each row',
      })
      continue
    }
    const cells: Record<string, string> = {}
    csv.names.forEach((name, at) => {
      if (at > 0 && csv.text(row, at) !== '') cells[name] = csv.text(row, at)
    })
    table[id] = cells
  }
  places.mount(path, (rest, at) => {
    const row = lines.get(String(rest[0])) ?? -1
    const column = rest.length > 1 ? csv.names.indexOf(String(rest[1])) : 0
    if (row < 0 || column < 0) return row < 0 ? { file: csv.file } : csv.place(row, 0)
    return at === 'key' && rest.length > 1 ? csv.headerPlace(column) : csv.place(row, column)
  })
  for (const id of lines.keys()) reportId(id, [...path, id], findings)
  return table
}

/** An id is shown in messages, asked for in formulas, and joined with others by a bar. */
function reportId(id: string, path: Path, findings: Findings): void {
  const why =
    id === ''
      ? 'a row has no id'
      : forbiddenNames.has(id)
        ? `${quote(id)} cannot be used as an id`
        : id.length > 100
          ? `id ${quote(id)} is longer than 100 characters`
          : id !== id.trim() || /["\\|\p{Cc}]/u.test(id)
            ? `id ${quote(id)} has a quotation mark, bar, backslash, control character or outer space`
            : undefined
  if (why) findings.add(path, why, { at: 'key', expected: 'a short name such as US-NY' })
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

async function readChanges(names: readonly string[], context: Context) {
  const changes: { date: string; table: string; id: string; column: string; value: string }[] = []
  for (const [at, name] of names.entries()) {
    const csv = await open(name, ['changes', at], context)
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

async function assembleHistory(
  { series, events, targets }: NonNullable<WrittenScenario['history']>,
  context: Context,
): Promise<History> {
  const rest = {
    // A bare year is a number in YAML.
    ...(events && { events: events.map((event) => ({ ...event, date: String(event.date) })) }),
    ...(targets && {
      targets: targets.map(({ from, ...target }) =>
        from === undefined ? target : { ...target, from: String(from) },
      ),
    }),
  }
  if (series === undefined) return rest
  const read: NonNullable<History['series']>[number][] = []
  for (const [at, { points, ...head }] of series.entries()) {
    const path = ['history', 'series', at, 'points']
    read.push({
      ...head,
      points:
        'file' in points
          ? await readPoints(points, path, context)
          : points.map(({ date, value }) => ({ date: String(date), value })),
    })
  }
  return { ...rest, series: read }
}

async function readPoints(
  { file, where = {}, date, value }: PointsFile,
  path: Path,
  context: Context,
) {
  const csv = await open(file, [...path, 'file'], context)
  const named = Object.keys(where)
  const columns = csv?.find(
    [date, value, ...named],
    [[...path, 'date'], [...path, 'value'], ...named.map((name) => [...path, 'where', name])],
    context.findings,
  )
  if (!csv || !columns) return []
  const [dateAt, valueAt, ...filters] = columns
  const points: { date: string; value: number }[] = []
  let matched = 0
  for (let row = 0; row < csv.length; row++) {
    if (!filters.every((column, k) => csv.text(row, column) === String(where[named[k]]))) continue
    matched++
    // A year without a value is a gap, not a zero.
    if (csv.text(row, valueAt) === '') continue
    const number = csv.number(row, valueAt, context.findings)
    const day = csv.text(row, dateAt)
    if (parseDate(day) === undefined) csv.refuseDate(row, dateAt, context.findings)
    else if (number !== undefined) points.push({ date: day, value: number })
  }
  if (matched === 0) {
    context.findings.add([...path, 'where'], `no row of ${quote(file)} fits`, {
      hint: 'Compare spelling and capitals with the file',
    })
  }
  return points
}

async function assembleChecks(
  written: NonNullable<WrittenScenario['checks']>,
  context: Context,
): Promise<Check[]> {
  const checks: Check[] = []
  for (const [at, check] of written.entries()) {
    if (check.kind !== 'pairs') {
      checks.push(check)
      continue
    }
    const { documented, ...head } = check
    const path = ['checks', at, 'documented']
    const pairs =
      'file' in documented
        ? await readPairs(documented, path, context)
        : documented.map(([a, b]) => `${a}|${b}`)
    checks.push({ ...head, documented: pairs })
  }
  return checks
}

async function readPairs({ file, a, b }: PairsFile, path: Path, context: Context) {
  const csv = await open(file, [...path, 'file'], context)
  const columns = csv?.find(
    [a, b],
    [
      [...path, 'a'],
      [...path, 'b'],
    ],
    context.findings,
  )
  if (!csv || !columns) return []
  const [first, second] = columns
  context.places.mount(path, ([row]) => csv.place(Number(row), first))
  return Array.from(
    { length: csv.length },
    (_, row) => `${csv.text(row, first)}|${csv.text(row, second)}`,
  )
}

/** Opens a CSV file; what is wrong with it is reported. */
async function open(
  name: string,
  path: Path,
  { folder, findings }: Context,
): Promise<Csv | undefined> {
  try {
    const text = await folder.read(name, findings.placeOf(path))
    return Csv.read(text, folder.display(name))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    findings.problems.push(...error.problems)
    return undefined
  }
}
