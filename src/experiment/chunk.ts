import { formatNumber, formatText, parseCsv, rearm, sha256 } from '../archive/index.js'
import { type Plan, runsOf } from './plan.js'
import { type RunRow, type RunStatus, runStatuses } from './runRow.js'

/** Number of chunks of a plan. */
export function chunksOf(plan: Plan): number {
  return Math.ceil(runsOf(plan) / plan.chunkSize)
}

/** The numbers of the runs of a chunk. */
export function runsOfChunk(plan: Plan, chunk: number): readonly number[] {
  const from = chunk * plan.chunkSize
  const to = Math.min(runsOf(plan), from + plan.chunkSize)
  return Array.from({ length: to - from }, (_, k) => from + k)
}

/**
 * The rows of a chunk as a file: CSV, closed by a line with their number, their sum and the plan's identity.
 *
 * @param identity of the plan, see `planIdentity`
 */
export function formatChunk(plan: Plan, identity: string, rows: readonly RunRow[]): string {
  const lines = [headerOf(plan), ...rows.map(formatRow)]
  const text = `${lines.join('\n')}\n`
  return `${text}${closing(rows.length, text, identity)}`
}

/**
 * Reads the file of a chunk.
 *
 * @returns undefined if it is torn, or is not the chunk that it should be
 */
export function parseChunk(
  plan: Plan,
  identity: string,
  chunk: number,
  content: string,
): readonly RunRow[] | undefined {
  const end = content.lastIndexOf('\n', content.length - 2) + 1
  const text = content.slice(0, end)
  const wanted = runsOfChunk(plan, chunk)
  if (content.slice(end) !== closing(wanted.length, text, identity)) return undefined
  const cells = parseCsv(text)
  if (cells === undefined || cells.length !== wanted.length + 1) return undefined
  const rows = cells.slice(1).map((line) => readRow(plan, line))
  return rows.every((row, k) => row.run === wanted[k]) ? rows : undefined
}

function closing(rows: number, text: string, identity: string): string {
  return `#rows ${rows} sha256 ${sha256(text)} plan ${identity}\n`
}

function headerOf({ ask }: Plan): string {
  const ids = [...ask.numbers, ...ask.ties, ...ask.series].map(({ id }) => id)
  return ['run', 'status', 'message', ...ids].map(formatText).join(',')
}

function formatRow({ run, status, message, numbers, ties, series }: RunRow): string {
  return [
    String(run),
    status,
    formatText(message),
    ...numbers.map(formatNumber),
    ...ties.map(formatText),
    ...series.map(formatText),
  ].join(',')
}

/** A row whose sum is right is as we wrote it. */
function readRow({ ask }: Plan, line: readonly string[]): RunRow {
  const [run, status, message, ...answers] = line
  const numbers = answers.slice(0, ask.numbers.length).map(readNumber)
  const texts = answers.slice(ask.numbers.length).map(rearm)
  return {
    run: Number(run),
    status: runStatuses.find((name) => name === status) ?? ('failed' satisfies RunStatus),
    message: rearm(message),
    numbers,
    ties: texts.slice(0, ask.ties.length),
    series: texts.slice(ask.ties.length),
  }
}

/** A number as `formatNumber` wrote it. */
export function readNumber(cell: string): number {
  if (cell === '') return NaN
  if (cell === 'INF') return Infinity
  return cell === '-INF' ? -Infinity : Number(cell)
}
