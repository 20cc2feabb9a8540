import type { CheckFinding } from '../archive/index.js'
import { parseDate } from '../calendar/index.js'
import { deriveKey } from '../random/index.js'
import type { Check } from '../scenario/index.js'
import { bootstrap, type Interval, mean, meanInterval, wilson } from '../statistics/index.js'
import { medianInterval } from './medianInterval.js'

/** What a judge adds to the check itself. */
export type Judgement = Pick<CheckFinding, 'statistic' | 'method' | 'missing'> & {
  readonly interval: Interval
}

/** Beyond, the jackknife of the bootstrap costs more than it tells: the mean is normal by then. */
const bootstrapUpTo = 5000

/**
 * Mean or median of an outcome over runs.
 *
 * @param values one a run, NaN where the outcome is not defined: such runs are left out, and counted as missing
 */
export function judgeValue(
  check: Extract<Check, { kind: 'value' }>,
  values: readonly number[],
  seed: string,
): Judgement {
  const known = values.filter((x) => !Number.isNaN(x))
  const missing = values.length - known.length
  const { statistic } = check
  if (statistic === 'median') {
    const interval = medianInterval(known)
    return { statistic, missing, interval, method: 'order statistics' }
  }
  if (known.length > bootstrapUpTo || known.length < 2) {
    return { statistic, missing, interval: meanInterval(known), method: "Student's t" }
  }
  const key = deriveKey(seed, 0, `statistics/${check.id}`)
  const { bca } = bootstrap(known, mean, { key })
  return { statistic, missing, interval: bca, method: 'BCa bootstrap, 2,000 resamples' }
}

/**
 * Share of runs in which a date falls between two days, both included.
 *
 * @param values day numbers, one a run, NaN for never
 */
export function judgeIncidence(
  check: Extract<Check, { kind: 'incidence' }>,
  values: readonly number[],
): Judgement {
  const from = check.from === undefined ? -Infinity : (parseDate(check.from) ?? NaN)
  const to = parseDate(check.to) ?? NaN
  const inside = values.filter((day) => day >= from && day <= to).length
  return {
    statistic: 'incidence',
    method: 'Wilson score',
    missing: values.filter((day) => Number.isNaN(day)).length,
    interval: wilson(inside, values.length),
  }
}
