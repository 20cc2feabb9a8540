import type { CaseSummary, OutcomeHead, SweepResult } from '../../archive/index.js'
import { settingsWords } from '../reading/factors.js'
import { horizonWords, levelOf, valueWithUnit, withUnit } from '../reading/quantity.js'
import { counted, decimal, listed } from '../reading/words.js'
import type { Answer, AnswerPoint } from './Answer.js'

/** Over what range the outcomes go, and where they are lowest and highest. */
export function sweepAnswer(result: SweepResult): Answer {
  const { outcomes, treatments, design } = result
  const what = [
    ...(treatments.length > 1 ? [counted(treatments.length, 'treatment')] : []),
    ...(design.points > 1
      ? [`${counted(design.points, 'setting')} of ${factorsWords(result)}`]
      : []),
  ]
  const over = what.length === 0 ? '' : `Over ${listed(what)}: `
  const told =
    outcomes.length === 0
      ? `${counted(result.series.length, 'series', 'series')} kept of each run, in series.csv`
      : listed(outcomes.map((outcome, k) => extentWords(result, outcome, k)))
  return {
    lead: `${over}${told}.`,
    points: outcomes.map((outcome, k) => pointOf(result, outcome, k)),
  }
}

function extentWords(result: SweepResult, outcome: OutcomeHead, k: number): string {
  const quantity = levelOf(outcome)
  const range = rangeOf(result, k)
  if (range === undefined) return `${outcome.title} has no value`
  const [low, high] = [range.low, range.high].map((c) =>
    valueWithUnit(quantity, c.outcomes[k].estimate),
  )
  if (low === high) return `${outcome.title} is ${low}`
  return `${outcome.title} goes from ${low} to ${high}${range.steady ? ' (all intervals overlap)' : ''}`
}

function factorsWords({ factors }: SweepResult): string {
  return factors.length <= 3
    ? listed(factors.map(({ title }) => title))
    : counted(factors.length, 'factor')
}

interface Range {
  readonly low: CaseSummary
  readonly high: CaseSummary
  /** The intervals of all cases overlap. */
  readonly steady: boolean
}

function rangeOf({ cases }: SweepResult, k: number): Range | undefined {
  const told = cases.filter(({ outcomes }) => outcomes[k].estimate !== null)
  if (told.length === 0) return undefined
  const by = (a: CaseSummary, b: CaseSummary) => a.outcomes[k].estimate! - b.outcomes[k].estimate!
  const sorted = [...told].sort(by)
  const lowest = Math.min(...told.map(({ outcomes }) => outcomes[k].upper ?? Infinity))
  const highest = Math.max(...told.map(({ outcomes }) => outcomes[k].lower ?? -Infinity))
  return {
    low: sorted[0],
    high: sorted[sorted.length - 1],
    steady: told.length > 1 && highest <= lowest,
  }
}

function pointOf(result: SweepResult, outcome: OutcomeHead, k: number): AnswerPoint {
  const quantity = levelOf(outcome)
  const range = rangeOf(result, k)
  if (range === undefined)
    return { head: outcome.title, text: 'No run of any setting has a value.' }
  const { low, high, steady } = range
  const at = (found: CaseSummary) => {
    const where = caseWords(result, found)
    return `${withUnit(quantity, found.outcomes[k])}${where === '' ? '' : `, at ${where}`}`
  }
  const same = low.outcomes[k].estimate === high.outcomes[k].estimate
  const extent =
    low === high
      ? `${at(low)}.`
      : same
        ? `${withUnit(quantity, low.outcomes[k])} at every setting.`
        : `lowest ${at(low)}; highest ${at(high)}.${steady ? ` ${overlap(result)}` : ''}`
  return {
    head: outcome.title,
    text: [extent, ...byTreatment(result, k), ...never(result, k)].join(' '),
  }
}

/** As cases share the chance of their replicates, overlapping intervals do not mean that nothing differs. */
function overlap({ replications }: SweepResult): string {
  return replications < 2
    ? 'The intervals of all settings overlap.'
    : 'The intervals of all settings overlap; but settings share their chance, so differences between them are surer than the intervals tell.'
}

/** What a case is, where there is more than one: treatment and settings. */
export function caseWords(
  { treatments, factors, design }: SweepResult,
  { treatment, settings }: CaseSummary,
): string {
  const parts = [
    ...(factors.length > 0 && design.points > 1 ? [settingsWords(factors, settings)] : []),
    ...(treatments.length > 1 ? [`“${treatments[treatment].title}”`] : []),
  ]
  return parts.join(', ')
}

/** Plain means over all settings of a treatment, where there are several of either. */
export function treatmentMeans({ treatments, cases }: SweepResult, k: number): (number | null)[] {
  return treatments.map((_, treatment) => {
    const values = cases.flatMap((c) =>
      c.treatment === treatment && c.outcomes[k].estimate !== null ? [c.outcomes[k].estimate] : [],
    )
    return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length
  })
}

function byTreatment(result: SweepResult, k: number): string[] {
  const { treatments, design, outcomes } = result
  if (treatments.length < 2 || design.points < 2) return []
  const quantity = levelOf(outcomes[k])
  const means = treatmentMeans(result, k).map(
    (mean, t) => `${valueWithUnit(quantity, mean)} under “${treatments[t].title}”`,
  )
  return [`Over all settings, on average ${listed(means)}.`]
}

function never({ cases, outcomes, dated }: SweepResult, k: number): string[] {
  const missing = cases.reduce((n, c) => n + c.outcomes[k].missing, 0)
  if (missing === 0) return []
  const runs = counted(
    cases.reduce((sum, c) => sum + runsOf(outcomes[k], c.outcomes[k]), 0),
    'run',
  )
  const horizon = dated[k]?.[0]?.horizon
  return horizon === undefined
    ? [`It has no value in ${decimal(missing, 0)} of ${runs}, which are not in these means.`]
    : [
        `It never came in ${decimal(missing, 0)} of ${runs}, which count as ${horizonWords(horizon)} in these means.`,
      ]
}

/** Runs of a case that ended well: for dates never is a value too, for other outcomes it is not. */
export function runsOf(
  { type }: OutcomeHead,
  { n, missing }: CaseSummary['outcomes'][number],
): number {
  return type === 'date' ? n : n + missing
}
