import type { CheckFinding, CheckResult } from '../archive/index.js'
import { figure, percent } from './reading/words.js'

/** The findings of a check as a table of texts. */
export interface CheckTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** One row a check: what was asked, its role, the statistic with its interval, the band, history, the verdict. */
export function checkTable({ checks }: CheckResult): CheckTable {
  return {
    head: [
      'Pattern',
      'Role',
      'Statistic',
      'Model (95 % interval)',
      'Band',
      'History',
      'Verdict',
      'Source',
    ],
    rows: checks.map((check) => [
      check.title,
      check.role,
      statisticWords[check.statistic],
      estimateOf(check),
      bandOf(check),
      check.observed === null
        ? '–'
        : typeof check.observed === 'number'
          ? shown(check, check.observed)
          : check.observed,
      verdictOf(check),
      `${check.source} (${check.grade})`,
    ]),
  }
}

const statisticWords: { readonly [S in CheckFinding['statistic']]: string } = {
  mean: 'mean',
  median: 'median',
  incidence: 'share of runs',
  auc: 'rank (AUC)',
}

/** A value of a check in the form that its statistic asks for: shares of runs as percentages, years without commas. */
export function shown(
  { statistic, band }: Pick<CheckFinding, 'statistic' | 'band'>,
  value: number | null,
): string {
  if (value === null) return '–'
  if (statistic === 'incidence') return percent(value)
  const year = Number.isInteger(band[0]) && band[0] >= 1000 && band[1] <= 3000
  return year ? value.toFixed(Number.isInteger(value) ? 0 : 1) : figure(value)
}

/** An end of a band, as its author wrote it. */
export function shownEnd(check: CheckFinding, value: number): string {
  if (check.statistic === 'incidence') return percent(value)
  return String(value).replace('-', '−')
}

/** Estimate and interval, with what is missing. */
export function estimateOf(check: CheckFinding): string {
  const { value, pairs, missing, kind } = check
  const interval =
    value.lower === null || value.upper === null
      ? ''
      : ` (${shown(check, value.lower)} to ${shown(check, value.upper)})`
  const gravity =
    pairs?.gravity === undefined || pairs.gravity === null
      ? ''
      : `; gravity alone ${shown(check, pairs.gravity)}`
  const never = kind === 'value' && missing > 0 ? `; none in ${missing} runs` : ''
  return `${shown(check, value.estimate)}${interval}${gravity}${never}`
}

/** The band in words. */
export function bandOf(check: CheckFinding): string {
  return `${shownEnd(check, check.band[0])} to ${shownEnd(check, check.band[1])}`
}

/** The verdict in words. */
export function verdictOf({ verdict, uncertain }: CheckFinding): string {
  const word = verdict === 'within' ? 'within' : 'missed'
  return uncertain ? `${word}, could turn` : word
}
