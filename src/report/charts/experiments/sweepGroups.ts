import type { CaseSummary, Estimate, SweepResult } from '../../../archive/index.js'
import { mean, meanInterval, quantileOfSorted } from '../../../statistics/index.js'
import { isNumeric, type Setting, settingWords } from '../../reading/factors.js'

/** Cases of one treatment that belong together, and what they give. */
export interface Group {
  /** Where it stands: a value of a factor, or its words. */
  readonly at: number | string
  readonly value: Estimate
  /** Cases that it rests on. */
  readonly cases: number
}

const bins = 8

/** The distinct values that a factor takes, numbers in ascending order. */
export function valuesOf({ cases, factors }: SweepResult, factor: number): Setting[] {
  const values = [...new Set(cases.map(({ settings }) => settings[factor]))]
  return isNumeric(factors[factor])
    ? values.sort((a, b) => Number(a) - Number(b))
    : (factors[factor].values?.filter((v) => values.includes(v)) ?? values)
}

/** Mean of an outcome over cases; with one case its own interval, with several none. */
export function averaged(cases: readonly CaseSummary[], outcome: number): Estimate {
  const told = cases
    .map(({ outcomes }) => outcomes[outcome])
    .filter(({ estimate }) => estimate !== null)
  if (told.length === 0) return { estimate: null, lower: null, upper: null }
  if (cases.length === 1) return told[0]
  return { estimate: mean(told.map(({ estimate }) => estimate!)), lower: null, upper: null }
}

/** An outcome by one factor, whatever the others are: numbers in bins of as many cases, categories each for itself. */
export function marginal(
  result: SweepResult,
  factor: number,
  outcome: number,
  treatment: number,
): Group[] {
  const told = result.cases.filter(
    (c) => c.treatment === treatment && c.outcomes[outcome].estimate !== null,
  )
  const sets: (readonly [at: number | string, cases: readonly CaseSummary[]])[] = isNumeric(
    result.factors[factor],
  )
    ? binsOf(told, factor)
    : valuesOf(result, factor).map((value) => [
        settingWords(value),
        told.filter(({ settings }) => settings[factor] === value),
      ])
  return sets.map(([at, cases]) => ({
    at,
    value: over(cases.map(({ outcomes }) => outcomes[outcome].estimate!)),
    cases: cases.length,
  }))
}

/** An outcome by one factor while all others stand where most cases have them. */
export function oneAtATime(
  result: SweepResult,
  factor: number,
  outcome: number,
  treatment: number,
): Group[] {
  const base = result.factors.map((_, k) => commonest(result.cases.map((c) => c.settings[k])))
  return valuesOf(result, factor).flatMap((value) => {
    const found = result.cases.find(
      ({ treatment: t, settings }) =>
        t === treatment && settings.every((v, k) => (k === factor ? v === value : v === base[k])),
    )
    if (found === undefined) return []
    const at = typeof value === 'number' ? value : settingWords(value)
    return [{ at, value: found.outcomes[outcome], cases: 1 }]
  })
}

function commonest(values: readonly Setting[]): Setting {
  const counts = new Map<Setting, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

function binsOf(cases: readonly CaseSummary[], factor: number) {
  const place = ({ settings }: CaseSummary) => Number(settings[factor])
  const sorted = [...cases].sort((a, b) => place(a) - place(b))
  const distinct = [...new Set(sorted.map(place))]
  if (distinct.length <= bins)
    return distinct.map((at) => [at, sorted.filter((c) => place(c) === at)] as const)
  const count = Math.max(2, Math.min(bins, Math.floor(sorted.length / 5)))
  return Array.from({ length: count }, (_, k) => {
    const part = sorted.slice(
      Math.round((k * sorted.length) / count),
      Math.round(((k + 1) * sorted.length) / count),
    )
    return [quantileOfSorted(part.map(place), 0.5), part] as const
  })
}

function over(values: readonly number[]): Estimate {
  if (values.length === 0) return { estimate: null, lower: null, upper: null }
  const { estimate, lower, upper } = meanInterval(values)
  return values.length < 2 ? { estimate, lower: null, upper: null } : { estimate, lower, upper }
}
