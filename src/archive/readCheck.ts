import { z } from 'zod'
import { parseDate } from '../calendar/index.js'
import { InputError } from '../diagnostics/index.js'
import type { ScenarioDocument } from '../scenario/document.js'
import type { CheckManifest, CheckResult } from './checkResult.js'
import { columnOf, type DataTable, isText } from './dataTable.js'
import { readDocument, readManifest } from './readRun.js'
import { damaged, readJson, readTables } from './readTables.js'

/** A check as its folder tells it. */
export interface ArchivedCheck {
  readonly folder: string
  readonly manifest: CheckManifest
  readonly document: ScenarioDocument
  readonly result: CheckResult
  /** One row a run: `run`, `status`, and a column for each outcome, called as the check's id. */
  readonly runs: DataTable
}

const resultShape = z.looseObject({
  passed: z.boolean(),
  runs: z.number(),
  checks: z.array(z.looseObject({ id: z.string(), verdict: z.enum(['within', 'short']) })),
  outcomes: z.array(z.looseObject({ id: z.string(), formula: z.string() })),
})

/**
 * Reads the folder of a check.
 *
 * @throws InputError if it is not one, is not whole, or is not finished
 */
export async function readCheck(folder: string): Promise<ArchivedCheck> {
  const manifest = (await readManifest(folder, 'check')) as CheckManifest
  const document = await readDocument(folder, manifest)
  let result: CheckResult
  try {
    result = (await readJson(folder, 'check.json')) as CheckResult
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError({
      file: folder,
      message: 'the check is not finished',
      hint: 'Resume it; the runs that are done are kept',
    })
  }
  const runs = (await readTables(folder)).get('runs')
  if (!runs || !resultShape.safeParse(result).success)
    throw damaged(folder, 'check.json or runs.csv is not what a check writes')
  return { folder, manifest, document, result, runs }
}

/**
 * Where a value stands among those of all runs: the share of runs with a smaller one, equal ones counting half.
 *
 * @param outcome id of one of the check's outcomes
 * @param value of the single run; for dates a day number, NaN for never, which is later than any day
 * @returns 0 to 1; NaN if no run has a value, or for a NaN that is not a date
 */
export function percentileOf(check: ArchivedCheck, outcome: string, value: number): number {
  const all = outcomeValues(check, outcome)
  const late = (x: number) => (all.dates && Number.isNaN(x) ? Infinity : x)
  const own = late(value)
  if (Number.isNaN(own)) return NaN
  let below = 0
  let equal = 0
  let n = 0
  for (const raw of all.values) {
    const x = late(raw)
    if (Number.isNaN(x)) continue
    n++
    if (x < own) below++
    else if (x === own) equal++
  }
  return n === 0 ? NaN : (below + equal / 2) / n
}

/**
 * The values of one outcome in all runs that ended well, dates as day numbers, NaN for never.
 *
 * @throws Error if the check has no such outcome: a mistake of the program
 */
export function outcomeValues(
  { runs, result }: ArchivedCheck,
  outcome: string,
): { readonly values: Float64Array; readonly dates: boolean } {
  const place = result.outcomes.findIndex(({ id }) => id === outcome)
  const column = runs.columns.find(({ measure }) => measure === outcome)
  const status = columnOf(runs, 'status')
  if (place < 0 || !column || !status || !isText(status))
    throw new Error(`the check has no outcome "${outcome}"`)
  const dates = isText(column)
  const all = isText(column)
    ? Float64Array.from(column.values, (text) => (text === '' ? NaN : (parseDate(text) ?? NaN)))
    : column.values
  return { dates, values: all.filter((_, row) => status.values[row] === 'done') }
}
