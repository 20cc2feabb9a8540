import type { DatedSummary } from '../archive/index.js'
import { yearFraction } from '../calendar/index.js'
import { cumulativeIncidence, restrictedMean, wilson } from '../statistics/index.js'
import { estimateOf } from './estimate.js'

/**
 * A dated outcome over many runs, up to a fixed horizon.
 *
 * @param days day numbers, one a run, NaN for never
 * @param horizon decimal year up to which all runs were watched
 */
export function datedSummary(days: readonly number[], horizon: number): DatedSummary {
  const years = days.map((day) => yearFraction(day))
  const steps = cumulativeIncidence(years, horizon)
  return {
    horizon,
    incidence: estimateOf(wilson(years.filter((year) => year <= horizon).length, years.length)),
    restrictedMean: estimateOf(restrictedMean(years, horizon)),
    curve: {
      times: steps.map(({ time }) => time),
      share: steps.map(({ estimate }) => estimate),
      lower: steps.map(({ lower }) => lower),
      upper: steps.map(({ upper }) => upper),
    },
  }
}
