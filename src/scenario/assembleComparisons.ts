import { parseDate } from '../calendar/index.js'
import { quote } from '../diagnostics/index.js'
import { type Assembling, openCsv } from './assembling.js'
import type { Check, History } from './document.js'
import type { Path } from './findings.js'
import type { PairsFile, PointsFile, WrittenScenario } from './writtenForm.js'

/** Reads what the model is compared with: dates become text, points are taken from their files. */
export async function assembleHistory(
  { series, events, targets }: NonNullable<WrittenScenario['history']>,
  context: Assembling,
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
  context: Assembling,
) {
  const csv = await openCsv(file, [...path, 'file'], context)
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

/** Reads the checks, documented pairs from their files. */
export async function assembleChecks(
  written: NonNullable<WrittenScenario['checks']>,
  context: Assembling,
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

async function readPairs({ file, a, b }: PairsFile, path: Path, context: Assembling) {
  const csv = await openCsv(file, [...path, 'file'], context)
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
